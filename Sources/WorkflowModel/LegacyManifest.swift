package import DocumentKit

// What argo 3.5 and earlier wrote, and what argo 4 reads instead:
//
//     schedule: "* * * * *"       schedules: ["* * * * *"]          of a CronWorkflow
//     mutex: {name: m}            mutexes: [{name: m}]              of every synchronization
//     semaphore: {…}              semaphores: [{…}]

/// Rewrites the fields of a manifest that only older servers read; everything else stays, in its order.
package enum LegacyManifest {
    /// The manifest as argo 4 reads it; documents of other kinds as they are, and lists and arrays item by item.
    package static func rewritten(_ manifest: ValueTree) -> ValueTree {
        if case .array = manifest { return manifest.mapping(rewritten) }
        return switch manifest["kind"]?.string {
        case let kind? where kind.hasSuffix("List"): manifest.changing("items") { $0.mapping(rewritten) }
        case "CronWorkflow":
            manifest.changing("spec") { spec in
                spec.pluralizing("schedule", "schedules", addsToOthers: false).changing("workflowSpec", by: workflow)
            }
        case "Workflow", "WorkflowTemplate", "ClusterWorkflowTemplate": manifest.changing("spec", by: workflow)
        default: manifest
        }
    }

    /// The values that a rewritten manifest no longer has: lists of schedules beside a single one, as argo has it too.
    package static func dropped(from manifest: DocumentValue) -> [DocumentValue] {
        if manifest.kind == .array { return manifest.elements.flatMap(dropped) }
        return switch manifest["kind"]?.string {
        case let kind? where kind.hasSuffix("List"): manifest["items"].map { $0.elements.flatMap(dropped) } ?? []
        case "CronWorkflow":
            [manifest["spec"]].compactMap { spec in
                guard let single = spec?["schedule"], !single.isNull, !single.isText("") else { return nil }
                guard let list = spec?["schedules"], list.kind == .array, list.count > 0 else { return nil }
                return list
            }
        default: []
        }
    }

    private static func workflow(_ spec: ValueTree) -> ValueTree {
        synchronized(spec).changing("templateDefaults", by: template).changing("templates") { $0.mapping(template) }
    }

    /// A template, and those that its steps and tasks hold inline.
    private static func template(_ template: ValueTree) -> ValueTree {
        synchronized(template)
            .changing("steps") { groups in groups.mapping { $0.mapping(call) } }
            .changing("dag") { dag in dag.changing("tasks") { $0.mapping(call) } }
    }

    private static func call(_ call: ValueTree) -> ValueTree { call.changing("inline", by: template) }

    private static func synchronized(_ owner: ValueTree) -> ValueTree {
        owner.changing("synchronization") { synchronization in
            synchronization.pluralizing("mutex", "mutexes", addsToOthers: true)
                .pluralizing("semaphore", "semaphores", addsToOthers: true)
        }
    }
}

extension ValueTree {
    /// The object with one member changed, if it is there.
    fileprivate func changing(_ key: String, by change: (ValueTree) -> ValueTree) -> ValueTree {
        guard let value = self[key] else { return self }
        var changed = self
        changed[key] = change(value)
        return changed
    }

    /// The array with every element changed.
    fileprivate func mapping(_ change: (ValueTree) -> ValueTree) -> ValueTree {
        guard case .array(let elements) = self else { return self }
        return .array(elements.map(change))
    }

    /// The object with a member in a list instead, at the place of the list if there is one, else at the member's own.
    ///
    /// What is set beside a list is added to it, or, as argo does with schedules, counts instead of it.
    fileprivate func pluralizing(_ singular: String, _ plural: String, addsToOthers: Bool) -> ValueTree {
        guard case .object(let members) = self, let value = members[singular] else { return self }
        var list: [ValueTree]?
        switch members[plural] {
        case .array(let elements): list = elements
        case nil, .null: break
        // What is no list is a mistake, which nobody can tell any more once it is gone.
        default: return self
        }
        if !value.isNull, value != "" { list = (addsToOthers ? list ?? [] : []) + [value] }
        var changed = Members()
        for (key, value) in members {
            if key == plural || (key == singular && members[plural] == nil) {
                if let list { changed.append(plural, .array(list)) }
            } else if key != singular {
                changed.append(key, value)
            }
        }
        return .object(changed)
    }
}
