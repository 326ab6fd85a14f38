/// Checks the documents of one call together, so that references across files resolve.
package struct Linter: Sendable {
    package struct Options: Sendable {
        /// References to objects that are not among the documents are taken to exist elsewhere.
        package var ignoresMissing: Bool

        package init(ignoresMissing: Bool = false) {
            self.ignoresMissing = ignoresMissing
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
        return findings.sorted()
    }
}
