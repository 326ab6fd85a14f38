import Testing
import WorkflowAPI
import WorkflowModel

/// A query, and what it must find among `ListCase.jobs` on every backend.
struct ListCase: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var expected: [String]
    /// Sets the query up; gets what is stored, for conditions on times.
    var change: @Sendable (inout WorkflowQuery, [String: Workflow]) -> Void

    /// What a backend calls the condition that it refuses to look at; nil where it does.
    func refusal(by backend: BackendUnderTest) -> String? {
        guard backend == .nightcrawler else { return nil }
        var query = WorkflowQuery(namespace: nil)
        change(&query, [:])
        if !query.labelSelector.isEmpty { return "labels" }
        if !query.fieldSelector.isEmpty { return "field selectors" }
        return query.isResubmitted ? "resubmitted workflows" : nil
    }

    init(
        _ description: String, _ expected: [String],
        change: @escaping @Sendable (inout WorkflowQuery, [String: Workflow]) -> Void
    ) {
        testDescription = description
        self.expected = expected
        self.change = change
    }

    static let jobs = [
        Job("a-1", labels: ["team": "blue", "tier": "web"]),
        Job("a-2", labels: ["team": "red"], phase: .failed),
        Job("c", namespace: "two", labels: ["team": "blue"]),
        Job("b-1", labels: ["team": "red"]),
        Job("b-2", phase: .running),
    ]

    static let all = [
        ListCase("a namespace", ["one/a-1", "one/a-2", "one/b-1", "one/b-2"]) { _, _ in },
        ListCase("another namespace", ["two/c"]) { query, _ in query.namespace = "two" },
        ListCase("a namespace without any", []) { query, _ in query.namespace = "none" },
        ListCase("every namespace", ["one/a-1", "one/a-2", "one/b-1", "one/b-2", "two/c"]) { query, _ in
            query.namespace = nil
        },
        ListCase("one phase", ["one/a-2"]) { query, _ in query.phases = [.failed] },
        ListCase("several phases", ["one/a-2", "one/b-2"]) { query, _ in query.phases = [.running, .failed] },
        ListCase("a phase that none is in", []) { query, _ in query.phases = [.error] },
        ListCase("completed", ["one/a-1", "one/a-2", "one/b-1"]) { query, _ in query.isCompleted = true },
        ListCase("not completed", ["one/b-2"]) { query, _ in query.isCompleted = false },
        ListCase("resubmitted", []) { query, _ in query.isResubmitted = true },
        ListCase("name prefix", ["one/a-1", "one/a-2"]) { query, _ in query.namePrefix = "a-" },
        ListCase("a name prefix is no pattern", []) { query, _ in query.namePrefix = "*" },
        ListCase("part of a name", ["one/a-2", "one/b-2"]) { query, _ in query.namePattern = "-2" },
        ListCase("prefix and part", ["one/b-2"]) { query, _ in
            query.namePrefix = "b"
            query.namePattern = "2"
        },
        ListCase("name pattern", ["one/a-1", "one/b-1"]) { query, _ in query.namePattern = "?-1" },
        ListCase("name pattern with the whole name in it", ["one/a-2"]) { query, _ in query.namePattern = "a*2" },
        ListCase("a pattern is for the whole name", []) { query, _ in query.namePattern = "a?" },
        ListCase("any name", ["one/a-1", "one/a-2", "one/b-1", "one/b-2"]) { query, _ in query.namePattern = "*" },
        ListCase("label equals", ["one/a-1", "two/c"]) { query, _ in
            query.namespace = nil
            query.labelSelector = "team=blue"
        },
        ListCase("label differs or is missing", ["one/a-1", "one/b-2"]) { query, _ in
            query.labelSelector = "team!=red"
        },
        ListCase("label in a set", ["one/a-1", "one/a-2", "one/b-1"]) { query, _ in
            query.labelSelector = "team in (blue, red)"
        },
        ListCase("label not in a set", ["one/a-1", "one/b-2"]) { query, _ in query.labelSelector = "team notin (red)" },
        ListCase("label exists", ["one/a-1"]) { query, _ in query.labelSelector = "tier" },
        ListCase("label is absent", ["one/a-2", "one/b-1", "one/b-2"]) { query, _ in query.labelSelector = "!tier" },
        ListCase("labels and phase", ["one/b-1"]) { query, _ in
            query.labelSelector = "team=red,!tier"
            query.phases = [.succeeded]
        },
        ListCase("one name by field", ["one/a-2"]) { query, _ in query.fieldSelector = "metadata.name=a-2" },
        ListCase("started after all of them", []) { query, _ in
            query.fieldSelector = "spec.startedAt>2100-01-01T00:00:00Z"
        },
        ListCase("started before, and not that one", ["one/a-1", "one/b-1", "one/b-2"]) { query, _ in
            query.fieldSelector = "spec.startedAt<2100-01-01T00:00:00Z,metadata.name!=a-2"
        },
        ListCase("created after one", ["one/b-1", "one/b-2"]) { query, stored in
            query.createdAfter = stored["a-2"]?.createdAt
        },
        ListCase("created before one", ["one/a-1"]) { query, stored in
            query.createdBefore = stored["a-2"]?.createdAt
        },
        ListCase("created between two", ["one/a-2"]) { query, stored in
            query.createdAfter = stored["a-1"]?.createdAt
            query.createdBefore = stored["b-1"]?.createdAt
        },
        ListCase("created in a time that is none", []) { query, stored in
            query.createdAfter = stored["b-1"]?.createdAt
            query.createdBefore = stored["a-2"]?.createdAt
        },
        ListCase("finished after the last end", []) { query, stored in
            query.finishedAfter = stored.values.compactMap(\.finishedAt).max()
        },
        ListCase("finished after the second before the first end, and failed", ["one/a-2"]) { query, stored in
            let first = stored.values.compactMap(\.finishedAt).min()
            query.finishedAfter = first.map { Timestamp(seconds: $0.seconds - 1) }
            query.phases = [.failed]
        },
        // Real runs may all end in one second: the bounds are the ends themselves.
        ListCase("finished before the first end", []) { query, stored in
            query.finishedBefore = stored.values.compactMap(\.finishedAt).min()
        },
        ListCase("finished before the second after the last end", ["one/a-1", "one/a-2", "one/b-1"]) { query, stored in
            let last = stored.values.compactMap(\.finishedAt).max()
            query.finishedBefore = last.map { Timestamp(seconds: $0.seconds + 1) }
        },
    ]
}
