import Foundation
import Testing

/// The public YAML test suite, one folder a case: `in.yaml`, what it means as `in.json` and `test.event`, or `error`.
enum YAMLSuite {
    struct Case {
        /// `229Q`, or `2G84/01` for one of several.
        var id: String
        var yaml: [UInt8]
        /// One JSON text for each document; nil where JSON cannot say it.
        var json: [UInt8]?
        var events: String
        var isError: Bool
    }

    static var folder: URL? {
        ProcessInfo.processInfo.environment["WFCTL_CONFORMANCE"].map {
            URL(fileURLWithPath: $0).appendingPathComponent("yaml-test-suite")
        }
    }

    static func cases() throws -> [Case] {
        let folder = try #require(folder)
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        return try paths.filter { $0.hasSuffix("/in.yaml") }.sorted().map { path in
            let id = String(path.dropLast("/in.yaml".count))
            func file(_ name: String) -> Data? { try? Data(contentsOf: folder.appendingPathComponent("\(id)/\(name)")) }
            return Case(
                id: id, yaml: [UInt8](try #require(file("in.yaml"))), json: file("in.json").map { [UInt8]($0) },
                events: String(decoding: try #require(file("test.event")), as: UTF8.self),
                isError: file("error") != nil)
        }
    }
}
