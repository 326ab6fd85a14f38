import ArgumentKit
import Testing

@Suite struct DeclarationTests {
    @Test func theSampleToolHasNoProblems() {
        #expect(sampleTool.problems() == [])
    }
}
