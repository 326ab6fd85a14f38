import WorkflowModel

/// Brings what several containers write to one reader, one batch after the other.
///
/// Whoever offers something waits until it is taken, so that nothing piles up here when the reader is slow.
actor LogMerge {
    enum Item: Sendable {
        case piece(PodLogs.Piece)
        /// A container's stream has come to its end.
        case ended(LogSource)
        /// What there is now.
        case look(isOver: Bool, [PodContainer])
        /// A stream broke, or nobody can tell what there is.
        case failed(any Error)
    }

    private struct Offer {
        var item: Item
        var isTaken: CheckedContinuation<Bool, Never>
    }

    private var offers: [Offer] = []
    private var reader: CheckedContinuation<Item, Never>?
    private var isClosed = false

    /// Answers false once nobody reads any more.
    func offer(_ item: Item) async -> Bool {
        if isClosed { return false }
        if let reader {
            self.reader = nil
            reader.resume(returning: item)
            return true
        }
        return await withCheckedContinuation { offers.append(Offer(item: item, isTaken: $0)) }
    }

    /// The next item, whenever it comes; for one reader.
    func next() async -> Item {
        if offers.isEmpty { return await withCheckedContinuation { reader = $0 } }
        let offer = offers.removeFirst()
        offer.isTaken.resume(returning: true)
        return offer.item
    }

    /// Lets go whoever waits.
    func close() {
        isClosed = true
        for offer in offers { offer.isTaken.resume(returning: false) }
        offers = []
    }
}
