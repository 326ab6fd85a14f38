import WorkflowModel

extension ArgoEndpoints {
    /// `GET /api/v1/workflows/{namespace}`; all namespaces are `/api/v1/workflows/` with its slash.
    static func listWorkflows(_ query: WorkflowQuery, _ page: ListPage) -> Endpoint<Void> {
        var endpoint = Endpoint(streaming: root + ["workflows"])
        if let namespace = query.namespace { endpoint.path.append(namespace) } else { endpoint.endsWithSlash = true }
        let name = page.filtersNames ? query.nameCondition : nil

        var fieldSelector = query.fieldSelector.isEmpty ? [] : [query.fieldSelector]
        if let name { fieldSelector.append("metadata.name=" + name.text) }
        if page.asksForRemainder { fieldSelector.append("ext.showRemainingItemCount=true") }

        let options: [(String, String?)] = [
            ("listOptions.labelSelector", query.labelConditions),
            ("listOptions.fieldSelector", fieldSelector.isEmpty ? nil : fieldSelector.joined(separator: ",")),
            ("listOptions.limit", page.limit.map(String.init)),
            ("listOptions.continue", page.cursor),
            ("fields", query.paths.map { (["metadata"] + $0.map { "items." + $0 }).joined(separator: ",") }),
            ("nameFilter", name?.filter),
            ("createdAfter", query.createdAfter?.rfc3339),
            ("finishedBefore", query.finishedBefore?.rfc3339),
        ]
        for case (let name, let value?) in options { endpoint.query.append(.init(name, value)) }
        return endpoint
    }
}

extension WorkflowQuery {
    /// The label selector with every condition that Argo keeps in labels.
    var labelConditions: String? {
        var conditions = labelSelector.isEmpty ? [] : [labelSelector]
        if let phaseCondition { conditions.append("workflows.argoproj.io/phase \(phaseCondition)") }
        if let isCompleted { conditions.append("workflows.argoproj.io/completed\(isCompleted ? "=" : "!=")true") }
        if isResubmitted { conditions.append("workflows.argoproj.io/resubmitted-from-workflow") }
        return conditions.isEmpty ? nil : conditions.joined(separator: ",")
    }

    /// A pending workflow may have no label yet, so it is found by what it is not.
    private var phaseCondition: String? {
        guard !phases.isEmpty else { return nil }
        let isNegated = phases.contains(.pending)
        let named = isNegated ? WorkflowPhase.allCases.filter { !phases.contains($0) } : phases
        guard !named.isEmpty else { return nil }
        return (isNegated ? "notin" : "in") + " (\(named.map(\.rawValue).joined(separator: ",")))"
    }

    /// What of the name the server can look for: one condition, unless a field selector speaks of the name already.
    var nameCondition: (text: String, filter: String)? {
        guard !fieldSelector.contains("metadata.name") else { return nil }
        if let namePrefix { return Self.isSelectorSafe(namePrefix) ? (namePrefix, "Prefix") : nil }
        if let part = namePattern?.literal { return Self.isSelectorSafe(part) ? (part, "Contains") : nil }
        return nil
    }

    /// Whether a text can stand as a value in a field selector without meaning something else there.
    private static func isSelectorSafe(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy(PercentEncoding.isUnreserved)
    }
}
