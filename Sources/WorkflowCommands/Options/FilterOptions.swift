import ArgumentKit
import WorkflowAPI
import WorkflowModel

/// Which workflows a command means that takes more than names: all conditions hold at once.
struct FilterOptions: ArgumentGroup, Equatable {
    var phases: [WorkflowPhase] = []
    var completed = false
    var resubmitted = false
    var labelSelector: String?
    var fieldSelector: String?
    var prefix: String?
    var pattern: String?
    var createdAfter: Moment?
    var createdBefore: Moment?
    var finishedAfter: Moment?
    var finishedBefore: Moment?
    var definition: String?

    init() {}

    static var arguments: [Argument<Self>] {
        option(\.phases, "status", value: "phase", commaSeparated: true, help: "Workflows in these phases")
        flag(\.completed, "completed", help: "Workflows that have finished")
        flag(\.resubmitted, "resubmitted", help: "Workflows made by resubmitting another")
        option(\.prefix, "prefix", value: "text", help: "Workflows whose names start so")
        option(
            \.pattern, "name-pattern", value: "pattern",
            help: "Workflows with this in their names; with * or ? it is the whole name")
        option(
            \.createdAfter, "since", value: "when",
            help: "Workflows created within this time, or after it (--created-after)"
        )
        .aliases("created-after")
        option(
            \.createdBefore, "until", value: "when",
            help: "Workflows created longer ago, or before that time (--created-before)"
        )
        .aliases("created-before")
        option(
            \.finishedAfter, "finished-after", value: "when", help: "Workflows finished within this time, or after it")
        option(
            \.finishedBefore, "finished-before", value: "when",
            help: "Workflows finished longer ago, or before that time (--older)"
        ).aliases("older")
        option(\.labelSelector, "selector", "l", value: "query", help: "Label selector")
        option(\.fieldSelector, "field-selector", value: "query", help: "Field selector, as the server takes it")
        option(
            \.definition, "workflow", value: "id", completion: .dynamic("templates"),
            help: "On a Nightcrawler dashboard: executions of this workflow alone")
    }

    /// Whether anything is said at all.
    var isEmpty: Bool { self == FilterOptions() }

    /// The first option that was given and leaves nothing out, as one with the value of a variable that is not set.
    var pointless: String? {
        let options = [
            ("--prefix", prefix?.isEmpty), ("--name-pattern", pattern?.allSatisfy { $0 == "*" }),
            ("--selector", labelSelector?.isBlankSelector), ("--field-selector", fieldSelector?.isBlankSelector),
        ]
        return options.first { $0.1 == true }?.0
    }

    /// The request this stands for; a namespace of nil means all.
    func query(
        namespace: String?, now: Timestamp, zoneOffset: (Timestamp) -> Int = { _ in 0 }
    ) -> WorkflowQuery {
        func time(_ moment: Moment?) -> Timestamp? { moment?.timestamp(now: now, zoneOffset: zoneOffset) }
        var query = WorkflowQuery(namespace: namespace)
        query.definition = definition
        query.phases = phases
        query.isCompleted = completed ? true : nil
        query.isResubmitted = resubmitted
        query.labelSelector = labelSelector ?? ""
        query.fieldSelector = fieldSelector ?? ""
        query.namePrefix = prefix
        query.namePattern = pattern.map { NamePattern($0) }
        query.createdAfter = time(createdAfter)
        query.createdBefore = time(createdBefore)
        query.finishedAfter = time(finishedAfter)
        query.finishedBefore = time(finishedBefore)
        return query
    }

    /// Refuses times between which nothing can lie.
    static func check(_ query: WorkflowQuery) throws(ArgumentError) {
        let ranges = [
            ("--since", query.createdAfter, "--until", query.createdBefore),
            ("--finished-after", query.finishedAfter, "--finished-before", query.finishedBefore),
        ]
        for case (let start, let after?, let end, let before?) in ranges where after >= before {
            throw .conflict("no time lies after '\(start)' and before '\(end)'; '\(start)' has to be the earlier one")
        }
    }

    /// Refuses what the backend of a connection cannot mean.
    func check(on backend: any Backend, allNamespaces: Bool) throws(BackendError) {
        if definition != nil { try backend.require(.definitions, for: "--workflow") }
        if allNamespaces { try backend.require(.namespaces, for: "--all-namespaces") }
    }
}

extension String {
    /// Whether a selector has no condition.
    var isBlankSelector: Bool { allSatisfy { $0 == "," || $0.isWhitespace } }
}
