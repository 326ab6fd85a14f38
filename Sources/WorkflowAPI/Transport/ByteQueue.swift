/// Bytes that wait for their reader, in the pieces they came in: nothing is copied to join them.
struct ByteQueue {
    private var pieces: [[UInt8]] = []
    private var next = 0
    /// Bytes that wait.
    private(set) var count = 0

    var isEmpty: Bool { count == 0 }

    mutating func append(_ piece: [UInt8]) {
        if piece.isEmpty { return }
        pieces.append(piece)
        count += piece.count
    }

    /// The oldest piece; nil when there is none.
    mutating func popFirst() -> [UInt8]? {
        guard next < pieces.count else { return nil }
        var piece: [UInt8] = []
        swap(&piece, &pieces[next])
        next += 1
        count -= piece.count
        if next == pieces.count { removeAll() }
        return piece
    }

    mutating func removeAll() {
        pieces.removeAll(keepingCapacity: true)
        next = 0
        count = 0
    }
}
