import DocumentKit

/// Reads one object of `templates`.
struct TemplateReader {
    let scope: TemplateKey.Scope
    let findings: Findings
    /// Told of every `templateRef` on the way.
    let reference: (TemplateKey) -> Void

    /// The ways to say what a template does; it has exactly one.
    private static let bodies = ["container", "script", "steps", "dag"]

    func read(_ tree: ValueTree, at path: FieldPath) -> Template? {
        guard let reader = ObjectReader(tree, at: path, knowing: .template, findings: findings) else { return nil }
        let name = reader.name()
        let present = Self.bodies.filter { reader.value($0) != nil }
        let inputs = readInputs(reader)
        let deadline = reader.textInterpolation("activeDeadlineSeconds")
        guard let kind = present.first, present.count == 1 else {
            if present.count > 1 {
                findings.report(path, "must have only one of \(present.joined(separator: ", "))")
            } else if !Self.refusesBody(reader) {
                findings.report(path, "has none of container, script, steps, dag")
            }
            return nil
        }
        if let text = deadline?.literal, (Int(text) ?? 0) <= 0 {
            findings.report(path["activeDeadlineSeconds"], "must be a positive number of seconds")
        }
        let isPod = kind == "container" || kind == "script"
        if !isPod && deadline != nil {
            findings.report(path["activeDeadlineSeconds"], "works for container and script templates only")
        }
        let body: Template.Body? =
            switch kind {
            case "container": readPod(reader, kind, knowing: .container, deadline).map { .pod($0) }
            case "script": readPod(reader, kind, knowing: .script, deadline).map { .pod($0) }
            case "steps": .steps(readSteps(reader))
            default: readDAG(reader)
            }
        let outputs = readOutputs(reader, fromFiles: isPod)
        guard let name, let body else { return nil }
        return Template(
            key: TemplateKey(scope: scope, name: name), inputs: inputs, outputs: outputs, body: body, path: path,
            source: findings.source)
    }

    /// Whether it does something that is refused already, so that nothing more need be said.
    private static func refusesBody(_ reader: ObjectReader) -> Bool {
        ["resource", "suspend", "http", "plugin", "data", "containerSet"].contains { reader.value($0) != nil }
    }

    // MARK: Inputs and outputs

    private func readInputs(_ template: ObjectReader) -> [Template.Input] {
        guard let inputs = template.object("inputs", knowing: .inputs) else { return [] }
        let read = inputs.objects("parameters", knowing: .inputParameter).compactMap { reader -> Template.Input? in
            // As argo has it, a template's own value is what holds until the caller says otherwise.
            let fallback = reader.textInterpolation("value") ?? reader.textInterpolation("default")
            let choices = reader.list("enum").compactMap(\.value.scalarText)
            return reader.name().map {
                Template.Input(name: $0, fallback: fallback, choices: choices, path: reader.path)
            }
        }
        reportRepeated(read.map { ($0.name, $0.path) })
        return read
    }

    private func readOutputs(_ template: ObjectReader, fromFiles: Bool) -> [Template.Output] {
        guard let outputs = template.object("outputs", knowing: .outputs) else { return [] }
        let table = fromFiles ? FieldTable.podOutputSource : .groupOutputSource
        let needed = fromFiles ? "path" : "parameter"
        let read = outputs.objects("parameters", knowing: .outputParameter).compactMap { reader -> Template.Output? in
            let name = reader.name()
            guard let source = reader.object("valueFrom", knowing: table) else {
                if reader.value("valueFrom") == nil { findings.report(reader.path["valueFrom"], "is missing") }
                return nil
            }
            guard let text = source.interpolation(needed) else {
                if source.value(needed) == nil { findings.report(source.path[needed], "is missing") }
                return nil
            }
            let value: Template.Output.Source =
                fromFiles ? .file(text, fallback: source.textInterpolation("default")) : .calls(text)
            return name.map { Template.Output(name: $0, source: value, path: reader.path) }
        }
        reportRepeated(read.map { ($0.name, $0.path) })
        return read
    }

    // MARK: Containers and scripts

    private func readPod(
        _ template: ObjectReader, _ kind: String, knowing table: FieldTable, _ deadline: Interpolation?
    ) -> PodTemplate? {
        guard let reader = template.object(kind, knowing: table) else { return nil }
        if let image = reader.string("image"), !image.isEmpty { findings.noteImage() }
        let command = reader.interpolations("command")
        if reader.list("command").isEmpty {
            findings.report(reader.path["command"], "is missing: what an image would run is not known here")
        }
        let environment = reader.objects("env", knowing: .environmentVariable).compactMap {
            variable -> PodTemplate.Variable? in
            guard let name = variable.string("name"), !name.isEmpty, !name.contains("="), !name.contains("\0") else {
                findings.report(variable.path["name"], "must be the name of an environment variable")
                return nil
            }
            return .init(name: name, value: variable.textInterpolation("value") ?? Interpolation(literal: ""))
        }
        var script: Interpolation?
        if kind == "script" {
            script = reader.interpolation("source")
            if reader.value("source") == nil { findings.report(reader.path["source"], "is missing") }
        }
        return PodTemplate(
            command: command, arguments: reader.interpolations("args"), environment: environment,
            folder: reader.interpolation("workingDir"), script: script, deadline: deadline, path: reader.path)
    }

    // MARK: Steps and tasks

    private func readSteps(_ template: ObjectReader) -> [[TemplateCall]] {
        let groups = template.list("steps").map { group, path -> [TemplateCall] in
            guard case .array(let steps) = group else {
                findings.report(path, "must be a list of steps")
                return []
            }
            if steps.isEmpty { findings.report(path, "must not be empty") }
            return steps.enumerated().compactMap { index, step in
                ObjectReader(step, at: path[index], knowing: .step, findings: findings).flatMap(readCall)
            }
        }
        if groups.isEmpty { findings.report(template.path["steps"], "must not be empty") }
        reportRepeated(groups.flatMap(\.self).map { ($0.name, $0.path) })
        return groups
    }

    private func readDAG(_ template: ObjectReader) -> Template.Body? {
        guard let dag = template.object("dag", knowing: .dag) else { return nil }
        let tasks = dag.objects("tasks", knowing: .task).compactMap(readCall)
        if dag.list("tasks").isEmpty { findings.report(dag.path["tasks"], "must not be empty") }
        reportRepeated(tasks.map { ($0.name, $0.path) })
        return .dag(tasks, failFast: dag.bool("failFast") ?? true)
    }

    private func readCall(_ reader: ObjectReader) -> TemplateCall? {
        let name = reader.name()
        let dependencies = reader.list("dependencies").compactMap { value, path -> String? in
            if value.string == nil { findings.report(path, "must be a string") }
            return value.string
        }
        let arguments =
            (reader.object("arguments", knowing: .arguments)?.objects("parameters", knowing: .argument) ?? [])
            .compactMap { reader -> TemplateCall.Argument? in
                guard let name = reader.name() else { return nil }
                guard let value = reader.textInterpolation("value") else {
                    if reader.value("value") == nil { findings.report(reader.path["value"], "is missing") }
                    return nil
                }
                return .init(name: name, value: value, path: reader.path)
            }
        reportRepeated(arguments.map { ($0.name, $0.path) })
        guard let target = readTarget(reader), let name else { return nil }
        let reference = reader.value("templateRef").map { _ in reader.path["templateRef"] }
        return TemplateCall(
            name: name, target: target, arguments: arguments, dependencies: dependencies, path: reader.path,
            reference: reference)
    }

    private func readTarget(_ call: ObjectReader) -> TemplateKey? {
        if let reader = call.object("templateRef", knowing: .templateReference) {
            if call.value("template") != nil {
                findings.report(call.path["template"], "must not stand beside templateRef")
            }
            guard let object = reader.string("name"), let name = reader.string("template") else {
                for key in ["name", "template"] where reader.value(key) == nil {
                    findings.report(reader.path[key], "is missing")
                }
                return nil
            }
            let isCluster = reader.bool("clusterScope") ?? false
            let key = TemplateKey(scope: isCluster ? .cluster(object) : .namespaced(object), name: name)
            reference(key)
            return key
        }
        guard let name = call.string("template") else {
            if call.value("template") == nil && call.value("templateRef") == nil && call.value("inline") == nil {
                findings.report(call.path["template"], "is missing")
            }
            return nil
        }
        let key = TemplateKey(scope: scope, name: name)
        reference(key)
        return key
    }

    private func reportRepeated(_ named: [(name: String, path: FieldPath)]) {
        var seen: Set<String> = []
        for (name, path) in named where !seen.insert(name).inserted {
            findings.report(path["name"], "is taken already: '\(name)'")
        }
    }
}
