import DocumentKit

/// What can be said of a document from its fields and their values alone.
struct ShapeCheck {
    let subject: Subject

    func run(into findings: inout Findings) {
        let root = subject.value
        if let version = root["apiVersion"], version.string != "argoproj.io/v1alpha1" {
            findings.add(.invalidValue, "apiVersion is not 'argoproj.io/v1alpha1'", at: version)
        }
    }
}
