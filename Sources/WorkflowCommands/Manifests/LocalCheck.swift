import LocalEngine
import WorkflowAPI

/// What this machine cannot run is said by file, line and column, and before the first of several workflows starts.
struct LocalCheck {
    let backend: LocalBackend

    func run(_ requests: [SubmitRequest]) throws {
        var faults: [String] = []
        for request in requests {
            let problems = try backend.check(request.submission).problems
            faults += problems.map { text(of: $0, in: request.manifest) }
        }
        guard !faults.isEmpty else { return }
        throw Diagnostic(message: faults.joined(separator: "\n"), status: .usage)
    }

    private func text(of problem: ManifestProblem, in manifest: Manifest?) -> String {
        // A problem with a source of its own lies in a stored template, not in this file.
        guard let manifest, problem.source == nil else { return problem.description }
        return manifest.error(problem.description, at: problem.path.nearestValue(in: manifest.value)).description
    }
}
