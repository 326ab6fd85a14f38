import Synchronization
import WorkflowAPI

/// Stands between a client and a server that works, and has its answers go wrong as a plan says.
///
/// ```swift
/// let proxy = try FaultProxy(before: argo.handler, FaultPlan(seed: 7, kinds: [.cut, .unanswered]))
/// … proxy.url …
/// #expect(output == source, "\(proxy.log)")          // what it did, a line a request
/// ```
package final class FaultProxy: Sendable {
    /// Which requests can go wrong; the others go through and are not counted.
    package typealias Filter = @Sendable (LoopbackRequest) -> Bool

    private final class Counter: Sendable {
        let lines = Mutex<[String]>([])
        let faults = Mutex(0)
        let server = Mutex<LoopbackServer?>(nil)
    }

    private let server: LoopbackServer
    private let counter: Counter

    package var url: String { server.url }
    package var authority: String { server.authority }
    /// What was done to each request that could go wrong, in the order of arrival.
    package var log: String { counter.lines.withLock { $0.joined(separator: "\n") } }

    /// Requests that could go wrong, and how many of them did.
    package var counts: (requests: Int, faults: Int) {
        (counter.lines.withLock(\.count), counter.faults.withLock(\.self))
    }

    package convenience init(
        before handler: @escaping LoopbackServer.Handler, _ plan: FaultPlan, clock: TestTime? = nil,
        only filter: @escaping Filter = { _ in true }
    ) throws {
        try self.init(before: handler, clock: clock, only: filter, fault: plan.fault(of:))
    }

    /// With faults chosen by hand, by the number of the request. Where the client's pauses are those of a `clock`, so is
    /// the time for which nobody listens.
    package init(
        before handler: @escaping LoopbackServer.Handler, clock: TestTime? = nil,
        only filter: @escaping Filter = { _ in true }, fault: @escaping @Sendable (Int) -> InjectedFault
    ) throws {
        let counter = Counter()
        self.counter = counter
        server = try LoopbackServer { request in
            guard filter(request) else { return handler(request) }
            let fault = counter.lines.withLock { lines in
                let fault = fault(lines.count)
                lines.append("#\(lines.count) \(request.method) \(request.target): \(fault)")
                return fault
            }
            if fault != .none { counter.faults.withLock { $0 += 1 } }
            if case .refused(let duration) = fault {
                counter.server.withLock { $0?.refuse(for: duration, on: clock) }
            }
            return fault.answer(to: request, from: handler)
        }
        counter.server.withLock { $0 = server }
    }

    deinit {
        counter.server.withLock { $0 = nil }
        server.close()
    }

    /// Refuses connections until `listens`.
    package func refuses() { server.refuses() }

    package func listens() { server.listens() }
}

extension LoopbackServer {
    fileprivate func refuse(for duration: Duration, on clock: TestTime?) {
        guard let clock else { return refuse(for: duration) }
        refuses()
        clock.after(duration) { [weak self] in self?.listens() }
    }
}

extension InjectedFault {
    /// What comes back; faults that lose the request do not show it to the server.
    fileprivate func answer(
        to request: LoopbackRequest, from handler: LoopbackServer.Handler
    ) -> LoopbackAnswer? {
        switch self {
        case .refused, .lost: return .raw([.reset])
        case .status(let status, let retryAfter):
            var answer = LoopbackAnswer.text("upstream trouble", status: status)
            if let retryAfter { answer.headers.append(.init("Retry-After", String(retryAfter))) }
            return answer
        case .html(let status): return .html("<!doctype html><title>Sign in</title>", status: status)
        default: return handler(request).map(spoiled)
        }
    }

    private func spoiled(_ answer: LoopbackAnswer) -> LoopbackAnswer {
        var answer = answer
        let chunks = answer.parts.indices.filter { answer.parts[$0].bytes?.isEmpty == false }
        switch self {
        case .unanswered: answer = .raw([.reset])
        case .cut(let place, let isReset):
            answer.breaking = .init(at: Int(Double(answer.wireLength) * place), isReset: isReset)
        case .withoutLastChunk: answer.parts.append(.cut)
        case .delayed(let duration): answer.parts.insert(.pause(duration), at: 0)
        case .repeatedChunk(let number) where !chunks.isEmpty:
            let place = chunks[number % chunks.count]
            answer.parts.insert(answer.parts[place], at: place)
        case .droppedChunk(let number) where !chunks.isEmpty: answer.parts.remove(at: chunks[number % chunks.count])
        case .falseLength(let error):
            answer.framing = .length(max(0, answer.bodyLength + error))
        default: break
        }
        return answer
    }
}

extension LoopbackAnswer {
    /// About as many bytes as are written for it.
    fileprivate var wireLength: Int {
        let head = 60 + headers.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count + 4 }
        guard case .chunked = framing else { return head + bodyLength }
        let sizes = parts.compactMap(\.bytes).reduce(0) { $0 + 4 + String($1.count, radix: 16).utf8.count }
        return head + bodyLength + sizes + 5
    }
}

extension LoopbackAnswer.Part {
    /// What it writes, unless it is too much to look at.
    fileprivate var bytes: [UInt8]? {
        switch self {
        case .bytes(let bytes): bytes
        case .text(let text): Array(text.utf8)
        default: nil
        }
    }
}
