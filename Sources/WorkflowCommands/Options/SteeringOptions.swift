import ArgumentKit

/// Which runs an order goes to besides those that are named, and whether it is only rehearsed.
struct SteeringOptions: ArgumentGroup {
    var labelSelector = ""
    var fieldSelector = ""
    var dryRun = false

    init() {}

    static var arguments: [Argument<Self>] {
        option(\.labelSelector, "selector", "l", value: "query", help: "Runs that go on and whose labels match")
        option(\.fieldSelector, "field-selector", value: "query", help: "Runs that go on and whose fields match")
        flag(\.dryRun, "dry-run", help: "Say what would be done and do nothing")
    }

    var hasSelector: Bool { !labelSelector.isEmpty || !fieldSelector.isEmpty }

    func check(_ names: [String]) throws(ArgumentError) {
        if names.isEmpty && !hasSelector { throw .conflict("name a workflow, or give a selector") }
    }
}
