import DocumentKit
import Foundation
import LocalEngine
import Synchronization
import TestSupport
import WorkflowAPI
import WorkflowModel

/// A store of its own in a temporary folder, whose runners are threads of the test.
struct LocalSite: ContractSite {
    let folder: ScratchFolder
    let backend: any Backend

    init() throws {
        folder = try ScratchFolder()
        let environment = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"]
        let launcher = ThreadLauncher(
            environment: environment, settings: RunnerSettings(parallelism: 2, grace: .seconds(1)))
        backend = LocalBackend(
            LocalConfiguration(
                root: folder.path + "/store", environment: environment, launcher: launcher, now: Clock().now))
    }

    /// Every look is a second later than the one before: documents tell whole seconds.
    private final class Clock: Sendable {
        private let looks = Atomic<Int64>(0)

        func now() -> Timestamp {
            Timestamp(seconds: 1_767_323_045 + looks.add(1, ordering: .relaxed).newValue)
        }
    }

    /// Submits a script that prints, then ends as wanted or holds while a file is there; and watches it get there.
    func run(_ job: Job) async throws -> Workflow {
        var script = job.lines.isEmpty ? "" : "printf '%s\\n' \(job.lines.map { "'\($0)'" }.joined(separator: " "));"
        switch job.phase {
        case .running:
            try folder.write("", to: hold(job))
            script += "while [ -e '\(folder.path)/\(hold(job))' ]; do sleep 0.01; done"
        case .failed: script += "false"
        default: script += "true"
        }
        var last = try await workflows.submit(job.submission(script: script))
        try await workflows.watch(job.reference) { event in
            guard case .changed(let workflow) = event else { return .stop }
            last = workflow
            return workflow.phase == job.phase || workflow.isFinished ? .stop : .proceed
        }
        return last
    }

    func release(_ job: Job) throws {
        let path = "\(folder.path)/\(hold(job))"
        if FileManager.default.fileExists(atPath: path) { try FileManager.default.removeItem(atPath: path) }
    }

    var refusals: [Refusal] {
        var previous = LogQuery(workflow: Job("any").reference)
        previous.previous = true
        var selecting = LogQuery(workflow: Job("any").reference)
        selecting.selector = "a=b"
        return [
            Refusal(feature: "cron workflows") { _ = try backend.resources(.cronWorkflow) },
            Refusal(feature: "cron workflows") {
                let source = Submission.Source.resource(.cronWorkflow, name: "nightly", options: SubmitOptions())
                _ = try await workflows.submit(Submission(source, namespace: "one"))
            },
            Refusal(feature: "logs of an earlier instance") { [previous] in _ = try await log(previous) },
            Refusal(feature: "selectors for pods") { [selecting] in _ = try await log(selecting) },
        ]
    }

    private func hold(_ job: Job) -> String { "hold/\(job.namespace)-\(job.name)" }
}
