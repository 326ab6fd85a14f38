/// What a `FaultProxy` does to one request.
package enum InjectedFault: Sendable, Equatable {
    /// Nothing: it is carried out, and the answer comes whole.
    case none
    /// Reset before it was looked at; then nobody listens for a while.
    case refused(for: Duration)
    /// Reset before it was looked at.
    case lost
    /// Carried out, and reset before the first byte of the answer.
    case unanswered
    /// Carried out; the connection breaks somewhere in the answer: 0 is before its head, 1 after its last byte but one.
    case cut(at: Double, isReset: Bool)
    /// Carried out, whole but for the chunk that ends it.
    case withoutLastChunk
    /// Carried out after a while.
    case delayed(Duration)
    /// Not carried out: an error of a gateway or of a server that has too much to do.
    case status(Int, retryAfter: Int?)
    /// Not carried out: a page for people.
    case html(Int)
    /// Carried out; one chunk, counted from the start and over again, comes twice.
    case repeatedChunk(Int)
    /// Carried out; one chunk is missing.
    case droppedChunk(Int)
    /// Carried out; `Content-Length` is that much off.
    case falseLength(Int)

    /// The kinds by themselves, for plans that want some of them.
    package enum Kind: Sendable, CaseIterable {
        case refused, lost, unanswered, cut, withoutLastChunk, delayed, status, html, repeatedChunk, droppedChunk
        case falseLength
    }
}

extension InjectedFault {
    /// A fault of that kind, its details drawn.
    init(_ kind: Kind, using generator: inout SeededGenerator) {
        switch kind {
        case .refused: self = .refused(for: .milliseconds(Int.random(in: 5...60, using: &generator)))
        case .lost: self = .lost
        case .unanswered: self = .unanswered
        case .cut:
            self = .cut(
                at: Double.random(in: 0..<1, using: &generator), isReset: Bool.random(using: &generator))
        case .withoutLastChunk: self = .withoutLastChunk
        case .delayed: self = .delayed(.milliseconds(Int.random(in: 1...50, using: &generator)))
        case .status:
            let status = [429, 500, 502, 503, 504][Int.random(in: 0..<5, using: &generator)]
            let saysWhen = (status == 429 || status == 503) && Bool.random(using: &generator)
            self = .status(status, retryAfter: saysWhen ? Int.random(in: 0...1, using: &generator) : nil)
        case .html: self = .html([200, 502, 503][Int.random(in: 0..<3, using: &generator)])
        case .repeatedChunk: self = .repeatedChunk(Int.random(in: 0..<1_000, using: &generator))
        case .droppedChunk: self = .droppedChunk(Int.random(in: 0..<1_000, using: &generator))
        case .falseLength: self = .falseLength([-7, -1, 1, 1_000][Int.random(in: 0..<4, using: &generator)])
        }
    }
}
