package import WorkflowAPI

/// What a `LoopbackServer` sends back, piece by piece.
///
/// ```swift
/// .json(#"{"items":null}"#)
/// .json(#"{"code":5,"message":"gone"}"#, status: 404)
/// LoopbackAnswer(framing: .chunked(), parts: [.text("one\n"), .wait(gate), .text("two\n")])
/// .raw([.text("HTTP/1.1 banana\r\n\r\n")])
/// .silence
/// ```
package struct LoopbackAnswer: Sendable {
    package typealias Header = HTTPRequest.Header

    /// How the client learns where the body ends.
    package enum Framing: Sendable {
        /// The true length, or the one given: a lie.
        case length(Int? = nil)
        /// One chunk for each part with bytes, then the trailers.
        case chunked(trailers: [Header] = [])
        /// Until the connection closes.
        case close
        /// No head at all: the parts are everything that is written.
        case none
    }

    package enum Part: Sendable {
        case bytes([UInt8])
        case text(String)
        /// The same bytes many times over, each time a piece of its own.
        case repeated([UInt8], count: Int)
        /// Holds everything after it back until the test opens the gate.
        case wait(Gate)
        /// Tells the test that everything before it has been written.
        case open(Gate)
        /// Holds everything after it back until the client has closed the connection.
        case untilPeerCloses
        /// Lets time pass.
        case pause(Duration)
        /// Closes the connection in the middle of things.
        case cut
        /// Closes it the hard way, with a TCP reset.
        case reset
    }

    package var status: Int
    package var reason: String
    package var headers: [Header]
    package var framing: Framing
    package var parts: [Part]
    /// Where the connection breaks, counted over everything that is written, the head and the framing included.
    package var breaking: Break?

    /// The end of a connection at a byte.
    package struct Break: Sendable, Equatable {
        package var byte: Int
        package var isReset: Bool

        package init(at byte: Int, isReset: Bool) {
            self.byte = byte
            self.isReset = isReset
        }
    }

    package init(
        status: Int = 200, reason: String = "Loopback", headers: [Header] = [], framing: Framing = .length(),
        parts: [Part] = []
    ) {
        self.status = status
        self.reason = reason
        self.headers = headers
        self.framing = framing
        self.parts = parts
    }

    package static func text(_ text: String, status: Int = 200, type: String = "text/plain") -> Self {
        Self(status: status, headers: [Header("Content-Type", type)], parts: [.text(text)])
    }

    package static func json(_ text: String, status: Int = 200) -> Self {
        .text(text, status: status, type: "application/json")
    }

    package static func html(_ text: String, status: Int = 200) -> Self {
        .text(text, status: status, type: "text/html")
    }

    /// A body in pieces, each written on its own as one HTTP chunk.
    package static func chunks(_ texts: [String], type: String = "application/json") -> Self {
        Self(headers: [Header("Content-Type", type)], framing: .chunked(), parts: texts.map(Part.text))
    }

    /// Exactly these bytes and events; the connection closes after them.
    package static func raw(_ parts: [Part]) -> Self { Self(framing: .none, parts: parts) }

    /// Takes the request and never says a word, until the client goes away.
    package static var silence: Self { .raw([.untilPeerCloses]) }

    /// The same, only the first bytes of its body.
    package func cut(after count: Int) -> Self {
        let bytes = parts.flatMap { part -> [UInt8] in
            switch part {
            case .bytes(let bytes): bytes
            case .text(let text): Array(text.utf8)
            default: []
            }
        }
        var answer = self
        answer.framing = .length(bytes.count)
        answer.parts = [.bytes(Array(bytes.prefix(count))), .cut]
        return answer
    }
}
