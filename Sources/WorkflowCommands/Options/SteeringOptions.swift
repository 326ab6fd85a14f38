import ArgumentKit

/// Which runs an order goes to besides those that are named, and whether it is only rehearsed.
struct SteeringOptions: ArgumentGroup {
    var labelSelector: String?
    var fieldSelector: String?
    var dryRun = false

    init() {}

    static var arguments: [Argument<Self>] {
        option(\.labelSelector, "selector", "l", value: "query", help: "Runs that go on and whose labels match")
        option(\.fieldSelector, "field-selector", value: "query", help: "Runs that go on and whose fields match")
        flag(\.dryRun, "dry-run", help: "Say what would be done and do nothing")
    }

    var hasSelector: Bool { labelSelector != nil || fieldSelector != nil }

    func check(_ names: [String]) throws(ArgumentError) {
        // What a script makes of a variable that is not set must not mean every run.
        for (option, selector) in [("--selector", labelSelector), ("--field-selector", fieldSelector)]
        where selector?.isBlankSelector == true {
            throw .conflict("\(option) has no condition: it would mean every run")
        }
        if names.isEmpty && !hasSelector { throw .conflict("name a workflow, or give a selector") }
    }
}
