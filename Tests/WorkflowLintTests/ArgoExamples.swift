import DocumentKit
import Foundation
import WorkflowLint

/// The manifests of argo's own examples, where the conformance data is there.
enum ArgoExamples {
    static let folder = ProcessInfo.processInfo.environment["WFCTL_CONFORMANCE"].map {
        URL(filePath: $0).appending(path: "argo-examples")
    }

    /// Every document of a kind that is linted, by file in the order of their paths.
    static func subjects() throws -> [Subject] {
        guard let folder else { return [] }
        let files = (FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []).sorted()
        return try files.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }.flatMap { file -> [Subject] in
            let bytes = Array(try Data(contentsOf: folder.appending(path: file)))
            return try YAMLReader.readAll(bytes).compactMap { document in
                guard let kind = ManifestKind(rawValue: document.root["kind"]?.string ?? "") else { return nil }
                return Subject(source: file, kind: kind, value: document.root)
            }
        }
    }
}
