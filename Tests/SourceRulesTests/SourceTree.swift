import Foundation
import Testing

/// The repository's own Swift files, read as text.
struct SourceTree: Sendable {
    struct File: Sendable, CustomTestStringConvertible {
        /// Relative to the root: `Sources/DocumentKit/Document.swift`.
        var path: String
        var lines: [String]

        /// The target a source file belongs to; nil outside `Sources`.
        var target: String? {
            let parts = path.split(separator: "/")
            return parts.count > 2 && parts[0] == "Sources" ? String(parts[1]) : nil
        }

        /// Modules named by `import` lines.
        var imports: [String] {
            lines.compactMap { line in
                let words = line.split(separator: " ").drop {
                    ["@testable", "package", "internal", "public"].contains($0)
                }
                return words.first == "import" && words.count > 1 ? String(words.last ?? "") : nil
            }
        }

        var testDescription: String { path }
    }

    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static let files: [File] = ["Sources", "Tests"].flatMap { folder -> [File] in
        let base = root.appending(path: folder)
        let enumerator = FileManager.default.enumerator(at: base, includingPropertiesForKeys: nil)
        return (enumerator?.compactMap { $0 as? URL } ?? [])
            .filter { $0.pathExtension == "swift" }
            .compactMap { url in
                guard let text = try? String(contentsOf: url, encoding: .utf8) else { return nil }
                let path = folder + url.path.dropFirst(base.path.count)
                return File(path: path, lines: text.components(separatedBy: "\n"))
            }
            .sorted { $0.path < $1.path }
    }

    static var sources: [File] { files.filter { $0.target != nil } }
}
