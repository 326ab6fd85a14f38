import DocumentKit
import TestSupport
import Testing
import WorkflowModel

/// Submissions through a network that loses, cuts and spoils: each happens once, or is said not to be known.
@Suite(.timeLimit(.minutes(15))) struct SubmitFaultTests {
    /// What one `wfctl submit` said.
    struct Report: Sendable {
        var number: Int
        var result: ChildProcess.Result

        var isCreated: Bool { result.status == 0 }
        /// It says that nobody can say.
        var isOpen: Bool { result.status == 7 && result.err.contains("workflow '") }
    }

    @Test func everySubmissionHappensOnce() async throws {
        let count = FaultRounds.count(240, full: 2_000)
        let argo = FakeArgoServer()
        argo.add(.workflowTemplate, #"{"metadata":{"name":"build","namespace":"argo"}}"#)
        let proxy = try FaultProxy(before: argo.handler, FaultPlan(seed: 2_026, percentage: 40))
        let reports = try await Self.submit(count, to: proxy)

        let existing = argo.workflows.compactMap {
            $0[path: "metadata", "labels", "number"]?.string.flatMap { Int($0) }
        }
        let names = Set(argo.workflows.compactMap { $0[path: "metadata", "name"]?.string })
        let created = reports.filter(\.isCreated)
        let duplicates = existing.count - Set(existing).count
        let failed = reports.filter { !$0.isCreated && !$0.isOpen && existing.contains($0.number) }
        let lost = reports.filter { !$0.isCreated && !$0.isOpen && !existing.contains($0.number) }
        let open = reports.filter { $0.isOpen && existing.contains($0.number) }
        let posts = argo.requests.count { $0.method == "POST" }
        FaultRounds.report(
            """
            \(count) submits in \(proxy.counts.requests) requests, \(proxy.counts.faults) of which went wrong: \
            \(existing.count) workflows exist, \(created.count) reported created, \(duplicates) duplicates, \
            \(failed.count) reported failed though existing, \(lost.count) reported failed and not existing, \(reports.count(where: \.isOpen)) said to be not known, \(open.count) of which exist; \
            \(posts) POSTs reached the server
            """)
        #expect(existing.count == created.count + open.count)
        #expect(duplicates == 0)
        #expect(failed.map { "\($0.number): \($0.result.err)" } == [])
        // Names that were printed are names of what exists.
        #expect(names.isSuperset(of: created.map { $0.result.out.dropLast().description }))
        // Six tries are enough for nearly everybody.
        #expect(created.count > count * 95 / 100)
    }

    private static func submit(_ count: Int, to proxy: FaultProxy) async throws -> [Report] {
        let wfctl = try Executable(at: proxy.url, companion: proxy)
        try wfctl.home.write(
            """
            {"apiVersion": "argoproj.io/v1alpha1", "kind": "Workflow", "metadata": {"generateName": "job-"},
             "spec": {"entrypoint": "main", "templates": [{"name": "main", "container": {"image": "busybox"}}]}}
            """, to: "job.json")
        let workers = 8
        return try await withThrowingTaskGroup(of: [Report].self) { group in
            for worker in 0..<workers {
                group.addTask {
                    var reports: [Report] = []
                    for number in stride(from: worker, to: count, by: workers) {
                        let words = ["-l", "number=\(number)", "-o", "name"]
                        let result = try await wfctl.run(["submit"] + source(number, wfctl) + words)
                        reports.append(Report(number: number, result: result))
                    }
                    return reports
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
    }

    /// A made name, a given one, something stored.
    private static func source(_ number: Int, _ wfctl: Executable) -> [String] {
        let file = wfctl.home.path + "/job.json"
        return switch number % 4 {
        case 0: [file, "--name", "fixed-\(number)"]
        case 1: ["--from", "workflowtemplate/build"]
        default: [file]
        }
    }
}
