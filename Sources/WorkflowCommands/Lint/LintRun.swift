import DocumentKit
import WorkflowAPI
import WorkflowLint

/// Reads everything that is to be linted, lints it together, and asks a server if there is one to ask.
struct LintRun {
    let reader: ManifestReader
    let kinds: [ManifestKind]
    let isStrict: Bool
    let ignoresMissing: Bool

    /// What came of it.
    struct Outcome {
        /// In the order of the files.
        var entries: [LintEntry] = []
        var subjects: [Subject] = []
        /// Something could not be read, so that the rest may look better than it is.
        var isIncomplete = false
    }

    func run(_ paths: [String], server: Connection?) async throws -> Outcome {
        var outcome = Outcome()
        // Each entry with the number of the document it is about, or of the one that would have come next.
        var found: [(subject: Int, entry: LintEntry)] = []
        for path in paths {
            do {
                for file in try reader.input.manifestFiles(path) {
                    do {
                        outcome.subjects += try await subjects(in: file)
                    } catch let error as ManifestError {
                        found.append((outcome.subjects.count, LintEntry(unreadable: error)))
                    }
                }
            } catch let error as InputError {
                found.append((outcome.subjects.count, LintEntry(unreadable: error)))
            }
        }
        outcome.isIncomplete = !found.isEmpty
        let findings = Linter(outcome.subjects, options: .init(ignoresMissing: ignoresMissing)).findings()
        found += findings.map { ($0.subject, LintEntry($0, of: outcome.subjects[$0.subject], isStrict: isStrict)) }
        if let server {
            let faulty = Set(findings.filter { $0.severity == .error }.map(\.subject))
            for (index, subject) in outcome.subjects.enumerated() where !faulty.contains(index) {
                if let problem = try await problem(with: subject, on: server) {
                    found.append((index, LintEntry(server: problem, about: subject)))
                }
            }
        }
        let order = found.enumerated().sorted { ($0.element.subject, $0.offset) < ($1.element.subject, $1.offset) }
        outcome.entries = order.map(\.element.entry)
        return outcome
    }

    private func subjects(in file: String) async throws -> [Subject] {
        try await reader.documents(in: file).compactMap { manifest in
            guard let kind = manifest.value["kind"]?.string.flatMap(ManifestKind.init(rawValue:)),
                kinds.contains(kind)
            else { return nil }
            return manifest.subject(kind)
        }
    }

    private func problem(with subject: Subject, on server: Connection) async throws -> String? {
        let own = subject.value[path: "metadata", "namespace"]?.string ?? ""
        return try await server.backend.linter().problem(
            with: subject.value.tree, kind: subject.kind.resource, namespace: own.isEmpty ? server.namespace : own)
    }
}
