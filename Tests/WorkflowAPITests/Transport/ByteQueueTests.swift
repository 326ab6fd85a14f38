import Testing

@testable import WorkflowAPI

@Suite struct ByteQueueTests {
    @Test func givesThePiecesBackInOrder() {
        var queue = ByteQueue()
        #expect(queue.isEmpty)
        #expect(queue.popFirst() == nil)
        queue.append([1, 2])
        queue.append([])
        queue.append([3])
        #expect(queue.count == 3)
        #expect(queue.popFirst() == [1, 2])
        queue.append([4, 5])
        #expect(queue.count == 3)
        #expect(queue.popFirst() == [3])
        #expect(queue.popFirst() == [4, 5])
        #expect(queue.isEmpty)
        #expect(queue.popFirst() == nil)
        queue.append([6])
        #expect(queue.popFirst() == [6])
    }

    @Test func forgetsEverythingAtOnce() {
        var queue = ByteQueue()
        for byte: UInt8 in 0..<10 { queue.append([byte]) }
        _ = queue.popFirst()
        queue.removeAll()
        #expect(queue.isEmpty)
        #expect(queue.popFirst() == nil)
    }
}
