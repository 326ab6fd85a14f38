import TestSupport
import Testing

@Suite(.timeLimit(.minutes(3))) struct StartTests {
    @Test(arguments: [["version"], ["--help"], ["help", "exit-codes"], ["list", "--help"], ["completion", "bash"]])
    func leavesNothingBehind(words: [String]) async throws {
        let wfctl = try Executable()
        let result = try await wfctl.run(words)
        #expect(result.status == 0)
        #expect(result.err == "")
        #expect(result.out != "")
        #expect(wfctl.home.contents() == [])
    }
}
