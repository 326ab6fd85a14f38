import DocumentKit
import LocalEngine
import WorkflowAPI

/// What this machine cannot run is said by file, line and column, and before the first of several workflows starts.
struct LocalCheck {
    let backend: LocalBackend

    func run(_ requests: [SubmitRequest]) throws {
        var faults: [String] = []
        for request in requests {
            let problems = try backend.check(request.submission).problems
            faults += problems.map { text(of: $0, in: request) }
        }
        guard !faults.isEmpty else { return }
        throw Diagnostic(message: faults.joined(separator: "\n"), status: .usage)
    }

    private func text(of problem: ManifestProblem, in request: SubmitRequest) -> String {
        // A problem with a source of its own lies in a stored template, not in this file.
        guard let manifest = request.manifest, problem.source == nil,
            case .manifest(let sent) = request.submission.source
        else { return problem.description }
        var problem = problem
        problem.path = problem.path.asWritten(in: manifest.value, sentAs: sent)
        return manifest.error(problem.description, at: problem.path.nearestValue(in: manifest.value)).description
    }
}

extension FieldPath {
    /// The place that a path into a submitted workflow has in its manifest: parameters given on the command line come
    /// first there, so that a number means another parameter here.
    func asWritten(in manifest: DocumentValue, sentAs sent: ValueTree) -> FieldPath {
        let list = FieldPath()["spec"]["arguments"]["parameters"]
        guard parts.starts(with: list.parts), parts.count > list.parts.count,
            case .index(let index) = parts[list.parts.count],
            case .array(let parameters) = sent["spec"]?["arguments"]?["parameters"], parameters.indices.contains(index),
            let name = parameters[index]["name"]?.string
        else { return self }
        let written = manifest[path: "spec", "arguments", "parameters"].map { Array($0.elements) } ?? []
        guard let place = written.firstIndex(where: { $0["name"]?.string == name }) else {
            return FieldPath()["spec"]["arguments"]
        }
        return FieldPath(list[place].parts + parts.dropFirst(list.parts.count + 1))
    }
}
