import TerminalKit
import WorkflowAPI
import WorkflowModel

/// Says how each of several runs ended: on stdout in the form that was asked for, on stderr what went wrong.
struct RunReport {
    /// What stands on stdout for a run that is over.
    enum Form: Equatable {
        /// `build-1 Succeeded at 2026-01-02 03:04:05 +0000 UTC`, as argo has it.
        case line
        case name
        /// The run as it ended.
        case documents(DocumentFormat)
        /// Nothing; a run that failed is named on stderr.
        case none
        /// Nothing: a display has shown it.
        case shown
    }

    let form: Form
    /// The command that leads to the same runs again.
    let command: String
    let again: WayBack
    let ignoresNotFound: Bool
    let context: CommandContext
    private var documents: DocumentPrinter?
    /// Documents that wait for those before them.
    private var waiting: [Int: Workflow?] = [:]
    private var nextPlace = 0
    private(set) var status = ExitStatus.success

    init(
        _ form: Form, isSingle: Bool, command: String, again: WayBack, ignoresNotFound: Bool,
        in context: CommandContext
    ) {
        self.form = form
        self.command = command
        self.again = again
        self.ignoresNotFound = ignoresNotFound
        self.context = context
        if case .documents(let format) = form {
            documents = DocumentPrinter(format: format, isSingle: isSingle, output: context.terminal.out)
        }
    }

    /// Takes note of an ending; the run has its name, or what was typed where it was never seen.
    mutating func add(_ ending: RunWaiter.Ending, of run: WorkflowReference, at place: Int) throws {
        let name = run.name
        switch ending {
        case .followed(.over(let workflow)): try add(workflow, name, at: place)
        case .followed(.deleted):
            fail(Diagnostic(BackendError.deleted(name)))
        case .followed(.replaced):
            fail(Diagnostic(BackendError.deleted(name, isReplaced: true)))
        case .followed(.failed(let error)):
            var diagnostic = Diagnostic(error)
            if ignoresNotFound && diagnostic.status == .notFound { break }
            if !diagnostic.message.contains("'\(name)'") {
                diagnostic.message = "workflow '\(name)': \(diagnostic.message)"
            }
            fail(diagnostic)
        case .timedOut(let knowledge):
            fail(Diagnostic(timeIsUpFor: run, knowing: knowledge, command: command, again))
        }
        if documents != nil {
            if case .followed(.over(let workflow)) = ending {
                waiting[place] = workflow
            } else {
                waiting[place] = .some(nil)
            }
            try printDocuments()
        }
    }

    /// Closes what is open on stdout.
    mutating func finish() throws {
        try documents?.finish()
        try context.terminal.out.flush()
    }

    private mutating func add(_ workflow: Workflow, _ name: String, at place: Int) throws {
        let status = ExitStatus(ofRun: workflow)
        let phase = workflow.finalPhase?.rawValue ?? "Unknown"
        self.status = self.status.worst(status)
        var isTold = form == .line && workflow.message.isEmpty || form == .shown
        do {
            try show(workflow, phase, name)
        } catch OutputError.closed {
            isTold = false
        }
        if workflow.outcome == .unknown {
            context.note("workflow '\(name)' is over, and its phase does not say how: '\(workflow.phaseText)'")
        } else if status != .success, !isTold {
            let reason = workflow.message.isEmpty ? "" : ": \(workflow.message)"
            context.note("workflow '\(name)' ended \(phase)\(reason)")
        }
    }

    private func show(_ workflow: Workflow, _ phase: String, _ name: String) throws {
        let out = context.terminal.out
        switch form {
        case .line:
            let time = workflow.finishedAt.map { " at \($0.goText)" } ?? ""
            try out.write("\(name) \(phase)\(time)".sanitized() + "\n")
        case .name: try out.write(name.sanitized() + "\n")
        case .documents, .none, .shown: break
        }
        try out.flush()
    }

    /// In the order in which the runs were named, each as soon as those before it are over.
    private mutating func printDocuments() throws {
        while let next = waiting.removeValue(forKey: nextPlace) {
            nextPlace += 1
            if let next { try documents?.print(next.document) }
        }
        try context.terminal.out.flush()
    }

    private mutating func fail(_ diagnostic: Diagnostic) {
        context.report(diagnostic)
        status = status.worst(diagnostic.status)
    }
}
