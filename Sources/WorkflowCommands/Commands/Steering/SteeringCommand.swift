import ArgumentKit
import WorkflowAPI

/// `wfctl stop`, `wfctl terminate`, `wfctl suspend` and `wfctl resume`.
struct SteeringCommand<Verb: SteeringVerb>: WorkflowCommand {
    var globals = GlobalOptions()
    var names: [String] = []
    var options = Verb.Options()
    var targets = SteeringOptions()

    init() {}

    static var info: CommandInfo { Verb.info }

    static var arguments: [Argument<Self>] {
        positional(\.names, "workflow", completion: .dynamic("workflows"), help: "Names of workflows, or @latest")
        group(\.options, "Options")
        group(\.targets, "Selection")
        group(\.globals, "Connection")
    }

    func validate() throws(ArgumentError) {
        try targets.check(names)
        try Verb.check(options)
    }

    func perform(in context: CommandContext) async throws {
        try await Steering(action: Verb.action(options), deed: Verb.deed, options: targets, context: context)
            .run(names, on: try globals.connect(in: context))
    }
}
