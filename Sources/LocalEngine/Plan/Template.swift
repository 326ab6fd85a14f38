/// Which template is meant: those of the workflow itself, or of an object stored apart.
struct TemplateKey: Sendable, Hashable {
    enum Scope: Sendable, Hashable {
        case workflow
        case namespaced(String)
        case cluster(String)
    }

    var scope: Scope
    var name: String
}

/// A template, read and understood.
struct Template: Sendable {
    enum Body: Sendable {
        case pod(PodTemplate)
        /// Groups one after the other, the calls of a group side by side.
        case steps([[TemplateCall]])
        case dag([TemplateCall], failFast: Bool)
    }

    struct Input: Sendable {
        var name: String
        /// What holds when the caller gives none.
        var fallback: Interpolation?
        /// The only values allowed; empty allows all.
        var choices: [String]
        var path: FieldPath
    }

    struct Output: Sendable {
        enum Source: Sendable {
            case file(Interpolation, fallback: Interpolation?)
            /// Made of what the calls of a steps or dag template put out.
            case calls(Interpolation)
        }

        var name: String
        var source: Source
        var path: FieldPath
    }

    var key: TemplateKey
    var inputs: [Input]
    var outputs: [Output]
    var body: Body
    /// Where it stands, and in which stored object.
    var path: FieldPath
    var source: String?

    /// All steps or tasks, in the order of the manifest.
    var calls: [TemplateCall] {
        switch body {
        case .pod: []
        case .steps(let groups): groups.flatMap(\.self)
        case .dag(let tasks, _): tasks
        }
    }
}

/// A container or script: one process.
struct PodTemplate: Sendable {
    struct Variable: Sendable {
        var name: String
        var value: Interpolation
    }

    var command: [Interpolation]
    var arguments: [Interpolation]
    var environment: [Variable]
    var folder: Interpolation?
    /// The text of a script.
    var script: Interpolation?
    var deadline: Interpolation?
    /// The field that holds `command`.
    var path: FieldPath
}

/// A step or a task: a template and what is handed to it.
struct TemplateCall: Sendable {
    struct Argument: Sendable {
        var name: String
        var value: Interpolation
        var path: FieldPath
    }

    var name: String
    var target: TemplateKey
    var arguments: [Argument]
    /// Names of the tasks that must succeed before; none for steps.
    var dependencies: [String]
    var path: FieldPath
    /// Its `templateRef`, nil when it names a template beside its own.
    var reference: FieldPath?
}
