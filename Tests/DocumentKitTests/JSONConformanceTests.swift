import Foundation
import Testing

@testable import DocumentKit

/// The public JSON parsing suite: `y_` files are right, `n_` files are wrong, `i_` files are left to the reader.
@Suite(.enabled(if: JSONSuite.folder != nil, "WFCTL_CONFORMANCE is not set: the public JSON suite is not run"))
struct JSONConformanceTests {
    @Test(arguments: BlockPath.allCases)
    func readsEveryRightFileAndRefusesEveryWrongOneWithAPlace(path: BlockPath) throws {
        var counts = (read: 0, refused: 0)
        for file in try JSONSuite.files() {
            let result = Result { () throws(DocumentError) in try path.read(file.bytes) }
            switch (file.name.prefix(2), result) {
            case ("y_", .success(let document)):
                counts.read += 1
                let text = JSONWriter.text(document.root, style: .pretty)
                #expect(try path.read(Array(text.utf8)) == document, "\(file.name)")
            case ("n_", .failure(let error)):
                counts.refused += 1
                #expect(error.position.line >= 1 && error.position.column >= 1 && !error.message.isEmpty)
            case ("i_", _): break
            default: Issue.record("\(file.name): \(result)")
            }
        }
        print(
            "JSON suite (\(path)): \(counts.read) of 95 right files read, \(counts.refused) of 188 wrong ones refused")
        #expect(counts == (95, 188))
    }

    @Test func treatsEveryFileThatIsLeftToTheReaderAsTheTableSays() throws {
        var read: [String: String] = [:]
        var refused: [String: String] = [:]
        for file in try JSONSuite.files() where file.name.hasPrefix("i_") {
            let name = String(file.name.dropFirst(2).dropLast(5))
            do throws(DocumentError) {
                read[name] = JSONWriter.text(try JSONReader.read(file.bytes).root, style: .compact)
            } catch {
                refused[name] = "\(error)"
            }
        }
        print("JSON suite: of the 35 files left to the reader \(read.count) are read, \(refused.count) refused")
        #expect(read == JSONSuiteChoices.read)
        #expect(refused == JSONSuiteChoices.refused)
    }
}

enum JSONSuite {
    static var folder: URL? {
        ProcessInfo.processInfo.environment["WFCTL_CONFORMANCE"].map {
            URL(fileURLWithPath: $0).appendingPathComponent("json-test-suite/test_parsing")
        }
    }

    static func files() throws -> [(name: String, bytes: [UInt8])] {
        let folder = try #require(folder)
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map {
            ($0, [UInt8](try Data(contentsOf: folder.appendingPathComponent($0))))
        }
    }
}
