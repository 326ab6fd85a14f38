import Foundation
import WorkflowAPI

/// Writes one answer to a connection.
struct LoopbackWriter {
    enum Ending {
        /// The connection can take another request.
        case keptAlive
        case closed
    }

    let socket: LoopbackSocket
    /// Called before a thread blocks on a gate, so that closing the server can open it.
    let willBlock: (Gate) -> Void
    private var breaking: LoopbackAnswer.Break?

    init(socket: LoopbackSocket, willBlock: @escaping (Gate) -> Void) {
        self.socket = socket
        self.willBlock = willBlock
    }

    mutating func write(_ answer: LoopbackAnswer, to request: LoopbackRequest) -> Ending {
        breaking = answer.breaking
        guard writeHead(of: answer) else { return .closed }
        if request.method != "HEAD" {
            for part in answer.parts {
                guard write(part, framing: answer.framing) else { return .closed }
            }
            if case .chunked(let trailers) = answer.framing {
                guard send(Array("0\r\n\(Self.lines(trailers))\r\n".utf8)) else { return .closed }
            }
        }
        let asksToClose = request[header: "Connection"]?.lowercased() == "close"
        return asksToClose || !Self.leavesOpen(answer) ? .closed : .keptAlive
    }

    private mutating func writeHead(of answer: LoopbackAnswer) -> Bool {
        var headers = answer.headers
        switch answer.framing {
        case .none: return true
        case .length(let length): headers.append(.init("Content-Length", String(length ?? answer.bodyLength)))
        case .chunked(let trailers):
            headers.append(.init("Transfer-Encoding", "chunked"))
            if !trailers.isEmpty { headers.append(.init("Trailer", trailers.map(\.name).joined(separator: ", "))) }
        case .close: headers.append(.init("Connection", "close"))
        }
        return send(Array("HTTP/1.1 \(answer.status) \(answer.reason)\r\n\(Self.lines(headers))\r\n".utf8))
    }

    private mutating func write(_ part: LoopbackAnswer.Part, framing: LoopbackAnswer.Framing) -> Bool {
        switch part {
        case .bytes(let bytes): return writePiece(bytes, framing)
        case .text(let text): return writePiece(Array(text.utf8), framing)
        case .repeated(let bytes, let count):
            for _ in 0..<count where !writePiece(bytes, framing) { return false }
        case .wait(let gate):
            willBlock(gate)
            gate.block()
        case .open(let gate): gate.open()
        case .untilPeerCloses: while !socket.read().isEmpty {}
        case .pause(let duration): Thread.sleep(forTimeInterval: duration / .seconds(1))
        case .cut: return false
        case .reset:
            socket.resetOnClose()
            return false
        }
        return true
    }

    private mutating func writePiece(_ bytes: [UInt8], _ framing: LoopbackAnswer.Framing) -> Bool {
        guard case .chunked = framing, !bytes.isEmpty else { return send(bytes) }
        return send(Array("\(String(bytes.count, radix: 16))\r\n".utf8) + bytes + Array("\r\n".utf8))
    }

    /// False when the peer has gone, or when this is where the connection breaks.
    private mutating func send(_ bytes: [UInt8]) -> Bool {
        guard let broken = breaking else { return socket.write(bytes) }
        guard bytes.count >= broken.byte else {
            breaking?.byte -= bytes.count
            return socket.write(bytes)
        }
        _ = socket.write(Array(bytes.prefix(broken.byte)))
        if broken.isReset { socket.resetOnClose() }
        return false
    }

    /// A body whose length is not the one declared leaves the connection out of step.
    private static func leavesOpen(_ answer: LoopbackAnswer) -> Bool {
        switch answer.framing {
        case .length(let length): length == nil || length == answer.bodyLength
        case .chunked: true
        case .close, .none: false
        }
    }

    private static func lines(_ headers: [HTTPRequest.Header]) -> String {
        headers.map { "\($0.name): \($0.value)\r\n" }.joined()
    }
}

extension LoopbackAnswer {
    var bodyLength: Int {
        parts.reduce(0) { sum, part in
            switch part {
            case .bytes(let bytes): sum + bytes.count
            case .text(let text): sum + text.utf8.count
            case .repeated(let bytes, let count): sum + bytes.count * count
            case .wait, .open, .untilPeerCloses, .pause, .cut, .reset: sum
            }
        }
    }
}
