import ArgumentKit
import WorkflowAPI

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
}
