/// How argo's messages name a step, a task or a hook; spelled out only for a message.
struct CallLabel: Sendable, CustomStringConvertible {
    enum Kind: Sendable {
        case step(group: Int)
        case task
    }

    /// The way to its template: `templates.main`; nil for the hooks of a whole workflow.
    var template: String?
    var kind: Kind?
    var name: String
    /// The hook of the step or task that is meant, if one is.
    var hook: String?

    var description: String {
        var text = template.map { "\($0)." } ?? ""
        switch kind {
        case .step(let group): text += "steps[\(group)].\(name)"
        case .task: text += "tasks.\(name)"
        case nil: text += name
        }
        return text + (hook.map { ".\($0)" } ?? "")
    }
}
