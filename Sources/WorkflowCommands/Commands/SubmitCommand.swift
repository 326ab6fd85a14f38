import ArgumentKit
import DocumentKit
import LocalEngine
import TerminalKit
import WorkflowAPI
import WorkflowLint
import WorkflowModel

/// `wfctl submit`: manifests or a stored template in, running workflows out.
struct SubmitCommand: WorkflowCommand {
    var globals = GlobalOptions()
    var files: [String] = []
    var from: ResourceName?
    var overrides = SubmitOverrides()
    var format = DetailFormat.table
    var dryRun = false
    var serverDryRun = false
    var wait = false
    var watch = false
    var log = false
    var stopOnInterrupt = false
    var timeout: Duration?
    var strict = false
    var noLint = false

    init() {}

    static let info = CommandInfo(
        name: "submit",
        abstract: "Submit workflows",
        discussion: """
            With --wait, --watch or --log wfctl ends with the run's own exit status: 0 when it succeeded, 3 when it failed. A \
            fault of the network is never reported as a failed run. With --watch and --log it ends with 141 when whoever \
            reads the output leaves before the end; --wait waits all the same.

            A workflow is created once, also when the network loses the answer: wfctl makes its name, marks it with \
            the annotation wfctl/request-id, and looks for it before anything is sent again. What cannot be found \
            out is said, with exit status 7.
            """,
        examples: [
            .init("Submit a manifest and follow its log", "wfctl submit wf.json --log"),
            .init("Run on this machine, without a server", "wfctl submit --local wf.json --log"),
            .init(
                "Start a stored template with a parameter", "wfctl submit --from workflowtemplate/build -p branch=main"),
            .init("Submit from a pipe and wait, in a script", "wfctl submit - --wait -o name"),
        ])

    static var arguments: [Argument<Self>] {
        positional(
            \.files, "file", completion: .file(extensions: ["yaml", "yml", "json"]),
            help: "Manifests: files, - for standard input, or web addresses")
        option(
            \.from, "from", value: "kind/name", completion: .dynamic("sources"),
            help: "Start a stored workflowtemplate, clusterworkflowtemplate, cronworkflow or, on a dashboard, workflow")
        group(\.overrides, "Overrides")
        flag(\.wait, "wait", "w", help: "Wait until the workflows are over")
        flag(\.watch, "watch", help: "Show the workflows and their steps until they are over")
        flag(\.log, "log", help: "Follow the workflows' logs until they are over")
        option(
            \.timeout, "timeout", value: "duration",
            help: "With --wait, --watch or --log: give up after this time, with exit status 124")
        flag(
            \.stopOnInterrupt, "stop-on-interrupt",
            help: "With --wait, --watch or --log: Ctrl-C stops the workflows too")
        flag(\.dryRun, "dry-run", help: "Print what would be submitted and submit nothing")
        flag(\.serverDryRun, "server-dry-run", help: "Let the server check and complete the workflow, and keep nothing")
        flag(\.strict, "strict", help: "Duplicate keys in manifests are errors")
        flag(\.noLint, "no-lint", help: "Send the manifests without looking for mistakes in them")
        option(\.format, "output", "o", value: "format", help: "Output format")
        refused("status", value: "phase", reason: "it filters what is shown; use 'wfctl watch NAME --status'")
        refused("node-field-selector", value: "query", reason: "it filters what is shown; use it with 'wfctl watch'")
        refused("scheduled-time", value: "time", reason: "wfctl cannot set the scheduled time of a run")
        group(\.globals, "Connection")
    }

    var inputReaders: [String] {
        files.filter { $0 == "-" } + (overrides.parameterFile == "-" ? ["--parameter-file -"] : [])
    }

    func validate() throws(ArgumentError) {
        if from != nil && !files.isEmpty { throw .conflict("--from and files exclude each other") }
        if from == nil && files.isEmpty {
            throw .conflict("name a manifest file, - for standard input, or --from kind/name")
        }
        if dryRun && serverDryRun { throw .conflict("--dry-run and --server-dry-run exclude each other") }
        if (dryRun || serverDryRun) && stays { throw .conflict("a dry run starts nothing to wait for") }
        if dryRun, let from {
            throw .conflict(
                from.isDefinition
                    ? "--from \(from.argument) is expanded by the dashboard, which has no dry runs"
                    : "--from is expanded by the server; use --server-dry-run")
        }
        if timeout != nil && !stays { throw .conflict("--timeout needs --wait, --watch or --log") }
        if stopOnInterrupt && !stays { throw .conflict("--stop-on-interrupt needs --wait, --watch or --log") }
        if log && watch { throw .conflict("--log and --watch would share standard output") }
        if log && format.documents != nil {
            throw .conflict("--log and -o \(format.rawValue) would share standard output")
        }
        if watch && WatchFormat(rawValue: format.rawValue) == nil {
            throw .conflict("--watch and -o \(format.rawValue) would share standard output")
        }
        if overrides.name != nil && overrides.generateName != nil {
            throw .conflict("--name and --generate-name exclude each other")
        }
        try overrides.validate()
    }

    func perform(in context: CommandContext) async throws {
        let deadline = Deadline(after: timeout, context.time)
        // Chosen before anything is read: TLS options have to be there before a manifest on the web is asked for.
        let connection = try connect(in: context)
        if let connection { try check(on: connection.backend) }
        if connection.map({ $0.backend.kind == .local }) ?? true {
            try globals.trust(files + [overrides.parameterFile].compactMap(\.self), in: context)
        }
        let namespace = connection?.namespace ?? globals.connection.namespace ?? "default"
        let read = try await deadline.run {
            try await self.requests(namespace: namespace, for: connection?.backend, in: context)
        }
        guard let requests = read else {
            throw Diagnostic(
                message: "the time is up before the manifests were read; nothing was submitted", status: .timedOut)
        }
        if let local = connection?.backend as? LocalBackend { try LocalCheck(backend: local).run(requests) }
        var printer = WorkflowPrinter(
            format: format, tree: TreeOptions(), isSingle: requests.count == 1, in: context)
        guard let connection, !dryRun else {
            for case .manifest(let tree) in requests.map(\.submission.source) {
                try printer.print(Workflow(tree.document().root))
            }
            return try printer.finish()
        }
        let runs = OpenRuns()
        guard stays else {
            return try await submit(requests, on: connection, &printer, as: runs, until: deadline, in: context)
        }
        // From the first moment that one exists: nobody may come between its name and what becomes of it.
        let farewell = RunFarewell(
            runs: runs, command: way, again: again(from: connection), stops: stopOnInterrupt,
            service: connection.backend.workflows, context: context)
        try await farewell.standing {
            var refusal: Diagnostic?
            do {
                try await submit(requests, on: connection, &printer, as: runs, until: deadline, in: context)
            } catch let error as Diagnostic where !runs.all.isEmpty {
                // Those that were created before it go on all the same.
                context.report(error)
                refusal = error
            }
            do {
                try await follow(runs, after: refusal, on: connection, until: deadline, in: context)
            } catch let reason as OutputError where reason != .closed {
                throw UnsaidDeed(deed(runs.all), reason: reason)
            }
        }
    }

    var claimsSuccess: Bool { stays }

    /// Whether wfctl stays until the runs are over.
    private var stays: Bool { wait || watch || log }
    /// Manifests may have namespaces of their own.
    private func again(from connection: Connection) -> WayBack {
        var again = globals.wayBack
        again.home = connection.namespace
        return again
    }

    /// The command that leads to the same runs again.
    private var way: String { watch ? "watch" : "wait" }
    /// With --wait a machine format shows each run once, as it ended; --watch shows it all the time.
    private var showsLater: Bool { watch || wait && format.documents != nil }

    /// nil for a dry run that no backend was named for: it needs none.
    private func connect(in context: CommandContext) throws -> Connection? {
        do {
            return try globals.connect(in: context)
        } catch ConfigurationError.nothingConfigured where dryRun {
            return nil
        }
    }

    /// Refuses before anything is read what the backend does not have.
    private func check(on backend: any Backend) throws(BackendError) {
        if overrides.environment != nil { try backend.require(.environments, for: "--environment") }
        if let from, from.isDefinition { try backend.require(.definitions, for: "--from \(from.argument)") }
        if from == nil && backend.kind == .nightcrawler {
            throw .unsupported("workflows from manifests, only those from --from workflow/ID", by: .nightcrawler)
        }
    }

    private func submit(
        _ requests: [SubmitRequest], on connection: Connection, _ printer: inout WorkflowPrinter,
        as runs: OpenRuns, until deadline: Deadline, in context: CommandContext
    ) async throws {
        for request in requests {
            let write = PendingWrite(
                of: request.submission, on: connection.backend, again: globals.wayBack)
            let workflow: Workflow
            do {
                workflow = try await write.run(until: deadline) { tell in
                    let namespace = request.submission.namespace
                    let workflow = try await connection.backend.workflows.submit(request.submission) { fate in
                        // A dashboard chooses the names of its runs.
                        if !connection.backend.has(.definitions) { runs.expect(fate, in: namespace) }
                        tell(fate)
                    }
                    runs.add(WorkflowReference(namespace: namespace, name: workflow.name))
                    return workflow
                }
            } catch {
                // What exists is said before what went wrong with the next one.
                if !showsLater { try? printer.finish() }
                let refusal = (error as? BackendError).map(write.diagnostic) ?? error as? Diagnostic
                guard let refusal else { throw error }
                throw requests.count > 1 ? request.naming(refusal) : refusal
            }
            if showsLater { continue }
            let made = runs.all
            let rest = requests.dropFirst(made.count).compactMap(\.name)
            try UnsaidDeed.named(deed(made.suffix(1)), leaving: rest, in: context) { try printer.print(workflow) }
        }
        if !showsLater { try UnsaidDeed.named(deed(runs.all), in: context) { try printer.finish() } }
    }

    /// What was done to them, for when the output cannot tell.
    private func deed(_ runs: [WorkflowReference]) -> String {
        let names = runs.map { "'\($0.name)'" }.joined(separator: ", ")
        let verb = serverDryRun ? "checked" : "submitted"
        return runs.count == 1 ? "workflow \(names) was \(verb)" : "workflows \(names) were \(verb)"
    }

    /// `refusal` is of a further one, which there is not.
    private func follow(
        _ runs: OpenRuns, after refusal: Diagnostic?, on connection: Connection, until deadline: Deadline,
        in context: CommandContext
    ) async throws {
        let service = connection.backend.workflows
        var status = refusal?.status ?? .success
        if log {
            let follower = LogFollower(
                service: service, patience: LogPatience(globals.connection, in: context), deadline: deadline,
                context: context)
            status = status.worst(try await follower.follow(runs.all))
        }
        var waiter = RunWaiter(
            service: service, deadline: deadline, patience: WatchPatience(globals.connection, in: context),
            context: context)
        waiter.again = again(from: connection)
        waiter.areNew = true
        waiter.areAll = refusal == nil
        waiter.form = form
        waiter.command = way
        if watch, let format = WatchFormat(rawValue: format.rawValue) {
            waiter.display = context.display(
                of: runs.all.map(\.name), as: format, tree: TreeOptions(), fillsScreen: false)
        }
        status = status.worst(try await waiter.wait(for: runs))
        if status != .success { throw status }
    }

    /// What is printed of each run that is over.
    private var form: RunReport.Form {
        if watch { return .shown }
        if let documents = format.documents { return .documents(documents) }
        return wait && format != .name ? .line : .none
    }

    /// What the command line stands for; `namespace` is for manifests that name none.
    private func requests(namespace: String, for backend: (any Backend)?, in context: CommandContext) async throws
        -> [SubmitRequest]
    {
        let reader = ManifestReader(input: context.input, isStrict: strict) { context.note($0) }
        let options = try await overrides.resolved(reader)
        let rehearsal = serverDryRun ? Submission.DryRun.server : .none
        if let from {
            let source = Submission.Source.resource(from.kind, name: from.name, options: options)
            return [SubmitRequest(submission: Submission(source, namespace: namespace, dryRun: rehearsal))]
        }
        let manifests = try await reader.read(files, kind: "Workflow")
        if options.name != nil && manifests.count > 1 {
            throw Diagnostic(
                message: "--name would give \(manifests.count) workflows the same name", hint: "use --generate-name",
                status: .usage)
        }
        for manifest in manifests { try OverrideCheck(manifest: manifest, options: options).run() }
        try LintGate(context: context, backend: backend, isOpen: noLint, requiresValues: true)
            .check(manifests, as: .workflow, overrides: options.lintOverrides)
        return try manifests.map { manifest in
            var tree = manifest.tree(as: .workflow)
            options.apply(to: &tree)
            let namespace = try manifest.namespace(asked: globals.connection.namespace) ?? namespace
            let submission = Submission(.manifest(tree), namespace: namespace, dryRun: rehearsal)
            return SubmitRequest(submission: submission, manifest: manifest)
        }
    }
}
