import DocumentKit

/// A step, a task or a hook: a call of one template with arguments.
final class CallView: Sendable {
    let value: DocumentValue
    let label: CallLabel
    let target: CallTarget
    let loop: Loop?
    let arguments: Ports
    /// What runs when something happens to it.
    let hooks: [CallView]

    var name: String { label.name }

    /// Nothing can keep it from being made when its turn comes.
    var isCertain: Bool {
        guard label.hook == nil, label.kind != nil, value.given("when") == nil, loop?.mayBeEmpty != true else {
            return false
        }
        // `A.Failed`, `A || B` and `!A` leave a task out in some runs; names joined with `&&` in none that goes well.
        let depends = value["depends"]?.sentText ?? ""
        return !depends.utf8.contains { ".|!".utf8.contains($0) }
    }

    init(_ value: DocumentValue, label: CallLabel) {
        self.value = value
        self.label = label
        target = CallTarget(of: value, label: label)
        loop = Loop(of: value)
        arguments = Ports(value["arguments"])
        hooks = Self.hooks(of: value, label: label)
    }

    /// The older `onExit`: the name of a template to run when it is over.
    private init(onExit place: DocumentValue, label: CallLabel) {
        value = place
        self.label = label
        target = place.isPlain ? .template(place.sentText ?? "", at: place) : .unknown
        loop = nil
        arguments = Ports(nil)
        hooks = []
    }

    /// The lifecycle hooks and the older `onExit` of a step, a task or, without a label, a workflow.
    static func hooks(of holder: DocumentValue, label: CallLabel?) -> [CallView] {
        func named(_ name: String) -> CallLabel {
            guard var label else { return CallLabel(name: name) }
            label.hook = name
            return label
        }
        var hooks: [CallView] = []
        if let events = holder["hooks"] {
            for (event, hook) in events.members where hook.kind == .object {
                hooks.append(CallView(hook, label: named("hooks.\(event)")))
            }
        }
        if holder.name("onExit") != nil, let place = holder["onExit"] {
            hooks.append(CallView(onExit: place, label: named("onExit")))
        }
        return hooks
    }
}
