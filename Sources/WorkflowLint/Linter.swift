/// Checks the documents of one call together, so that references across files resolve.
package struct Linter: Sendable {
    package struct Options: Sendable {
        /// References to objects that are not among the documents are taken to exist elsewhere.
        package var ignoresMissing: Bool
        /// The documents are about to be submitted: every argument needs a value, nobody will give one later.
        package var requiresValues: Bool

        package init(ignoresMissing: Bool = false, requiresValues: Bool = false) {
            self.ignoresMissing = ignoresMissing
            self.requiresValues = requiresValues
        }
    }

    let subjects: [Subject]
    let options: Options

    package init(_ subjects: [Subject], options: Options = Options()) {
        self.subjects = subjects
        self.options = options
    }

    /// Everything wrong, by document in the order they were given, then by place.
    package func findings() -> [Finding] {
        var findings = Findings()
        for (index, subject) in subjects.enumerated() {
            findings.subject = index
            ShapeCheck(subject: subject).run(into: &findings)
        }
        MeaningCheck(subjects: subjects, options: options).run(into: &findings)
        return findings.sorted()
    }
}
