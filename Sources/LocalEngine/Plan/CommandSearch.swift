/// Finds the file behind a command's name, as a shell would.
package struct CommandSearch: Sendable {
    /// Folders with `:` between them.
    var path: String

    /// What there is without a `PATH`.
    static let standardPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"

    package init(environment: [String: String]) { path = environment["PATH"] ?? Self.standardPath }

    /// The file to run; names with a `/` count from `folder`.
    package func file(for command: String, in folder: String) -> String? {
        if command.contains("/") {
            let file = command.hasPrefix("/") ? command : "\(folder)/\(command)"
            return Files.isExecutable(file) ? file : nil
        }
        guard !command.isEmpty else { return nil }
        // Folders relative to the current one are left out: which one that is differs from pod to pod.
        return path.split(separator: ":").lazy.filter { $0.hasPrefix("/") }.map { "\($0)/\(command)" }
            .first(where: Files.isExecutable)
    }
}

/// Refuses templates whose command is not on this machine, before anything runs.
struct CommandChecker {
    let environment: [String: String]
    let findings: Findings

    func check(_ plan: Plan) {
        for template in plan.templates.values.sorted(by: { $0.path.description < $1.path.description }) {
            guard case .pod(let pod) = template.body, let command = pod.command.first?.literal else { continue }
            var environment = environment
            for variable in pod.environment where variable.name == "PATH" {
                guard let path = variable.value.literal else { continue }
                environment["PATH"] = path
            }
            // Relative to a folder that is only there during the run.
            if command.contains("/") && !command.hasPrefix("/") { continue }
            if CommandSearch(environment: environment).file(for: command, in: "/") == nil {
                findings.source = template.source
                findings.report(
                    pod.path["command"][0],
                    command.contains("/")
                        ? "is no program of this machine: '\(command)'" : "is not in PATH: '\(command)'")
            }
        }
        findings.source = nil
    }
}
