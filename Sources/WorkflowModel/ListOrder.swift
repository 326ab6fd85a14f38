/// argo's order of workflows: what goes on first, the youngest on top, then what ended, the latest end on top.
///
/// Two integers, so that rows of a long list can be sorted quickly and without their documents.
package struct ListOrder: Sendable, Hashable, Comparable {
    /// Seconds backwards from the last moment there is; those of finished ones follow on all others.
    private let rank: Int64
    private let nanoseconds: Int32

    package init(createdAt: Timestamp?, finishedAt: Timestamp?) {
        let years = Timestamp.representable
        let time = finishedAt ?? createdAt ?? .zero
        rank = years.upperBound - time.seconds + (finishedAt == nil ? 0 : years.upperBound - years.lowerBound + 1)
        nanoseconds = time.nanoseconds
    }

    package init(_ workflow: Workflow) {
        self.init(createdAt: workflow.createdAt, finishedAt: workflow.finishedAt)
    }

    package static func < (left: ListOrder, right: ListOrder) -> Bool {
        left.rank == right.rank ? left.nanoseconds > right.nanoseconds : left.rank < right.rank
    }
}

extension Sequence {
    /// In argo's order; elements of the same order stay as they were.
    package func inListOrder(_ order: (Element) -> ListOrder) -> [Element] {
        let elements = Array(self)
        return elements.map(order).sortedPlaces.map { elements[$0] }
    }
}

extension [ListOrder] {
    /// Where each element, from the first of argo's order to the last, stands; of the same order, the earlier one first.
    package var sortedPlaces: [Int] {
        let keys = enumerated().map { (order: $1, place: $0) }
        return keys.sorted { $0.order == $1.order ? $0.place < $1.place : $0.order < $1.order }.map(\.place)
    }
}
