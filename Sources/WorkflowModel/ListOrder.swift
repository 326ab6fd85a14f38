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
        map { (order: order($0), element: $0) }.sorted { $0.order < $1.order }.map(\.element)
    }
}
