import ArgumentKit
import DocumentKit
import WorkflowLint

/// Makes entries of what the linter found, in a time that grows with their number and with the files, not with both.
struct LintEntries {
    /// Words to compare with before no more is proposed: a hint is a courtesy, and thousands are none.
    private static let comparisons = 200_000

    let isStrict: Bool
    private var comparisonsLeft = Self.comparisons
    /// The lines of the file that the last entry is about.
    private var lines: (file: Int, lines: SourceLines)?

    init(isStrict: Bool) { self.isStrict = isStrict }

    /// - Parameters:
    ///   - findings: those of all subjects, in their order.
    ///   - file: the number of the file that a subject is in.
    mutating func entries(
        of findings: [Finding], about subjects: [Subject], file: (_ subject: Int) -> Int
    ) -> [(subject: Int, entry: LintEntry)] {
        let meant = findings.map { nearestKnown(of: $0) }
        let echoes = Self.echoes(among: findings, meant: meant)
        var entries: [(subject: Int, entry: LintEntry)] = []
        for (index, finding) in findings.enumerated() where !echoes.contains(index) {
            let subject = subjects[finding.subject]
            var entry = LintEntry(
                finding, in: subject.source, fault: fault(of: finding, file: file(finding.subject)),
                hint: LintEntry.hint(for: finding, meant: meant[index]), isStrict: isStrict)
            entry.subject = subject
            entries.append((finding.subject, entry))
        }
        return entries
    }

    private mutating func nearestKnown(of finding: Finding) -> String? {
        guard let choice = finding.choice, choice.known.count <= comparisonsLeft else { return nil }
        comparisonsLeft -= choice.known.count
        return finding.nearestKnown
    }

    /// The places of findings that miss a field which is there under a misspelled name: that is told already.
    private static func echoes(among findings: [Finding], meant: [String?]) -> Set<Int> {
        struct Place: Hashable {
            var subject: Int
            var offset: Int
            var field: String
        }
        var misspelled: Set<Place> = []
        for (finding, meant) in zip(findings, meant) where finding.rule == .unknownField {
            guard let meant, let holder = finding.holder else { continue }
            misspelled.insert(Place(subject: finding.subject, offset: holder.offset, field: meant))
        }
        guard !misspelled.isEmpty else { return [] }
        return Set(
            findings.indices.filter { index in
                let finding = findings[index]
                guard let holder = finding.holder else { return false }
                return finding.missing.contains { field in
                    misspelled.contains(Place(subject: finding.subject, offset: holder.offset, field: field))
                }
            })
    }

    private mutating func fault(of finding: Finding, file: Int) -> DocumentError {
        let document = finding.place.document
        var current =
            lines.flatMap { $0.file == file && $0.lines.fits(document) ? $0.lines : nil }
            ?? SourceLines(of: document)
        defer { lines = (file, current) }
        return current.error(finding.message, at: finding.place, part: finding.part)
    }
}

extension Finding {
    /// The word that was probably meant by one that is not known.
    var nearestKnown: String? { choice.flatMap { nearest(to: $0.word, in: $0.known) } }
}
