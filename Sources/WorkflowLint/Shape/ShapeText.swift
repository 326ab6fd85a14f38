import DocumentKit

/// The sentences that depend on the type they are about: argo's own where argo has one.
enum ShapeText {
    /// What argo calls a template in its messages: `templates.main`.
    static func name(of template: DocumentValue) -> String {
        guard let name = template["name"]?.sentText, !name.isEmpty else { return template.path }
        return "templates.\(name)"
    }

    static func noneSet(of names: [String], in object: DocumentValue, _ type: FieldTable.ObjectType) -> String {
        let list = names.joined(separator: ", ")
        return switch type.name {
        case "Template": "\(name(of: object)) template type unspecified. choose one of: \(list)"
        case "CronWorkflowSpec": "cron workflow must have at least one schedule"
        default: "\(object.path) has none of \(list); one is required"
        }
    }

    static func severalSet(
        _ names: [String], in object: DocumentValue, _ type: FieldTable.ObjectType, of template: DocumentValue?
    ) -> String {
        let list = names.map { "'\($0)'" }.joined(separator: " and ")
        return switch type.name {
        case "Template": "\(name(of: object)) multiple template types specified. choose one of: \(list)"
        case "CronWorkflowSpec": "cron workflow cant be configured with both Spec.Schedule and Spec.Schedules"
        case "WorkflowStep" where names.contains("templateRef") && names.contains("template"),
            "DAGTask" where names.contains("templateRef") && names.contains("template"):
            "\(self.name(ofCall: object, in: template)) template name cannot be specified with templateRef"
        case "ResourceTemplate":
            "shouldn't have both `manifest` and `manifestFrom` specified in `Manifest` for resource template"
        default: "\(object.path) has both \(list); only one may be set"
        }
    }

    /// A value outside its set.
    static func unknownValue(
        _ text: String, at value: DocumentValue, of set: FieldTable.ValueSet, _ template: DocumentValue?
    ) -> String {
        switch set.name {
        case "ResourceAction":
            "\(path(of: value, in: template)) must be one of: get, create, apply, delete, replace, patch"
        case "RetryPolicy": "\(text) is not a valid RetryPolicy"
        case "ConcurrencyPolicy": "'\(text)' is not a valid concurrencyPolicy"
        case "PodGCStrategy": "podGC.strategy unknown strategy '\(text)'"
        default: "\(value.path) must be one of: \(set.values.joined(separator: ", "))"
        }
    }

    /// A required field that is not there.
    static func missing(
        _ field: Field, in object: DocumentValue, _ type: FieldTable.ObjectType, of template: DocumentValue?
    ) -> String {
        if field.name == "image" { return "\(path(of: object, in: template)).image may not be empty" }
        return switch (type.name, field.name) {
        case ("WorkflowStep", _), ("DAGTask", _): "\(path(of: object, in: template)).\(field.name) is required"
        case ("UserContainer", "name") where object.path.contains(".initContainers["):
            "initContainers must all have container name"
        default: (object.path.isEmpty ? field.name : "\(object.path).\(field.name)") + " is required"
        }
    }

    /// What argo calls a step or a task in its messages: `templates.main.steps[0].a`, `templates.main.tasks.b`.
    static func name(ofCall call: DocumentValue, in template: DocumentValue?) -> String {
        let path = path(of: call, in: template)
        guard let name = call["name"]?.sentText, !name.isEmpty else { return path }
        return (call.path.contains(".dag.tasks") ? path.replacing(/\[\d+\]$/, with: "") : path) + ".\(name)"
    }

    /// The way to a value as argo writes it: from the name of its template on, steps by their group alone, tasks without
    /// the `dag` around them.
    static func path(of value: DocumentValue, in template: DocumentValue?) -> String {
        guard let template else { return value.path }
        let rest = value.path.dropFirst(template.path.count)
            .replacing(/^\.dag\.tasks/, with: ".tasks")
            .replacing(/^(\.steps\[\d+\])\[\d+\]/) { $0.output.1 }
        return name(of: template) + rest
    }
}
