import DocumentKit

// What holds for single types beyond their fields, in argo's words where argo has some.

extension ShapeWalk {
    mutating func checkRules(of object: DocumentValue, _ type: Int) {
        switch table.types[type].name {
        case "Template" where !isPartial: checkTemplate(object)
        case "WorkflowSpec": checkSpec(object)
        case "WorkflowStep", "DAGTask", "LifecycleHook": checkReference(of: object)
        case "WorkflowTemplateRef":
            if object["name"].map({ $0.isNull || $0.isText("") }) ?? true {
                findings.add(.missingField, "\(object.path).name is required", at: object["name"] ?? object)
            }
        case "LabelSelectorRequirement": checkRequirement(object)
        case "CronWorkflowSpec": checkCron(object)
        default: break
        }
    }

    /// Texts without which a reference refers to nothing; the schema lets them go.
    private mutating func checkReference(of call: DocumentValue) {
        guard let reference = call["templateRef"], reference.kind == .object else { return }
        for (key, word) in [("name", "resource name"), ("template", "template name")]
        where reference[key].map({ $0.isNull || $0.isText("") }) ?? true {
            findings.add(
                .missingField, "\(ShapeText.name(ofCall: call, in: template)) \(word) is required",
                at: reference[key] ?? reference)
        }
    }

    private mutating func checkCron(_ spec: DocumentValue) {
        if let schedules = spec["schedules"], schedules.kind == .array, schedules.count == 0,
            spec["schedule"].map({ $0.isNull || $0.isText("") }) ?? true
        {
            findings.add(.missingField, "cron workflow must have at least one schedule", at: schedules)
        }
        if let seconds = spec["startingDeadlineSeconds"], let count = seconds.int, count < 0 {
            findings.add(.invalidValue, "startingDeadlineSeconds must be positive", at: seconds)
        }
        if let zone = spec["timezone"], let name = zone.sentText, !name.isEmpty, !TimeZones.isKnown(name) {
            findings.add(
                .unknownTimeZone, "invalid timezone \"\(name)\": unknown time zone \(name)", at: zone,
                choice: Finding.Choice(name, among: TimeZones.names))
        }
    }

    /// Which operators of a selector take values.
    private mutating func checkRequirement(_ requirement: DocumentValue) {
        let count = requirement["values"].map(\.count) ?? 0
        switch requirement["operator"]?.sentText {
        case "In" where count == 0, "NotIn" where count == 0:
            findings.add(
                .missingField,
                "\(requirement.path).values: for 'in', 'notin' operators, values set can't be empty",
                at: requirement["values"] ?? requirement)
        case "Exists" where count > 0, "DoesNotExist" where count > 0:
            findings.add(
                .exclusiveFields, "\(requirement.path).values: values set must be empty for exists and does not exist",
                at: requirement["values"] ?? requirement)
        default: break
        }
    }

    private mutating func checkSpec(_ spec: DocumentValue) {
        guard let templates = spec["templates"] else { return }
        for (index, template) in templates.elements.enumerated() where template.kind == .object {
            guard template["name"].map({ $0.isNull || $0.isText("") }) ?? true else { continue }
            findings.add(.missingField, "\(templates.path)[\(index)].name is required", at: template)
        }
        if let reference = spec["workflowTemplateRef"], reference.kind == .object, templates.count > 0 {
            findings.add(
                .exclusiveFields,
                "Templates is invalid field in spec if workflow referred WorkflowTemplate reference", at: templates,
                hint: "leave out 'templates' or 'workflowTemplateRef'")
        }
    }

    private mutating func checkTemplate(_ template: DocumentValue) {
        let name = ShapeText.name(of: template)
        let group = ["steps": "Steps", "dag": "DAG"].first { template[$0.key].map { !$0.isNull } ?? false }?.value
        if let group {
            if let timeout = template["timeout"], !timeout.isNull, !timeout.isText("") {
                findings.add(.exclusiveFields, "\(group) template doesn't support timeout field", at: timeout)
            }
            if let deadline = template["activeDeadlineSeconds"], !deadline.isNull {
                findings.add(
                    .exclusiveFields, "\(name).activeDeadlineSeconds is only valid for leaf templates", at: deadline)
            }
        } else {
            if let parallelism = template["parallelism"], !parallelism.isNull {
                findings.add(
                    .exclusiveFields, "\(name).parallelism is only valid for steps and dag templates", at: parallelism)
            }
            if let deadline = template["activeDeadlineSeconds"], let seconds = deadline.scalarText.flatMap({ Int($0) }),
                seconds < 0
            {
                findings.add(
                    .invalidValue,
                    "\(name).activeDeadlineSeconds must be a positive integer > 0 or an argo variable", at: deadline)
            }
        }
        if let plugin = template["plugin"], plugin.kind == .object, plugin.count != 1 {
            findings.add(
                .invalidValue, "\(name).plugin: expected exactly one key, got \(plugin.count)", at: plugin)
        }
        if let resource = template["resource"], resource.kind == .object { checkResource(resource, name) }
        if let parameters = template[path: "outputs", "parameters"] {
            for parameter in parameters.elements { checkOutput(parameter, name) }
        }
    }

    private mutating func checkResource(_ resource: DocumentValue, _ name: String) {
        guard ["create", "apply", "replace", "patch"].contains(resource["action"]?.string) else { return }
        let isSet = { (key: String) in resource[key].map { !$0.isNull && !$0.isText("") } ?? false }
        guard !isSet("manifest"), !isSet("manifestFrom") else { return }
        findings.add(
            .missingField,
            "either \(name).resource.manifest or \(name).resource.manifestFrom must be specified", at: resource)
    }

    private mutating func checkOutput(_ parameter: DocumentValue, _ name: String) {
        guard let source = parameter["valueFrom"], source.kind == .object else { return }
        let path = "\(name).outputs.parameters.\(parameter["name"]?.sentText ?? "")"
        if let value = parameter["value"], !value.isNull {
            findings.add(
                .exclusiveFields, "\(path) has both valueFrom and value specified, choose one", at: source)
            return
        }
        let types = ["path", "jqFilter", "jsonPath", "parameter", "expression", "supplied"]
        let set = types.compactMap { source[$0] }.filter { !$0.isNull && !$0.isText("") }
        if set.isEmpty {
            findings.add(
                .missingField, "valueFrom type unspecified. choose one of: \(types.joined(separator: ", "))", at: source
            )
        } else if set.count > 1 {
            findings.add(
                .exclusiveFields, "multiple valueFrom types specified. choose one of: \(types.joined(separator: ", "))",
                at: set[1])
        }
    }
}
