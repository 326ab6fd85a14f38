import Foundation
import TestSupport
import Testing

/// The executable and a Nightcrawler dashboard, over real sockets.
@Suite(.timeLimit(.minutes(5))) struct DashboardRunTests {
    private func site() throws -> (dashboard: FakeDashboard, wfctl: Executable) {
        let dashboard = FakeDashboard()
        dashboard.add("old", to: "wf")
        let server = try LoopbackServer(handler: dashboard.handler)
        let variables = ["WFCTL_BACKEND": "nightcrawler", "WFCTL_SERVER": server.url]
        return (dashboard, try Executable(variables, companion: server))
    }

    private func posts(_ dashboard: FakeDashboard) -> [String] {
        dashboard.requests.filter { $0.method == "POST" }.map(\.path)
    }

    /// A dashboard knows no gentler end than cancelling.
    @Test func ctrlCCancelsTheRun() async throws {
        let (dashboard, wfctl) = try site()
        let words = ["submit", "--from", "workflow/wf", "--wait", "--stop-on-interrupt", "-o", "name"]
        let process = try wfctl.start(words)
        try await process.out.wait(for: "wf/exec-3\n")
        process.signal(SIGINT)
        let result = try await process.result()
        #expect(result.status == 130)
        #expect(result.err == "wfctl: interrupted; stopping the run\nwfctl: workflow 'wf/exec-3' stopped\n")
        #expect(posts(dashboard) == ["/api/workflows/wf/execute", "/api/workflows/wf/executions/exec-3/cancel"])
    }

    @Test func aConnectionThatBreaksStartsNoSecondExecution() async throws {
        let (dashboard, wfctl) = try site()
        dashboard.fail("POST /api/workflows/wf/execute", with: .lost(.raw([.cut])))
        let result = try await wfctl.run(["submit", "--from", "workflow/wf", "-o", "name"])
        #expect(result.status == 0 && result.out == "wf/exec-3\n")
        #expect(result.err.hasPrefix("wfctl: no good answer came for an execution of workflow 'wf' ("))
        #expect(result.err.hasSuffix("; 'exec-3' has appeared since, is what was asked for, and is taken for it\n"))
        #expect(posts(dashboard).count == 1)
    }

    @Test func whatIsNotKnownIsSaidAndHowToFindOut() async throws {
        let (dashboard, wfctl) = try site()
        dashboard.fail("POST /api/workflows/wf/execute", with: .error(504, code: 0, "gone too long"))
        let result = try await wfctl.run(["submit", "--from", "workflow/wf"])
        let message = """
            wfctl: the server answered 504: gone too long; an execution of workflow 'wf' may or may not exist: none is \
            there yet, and one may still appear
            hint: look with 'wfctl list --workflow wf' before you try again

            """
        #expect(result == .init(7, err: message))
        #expect(posts(dashboard).count == 1)
    }
}
