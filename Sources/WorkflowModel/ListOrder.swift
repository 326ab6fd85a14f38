/// argo's order of workflows: what goes on first, the youngest on top, then what ended, the latest end on top.
///
/// Plain integers, so that rows of a long list can be sorted without their documents.
package struct ListOrder: Sendable, Hashable, Comparable {
    private let isFinished: Bool
    private let time: Timestamp

    package init(createdAt: Timestamp?, finishedAt: Timestamp?) {
        isFinished = finishedAt != nil
        time = finishedAt ?? createdAt ?? .zero
    }

    package init(_ workflow: Workflow) {
        self.init(createdAt: workflow.createdAt, finishedAt: workflow.finishedAt)
    }

    package static func < (left: ListOrder, right: ListOrder) -> Bool {
        left.isFinished == right.isFinished ? left.time > right.time : right.isFinished
    }
}

extension Sequence {
    /// In argo's order; elements of the same order stay as they were.
    package func inListOrder(_ order: (Element) -> ListOrder) -> [Element] {
        let elements = Array(self)
        let keys = elements.enumerated().map { (order: order($1), place: $0) }
        return keys.sorted { $0.order == $1.order ? $0.place < $1.place : $0.order < $1.order }
            .map { elements[$0.place] }
    }
}
