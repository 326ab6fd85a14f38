import DocumentKit

/// Checks the order of a DAG's tasks: dependencies, circles, targets.
struct TaskCheck {
    let template: TemplateView
    let graph: TaskGraph

    private var path: String { template.path }

    func run(into findings: inout Findings) {
        for (task, mentions) in graph.mentions.enumerated() { check(mentions, of: graph.tasks[task], &findings) }
        for (task, fault) in graph.faults {
            guard let depends = graph.tasks[task].value["depends"] else { continue }
            findings.add(
                .invalidDepends,
                "\(graph.tasks[task].label) invalid depends '\(depends.sentText ?? "")': \(fault.message)", at: depends,
                hint: fault.hint)
        }
        checkStyle(&findings)
        for cycle in CycleFinder(edges: graph.dependencies).closedCycles() {
            let first = graph.tasks[cycle[0]].value
            findings.add(
                .dependencyCycle,
                "\(path).tasks dependency cycle detected: "
                    + cycle.map { graph.tasks[$0].name }.joined(separator: " -> "),
                at: first.given("depends") ?? first.given("dependencies") ?? first)
        }
        checkTargets(&findings)
        if let tasks = template.value[path: "dag", "tasks"], tasks.kind == .array, tasks.count == 0 {
            findings.add(.missingField, "\(path) must have at least one task", at: tasks)
        }
    }

    private func check(_ mentions: [TaskGraph.Mention], of task: CallView, _ findings: inout Findings) {
        var unknown: Set<String> = []
        for mention in mentions {
            guard let place = graph.places[mention.name] else {
                guard unknown.insert(mention.name).inserted else { continue }
                findings.add(
                    .unknownDependency, "\(task.label) dependency '\(mention.name)' not defined", at: mention.value,
                    part: mention.text,
                    choice: Finding.Choice(mention.name, among: graph.names))
                continue
            }
            guard let word = mention.result else { continue }
            guard let result = DependsExpression.Result(rawValue: word) else {
                findings.add(
                    .invalidDepends, "\(task.label) task result '\(word)' for task '\(mention.name)' is invalid",
                    at: mention.value, part: mention.text,
                    choice: Finding.Choice(word, among: DependsExpression.Result.allCases.map(\.rawValue)))
                continue
            }
            if result.needsLoop && graph.tasks[place].loop == nil {
                findings.add(
                    .invalidDepends,
                    "\(task.label) dependency '\(mention.name)' uses an items-based condition such as .AnySucceeded "
                        + "or .AllFailed but does not contain any items", at: mention.value, part: mention.text)
            }
        }
    }

    /// What argo does not allow beside `depends`.
    private func checkStyle(_ findings: inout Findings) {
        var isMixed = false
        for task in graph.tasks {
            let dependencies = task.value.given("dependencies")
            let hasDependencies = dependencies.map { $0.count > 0 } ?? false
            if graph.usesDepends || hasDependencies, let first = task.name.utf8.first,
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first)
            {
                findings.add(
                    .invalidName,
                    "\(task.label) name cannot begin with a digit when using either 'depends' or 'dependencies'",
                    at: task.value["name"] ?? task.value)
            }
            if graph.usesDepends, hasDependencies, !isMixed, let dependencies {
                isMixed = true
                findings.add(
                    .invalidDepends, "\(path) cannot use both 'depends' and 'dependencies' in the same DAG template",
                    at: dependencies)
            }
            if graph.usesDepends, let place = task.value.given("continueOn") {
                findings.add(
                    .invalidDepends,
                    "\(path) cannot use 'continueOn' when using 'depends'. "
                        + "Instead use 'dep-task.Failed'/'dep-task.Errored'",
                    at: place)
            }
        }
    }

    private func checkTargets(_ findings: inout Findings) {
        guard let target = template.value[path: "dag", "target"], let names = target.sentText, target.isPlain else {
            return
        }
        for name in names.split(separator: " ") where graph.places[String(name)] == nil {
            findings.add(
                .unknownDependency, "\(path).targets: target '\(name)' is not defined", at: target,
                choice: Finding.Choice(String(name), among: graph.names))
        }
    }
}
