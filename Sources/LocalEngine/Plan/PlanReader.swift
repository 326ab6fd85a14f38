import DocumentKit

/// Reads a whole workflow document into a plan, saying everything that is wrong with it.
struct PlanReader {
    /// A template of a stored object and where it stands there; nil when there is none.
    typealias StoredTemplate = (TemplateKey) -> (tree: ValueTree, path: FieldPath)?

    /// Why there is no such stored object, `does not exist`; nil when there is one.
    typealias Absence = (TemplateKey.Scope) -> String?

    let stored: StoredTemplate
    let absence: Absence
    let findings = Findings()

    init(stored: @escaping StoredTemplate, absence: @escaping Absence = { _ in nil }) {
        self.stored = stored
        self.absence = absence
    }

    /// `workflow` has its name and uid already; its spec is the effective one.
    func read(
        _ workflow: ValueTree, inherited: Findings.Inherited = .init()
    ) -> (plan: Plan?, report: ManifestReport) {
        findings.inherited = inherited
        var plan = Plan(entrypoint: TemplateKey(scope: .workflow, name: ""))
        guard let root = ObjectReader(workflow, at: FieldPath(), knowing: .workflow, findings: findings) else {
            return (nil, findings.report)
        }
        _ = root.object("metadata", knowing: .metadata)
        guard let spec = root.object("spec", knowing: .spec) else {
            if root.value("spec") == nil { findings.report(FieldPath()["spec"], "is missing") }
            return (nil, findings.report)
        }
        plan.deadline = readDeadline(spec)
        plan.globals = Globals.values(of: workflow)
        plan.arguments = readArguments(spec, globals: plan.globals)
        for (name, value) in plan.arguments { plan.globals["parameters.\(name)"] = value }
        plan.globals["parameters"] = Globals.json(plan.arguments)
        plan.globals["parameters.json"] = plan.globals["parameters"]

        readTemplates(spec, into: &plan)
        if let entrypoint = spec.string("entrypoint") {
            plan.entrypoint.name = entrypoint
            if plan.templates[plan.entrypoint] == nil && findings.problems.isEmpty {
                findings.report(spec.path["entrypoint"], "names no template: '\(entrypoint)'")
            }
        } else if spec.value("entrypoint") == nil {
            findings.report(spec.path["entrypoint"], "is missing")
        }
        if findings.problems.isEmpty { PlanChecker(plan: plan, findings: findings).check() }
        return (findings.problems.isEmpty ? plan : nil, findings.report)
    }

    private func readDeadline(_ spec: ObjectReader) -> Int? {
        guard let value = spec.value("activeDeadlineSeconds") else { return nil }
        guard let seconds = value.int, seconds > 0 else {
            findings.report(spec.path["activeDeadlineSeconds"], "must be a positive number of seconds")
            return nil
        }
        return seconds
    }

    private func readArguments(_ spec: ObjectReader, globals: [String: String]) -> [String: String] {
        var values: [String: String] = [:]
        guard let arguments = spec.object("arguments", knowing: .arguments) else { return values }
        for reader in arguments.objects("parameters", knowing: .workflowArgument) {
            let text = reader.textInterpolation("value") ?? reader.textInterpolation("default")
            guard let name = reader.name() else { continue }
            guard let text else {
                // One that cannot be read has been told.
                guard reader.value("value") == nil, reader.value("default") == nil else { continue }
                findings.report(reader.path, "has no value: give it one with -p \(name)=VALUE")
                continue
            }
            do throws(Interpolation.Failure) {
                let value = try text.resolved { if case .workflow(let name) = $0 { globals[name] } else { nil } }
                let choices = reader.list("enum").compactMap(\.value.scalarText)
                if !choices.isEmpty && !choices.contains(value) {
                    findings.report(reader.path, "has the value '\(value)', not one of \(choices.quotedList)")
                }
                if values.updateValue(value, forKey: name) != nil {
                    findings.report(reader.path["name"], "is taken already: '\(name)'")
                }
            } catch {
                findings.report(reader.path["value"], error.message)
            }
        }
        return values
    }

    /// The workflow's own templates, then those of stored objects that they lead to.
    private func readTemplates(_ spec: ObjectReader, into plan: inout Plan) {
        var wanted: [TemplateKey] = []
        var known: Set<TemplateKey> = []
        let reference: (TemplateKey) -> Void = { key in
            if key.scope != .workflow && known.insert(key).inserted { wanted.append(key) }
        }
        let reader = TemplateReader(scope: .workflow, findings: findings, reference: reference)
        for (tree, path) in spec.list("templates") {
            guard let template = reader.read(tree, at: path) else { continue }
            if plan.templates.updateValue(template, forKey: template.key) != nil {
                findings.report(path["name"], "is taken already: '\(template.key.name)'")
            }
        }
        if spec.value("templates") == nil { findings.report(spec.path["templates"], "is missing") }
        while let key = wanted.popLast() {
            findings.source = key.scope.objectName
            // One that is not there is told where it is referred to, by the checker.
            guard let (tree, path) = stored(key) else {
                plan.absences[key.scope] = absence(key.scope)
                continue
            }
            let reader = TemplateReader(scope: key.scope, findings: findings, reference: reference)
            if let template = reader.read(tree, at: path) {
                plan.templates[key] = template
                plan.storedTemplates.append((key.storageKey, tree))
            }
        }
        findings.source = nil
    }
}

extension TemplateKey.Scope {
    /// What messages call the object that holds the template; nil for the workflow itself.
    var objectName: String? {
        switch self {
        case .workflow: nil
        case .namespaced(let name): "workflow template '\(name)'"
        case .cluster(let name): "cluster workflow template '\(name)'"
        }
    }

    /// argo's word for it, in `templateScope` and in the keys of `storedTemplates`.
    func word(workflow: String) -> String {
        switch self {
        case .workflow: "local/\(workflow)"
        case .namespaced(let name): "namespaced/\(name)"
        case .cluster(let name): "cluster/\(name)"
        }
    }
}

extension TemplateKey {
    /// The key under which argo keeps a copy in `status.storedTemplates`.
    var storageKey: String { "\(scope.word(workflow: ""))/\(name)" }
}

extension [String] {
    var quotedList: String { map { "'\($0)'" }.joined(separator: ", ") }
}
