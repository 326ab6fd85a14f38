import ArgumentKit
import WorkflowAPI
import WorkflowModel

/// An order to runs that go on, as a command gives it.
protocol SteeringVerb: Sendable {
    /// What the order takes beyond the runs it goes to.
    associatedtype Options: ArgumentGroup
    static var info: CommandInfo { get }
    /// What has been done to a run then: `stopped`.
    static var deed: String { get }
    static func check(_ options: Options) throws(ArgumentError)
    static func action(_ options: Options) -> WorkflowAction
}

extension SteeringVerb {
    static func check(_ options: Options) throws(ArgumentError) {}

    /// Refuses a selector of nodes without a condition.
    static func check(_ nodes: NodeFieldSelector?) throws(ArgumentError) {
        if nodes?.terms.isEmpty == true {
            throw .conflict("--node-field-selector has no condition: it would mean every step that waits")
        }
    }
}
