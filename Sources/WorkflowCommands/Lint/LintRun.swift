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
        private(set) var subjects: [Subject] = []
        /// The number of the file that each of them is in.
        private(set) var files: [Int] = []
        /// Which of them are to be told about; the others are there to be referred to.
        private(set) var selected: Set<Int> = []
        /// Something could not be read, so that the rest may look better than it is.
        private(set) var isIncomplete = false
        /// Each entry with the number of the document it is about, or of the one that would have come next.
        private var found: [(subject: Int, entry: LintEntry)] = []

        /// In the order of the documents.
        var entries: [LintEntry] {
            found.enumerated().sorted { ($0.element.subject, $0.offset) < ($1.element.subject, $1.offset) }
                .map(\.element.entry)
        }

        /// The documents that have an error.
        private(set) var faulty: Set<Int> = []

        mutating func add(_ subject: Subject, in file: Int, isSelected: Bool) {
            if isSelected { selected.insert(subjects.count) }
            subjects.append(subject)
            files.append(file)
        }

        /// What cannot be read stands between the documents around it.
        mutating func add(unreadable entry: LintEntry) {
            found.append((subjects.count, entry))
            isIncomplete = true
        }

        /// What is found in a document that is not linted further stands between those around it, too.
        mutating func add(_ entry: LintEntry) { found.append((subjects.count, entry)) }

        mutating func add(_ entry: LintEntry, about subject: Int) {
            guard selected.contains(subject) else { return }
            found.append((subject, entry))
            if entry.severity == .error { faulty.insert(subject) }
        }
    }

    /// Reads and lints files and folders.
    func run(_ paths: [String]) async throws -> Outcome {
        var outcome = Outcome()
        var number = 0
        for path in paths {
            do {
                for file in try reader.input.manifestFiles(path) {
                    try await read(file, number, isAsked: file == path, into: &outcome)
                    number += 1
                }
            } catch let error as InputError {
                outcome.add(unreadable: LintEntry(unreadable: error))
            }
        }
        let findings = Linter(outcome.subjects, options: .init(ignoresMissing: ignoresMissing)).findings()
        var maker = LintEntries(isStrict: isStrict)
        let files = outcome.files
        for (subject, entry) in maker.entries(
            of: findings.filter { outcome.selected.contains($0.subject) }, about: outcome.subjects, file: { files[$0] })
        {
            outcome.add(entry, about: subject)
        }
        return outcome
    }

    /// Asks a server about the documents that have no error so far.
    func ask(_ server: Connection, _ outcome: inout Outcome) async throws {
        let linter = try server.backend.linter()
        for (index, subject) in outcome.subjects.enumerated()
        where outcome.selected.contains(index) && !outcome.faulty.contains(index) {
            let own = subject.value[path: "metadata", "namespace"]?.string ?? ""
            let manifest = Manifest(source: subject.source, value: subject.value).tree(as: subject.kind)
            let problem = try await linter.problem(
                with: manifest, kind: subject.kind.resource, namespace: own.isEmpty ? server.namespace : own)
            if let problem { outcome.add(LintEntry(server: problem, about: subject), about: index) }
        }
    }

    /// A file that cannot be read keeps none of the others from being linted.
    private func read(_ file: String, _ number: Int, isAsked: Bool, into outcome: inout Outcome) async throws {
        do {
            for manifest in try await reader.candidates(in: file, isAsked: isAsked) {
                if let finding = KindCheck.finding(in: manifest.value) {
                    outcome.add(LintEntry(finding, in: manifest.source, isStrict: isStrict))
                }
                let kind = manifest.value["kind"]?.string.flatMap(ManifestKind.init(rawValue:))
                guard let kind else { continue }
                let subject = manifest.subject(kind)
                outcome.add(subject, in: number, isSelected: kinds.contains(kind))
                if let finding = KindCheck.missingVersion(in: manifest.value) {
                    var entry = LintEntry(finding, in: subject.source, isStrict: isStrict)
                    entry.subject = subject
                    outcome.add(entry, about: outcome.subjects.count - 1)
                }
            }
        } catch let error as ManifestError {
            outcome.add(unreadable: LintEntry(unreadable: error))
        } catch let error as InputError {
            outcome.add(unreadable: LintEntry(unreadable: error))
        }
    }
}
