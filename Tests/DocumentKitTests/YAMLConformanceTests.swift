import Testing

@testable import DocumentKit

@Suite(.enabled(if: YAMLSuite.folder != nil, "WFCTL_CONFORMANCE is not set: the public YAML suite is not run"))
struct YAMLConformanceTests {
    @Test func givesTheEventsOfEveryRightCaseAndRefusesEveryWrongOne() throws {
        var counts = (right: 0, refused: 0)
        for example in try YAMLSuite.cases() {
            let result = Result { () throws(YAMLFault) in try YAMLEventText.lines(of: example.yaml) }
            switch result {
            case .success(let lines) where !example.isError:
                let expected = example.events.split(separator: "\n").map(String.init)
                if lines == expected { counts.right += 1 }
                #expect(lines == expected, "\(example.id)")
            case .failure(let fault) where example.isError:
                counts.refused += 1
                #expect(fault.offset <= example.yaml.count && !fault.message.isEmpty)
            default: Issue.record("\(example.id): \(result)")
            }
        }
        print(
            "YAML suite: the events of \(counts.right) of 308 right cases, \(counts.refused) of 94 wrong ones refused")
        #expect(counts == (308, 94))
    }

    @Test func givesTheDocumentsOfEveryCaseThatJSONCanSay() throws {
        var count = 0
        for example in try YAMLSuite.cases() where !example.isError {
            guard let json = example.json else { continue }
            let expected = try JSONReader.readAll(json).map { Self.unordered($0.root.tree) }
            let result = Result { () throws(DocumentError) in try YAMLReader.readAll(example.yaml) }
            switch result {
            case .success(let documents):
                let values = documents.map { Self.unordered($0.root.tree) }
                if values == expected { count += 1 }
                #expect(values == expected, "\(example.id)")
            case .failure(let error): Issue.record("\(example.id): \(error)")
            }
        }
        print("YAML suite: the documents of \(count) of 279 cases that JSON can say")
        #expect(count == 279)
    }

    /// JSON objects have no order, and 450.00 is 450; the order of the source is what the events prove.
    private static func unordered(_ tree: ValueTree) -> ValueTree {
        switch tree {
        case .number(let text): .number(Double(text).map { "\($0)" } ?? text)
        case .array(let elements): .array(elements.map(unordered))
        case .object(let members):
            .object(
                ValueTree.Members(
                    members.map { (key: $0.key, value: unordered($0.value)) }.sorted { $0.key < $1.key }))
        default: tree
        }
    }
}
