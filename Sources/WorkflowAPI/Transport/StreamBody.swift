/// The bytes of an answer as they come, for one reader.
///
/// The connection closes when the iterator goes, or when the body goes without ever having had one.
struct StreamBody: AsyncSequence, Sendable {
    typealias Element = [UInt8]
    typealias Failure = any Error

    private let lease: Lease

    init(_ transfer: StreamTransfer) { lease = Lease(transfer, keeping: nil) }

    func makeAsyncIterator() -> Iterator { Iterator(lease: Lease(lease.transfer, keeping: lease)) }

    struct Iterator: AsyncIteratorProtocol {
        fileprivate let lease: Lease

        mutating func next() async throws -> [UInt8]? { try await lease.transfer.next() }

        mutating func next(isolation actor: isolated (any Actor)?) async throws -> [UInt8]? {
            try await lease.transfer.next()
        }
    }

    /// Gives the transfer up when it goes.
    fileprivate final class Lease: Sendable {
        let transfer: StreamTransfer
        /// The body's own lease must not end before its iterator's does.
        private let outer: Lease?

        init(_ transfer: StreamTransfer, keeping outer: Lease?) {
            self.transfer = transfer
            self.outer = outer
        }

        deinit { transfer.abandon(CancellationError()) }
    }
}
