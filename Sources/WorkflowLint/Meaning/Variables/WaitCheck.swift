import DocumentKit

/// Checks that a task waits for the tasks whose outputs or states it asks for.
struct WaitCheck {
    let graph: TaskGraph

    private struct Question {
        var task: Int
        var needed: Int
        var use: VariableReader.Use
        /// The kind and the value of the argument it stands in, if it does.
        var argument: (kind: String, value: DocumentValue)?
    }

    private var questions: [Question] = []

    init(graph: TaskGraph) { self.graph = graph }

    /// - Parameter finished: a task that is over where the question stands.
    mutating func add(
        _ uses: [VariableReader.Use], by task: Int, finished: Int?,
        argument: (kind: String, value: DocumentValue)? = nil
    ) {
        for use in uses {
            let name = use.name.dropFirst("tasks.".count).prefix { $0 != "." }
            guard let needed = graph.places[String(name)], needed != finished else { continue }
            questions.append(Question(task: task, needed: needed, use: use, argument: argument))
        }
    }

    func run(into findings: inout Findings) {
        // Where a dependency is misspelled or cannot be read, nobody knows who waits for whom.
        guard graph.isCertain else { return }
        var told: Set<[Int]> = []
        for index in graph.unmet(questions.map { ($0.task, $0.needed) }) {
            let question = questions[index]
            guard told.insert([question.task, question.needed, question.use.value.offset]).inserted else { continue }
            let (task, needed) = (graph.tasks[question.task], graph.names[question.needed])
            let message =
                if let (kind, value) = question.argument, !question.use.name.hasSuffix(".status") {
                    "missing dependency '\(needed)' for \(kind) '\(value["name"]?.sentText ?? "")'"
                } else {
                    "failed to resolve {{\(question.use.name)}}"
                }
            findings.add(
                .missingDependency, "\(task.label) \(message)", at: question.use.value,
                part: "{{\(question.use.inside)}}",
                hint: question.task == question.needed
                    ? "a task cannot ask about itself before it is over"
                    : "let '\(task.name)' wait for '\(needed)': name it in '\(graph.usesDepends ? "depends" : "dependencies")'"
            )
        }
    }
}
