import Testing

@testable import WorkflowAPI

@Suite struct AnswerDocumentTests {
    @Test func knowsEveryPlaceInWhichAnAnswerCanBeCut() {
        let text = Array(#"{"a":[1.5e3,true,null],"é\n\"":"x\u00e9y","z":{"b":false}}"#.utf8)
        for count in text.indices {
            let cut = BackendError.truncated("the answer stops in the middle, after \(count) bytes")
            #expect(throws: cut) { try AnswerDocument.read(Array(text.prefix(count))) }
        }
    }

    @Test(arguments: [
        #"{"a":1}}"#, #"{"a":1,}"#, "{'a':1}", #"{"a" 1}"#, #"{"a":tru}"#, #"{"a":"\q"}"#, "hello", " ok",
    ])
    func tellsBrokenFromCut(_ text: String) {
        #expect {
            try AnswerDocument.read(Array(text.utf8))
        } throws: { error in
            if case .malformed? = error as? BackendError { true } else { false }
        }
    }
}
