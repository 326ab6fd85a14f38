import Foundation
import Testing

/// The example manifests of Argo Workflows.
enum ArgoExamples {
    static var folder: URL? {
        ProcessInfo.processInfo.environment["WFCTL_CONFORMANCE"].map {
            URL(fileURLWithPath: $0).appendingPathComponent("argo-examples")
        }
    }

    static func files() throws -> [(name: String, bytes: [UInt8])] {
        let folder = try #require(folder)
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        return try paths.filter { $0.hasSuffix(".yaml") }.sorted().map {
            ($0, [UInt8](try Data(contentsOf: folder.appendingPathComponent($0))))
        }
    }
}
