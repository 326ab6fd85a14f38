import DocumentKit
import WorkflowModel

extension FakeArgoServer.State {
    /// Live workflows, then archived ones; pages by integer offset, and the bug that loses `continue`.
    func listWorkflows(_ request: LoopbackRequest, namespace: String) -> LoopbackAnswer {
        let requirements = (request[query: "listOptions.fieldSelector"] ?? "").split(separator: ",").map(String.init)
        let asksForRemainder = requirements.contains("ext.showRemainingItemCount=true")
        for requirement in requirements where !isKnown(requirement) {
            return error(400, 3, "unsupported requirement \(requirement)")
        }
        let cursor = request[query: "listOptions.continue"] ?? "0"
        guard let offset = Int(cursor), offset >= 0 else {
            return error(400, 3, "listOptions.continue must be an int")
        }
        // Read once: a list may hold thousands.
        let filter = Filter(request, requirements, isNew: !behaviour.ignoresNewParameters)
        let items = (workflows + archived).filter {
            (namespace.isEmpty || $0.namespace == namespace) && filter.matches($0)
        }
        let limit = request[query: "listOptions.limit"].flatMap { Int($0) } ?? 0
        guard limit > 0, !behaviour.ignoresPaging else { return list(items, [:], request) }

        let page = Array(items.dropFirst(offset).prefix(limit))
        let remaining = max(0, items.count - offset - page.count)
        var metadata: ValueTree = [:]
        let counts = asksForRemainder && !behaviour.ignoresRemainder
        if remaining > 0, counts || !behaviour.forgetsContinue {
            metadata["continue"] = .string(String(offset + page.count))
        }
        if counts { metadata["remainingItemCount"] = .number(remaining) }
        return list(page, metadata, request)
    }

    private func list(_ items: [ValueTree], _ metadata: ValueTree, _ request: LoopbackRequest) -> LoopbackAnswer {
        let items = items.map { projected($0, request, prefix: "items.") }
        guard let size = behaviour.itemsPerPiece, !items.isEmpty else {
            return json(["metadata": metadata, "items": items.isEmpty ? .null : .array(items)])
        }
        var pieces = [#"{"metadata":"# + JSONWriter.text(metadata, style: .compact) + #","items":["#]
        for start in stride(from: 0, to: items.count, by: size) {
            let texts = items[start..<min(start + size, items.count)].map { JSONWriter.text($0, style: .compact) }
            pieces.append((start > 0 ? "," : "") + texts.joined(separator: ","))
        }
        return .chunks(pieces + ["]}"])
    }

    private func isKnown(_ requirement: String) -> Bool {
        if requirement.hasPrefix("ext.showRemainingItemCount=") { return !behaviour.rejectsRemainder }
        let fields = ["metadata.namespace", "metadata.name", "spec.startedAt"]
        return fields.contains { requirement.hasPrefix($0) }
    }

    /// The conditions of one request.
    private struct Filter {
        let selector: FakeLabelSelector
        let names: [String]
        let unwantedNames: [String]
        let startedAfter: [String]
        let startedBefore: [String]
        let nameFilter: String?
        let createdAfter: String?
        let finishedBefore: String?

        /// An old server knows only labels and exact names.
        init(_ request: LoopbackRequest, _ requirements: [String], isNew: Bool) {
            selector = FakeLabelSelector(request[query: "listOptions.labelSelector"] ?? "")
            func values(_ start: String) -> [String] {
                requirements.filter { $0.hasPrefix(start) }.map { String($0.dropFirst(start.count)) }
            }
            names = values("metadata.name=").map { String($0.drop { $0 == "=" }) }
            unwantedNames = values("metadata.name!=")
            (startedAfter, startedBefore) = (values("spec.startedAt>"), values("spec.startedAt<"))
            nameFilter = isNew ? request[query: "nameFilter"] : nil
            createdAfter = isNew ? request[query: "createdAfter"] : nil
            finishedBefore = isNew ? request[query: "finishedBefore"] : nil
        }

        func matches(_ workflow: ValueTree) -> Bool {
            guard selector.matches(workflow.labels), names.allSatisfy({ isNamed(workflow.name, $0) }) else {
                return false
            }
            if unwantedNames.contains(workflow.name) { return false }
            let start = workflow[path: "status", "startedAt"]?.string ?? ""
            guard startedAfter.allSatisfy({ start > $0 }), startedBefore.allSatisfy({ start < $0 && !start.isEmpty })
            else { return false }
            if let createdAfter, workflow.created <= createdAfter { return false }
            guard let finishedBefore else { return true }
            return workflow[path: "status", "finishedAt"]?.string.map { $0 < finishedBefore } ?? false
        }

        private func isNamed(_ name: String, _ wanted: String) -> Bool {
            switch nameFilter {
            case "Prefix": name.hasPrefix(wanted)
            case "Contains": name.contains(wanted)
            default: name == wanted
            }
        }
    }

    /// What `fields` leaves of an object: a key stays when a wanted path begins with its own.
    func projected(_ tree: ValueTree, _ request: LoopbackRequest, prefix: String = "") -> ValueTree {
        guard let fields = request[query: "fields"], !behaviour.ignoresNewParameters else { return tree }
        let paths = fields.split(separator: ",").filter { $0.hasPrefix(prefix) }.map { $0.dropFirst(prefix.count) }
        return Self.kept(tree, "", paths) ?? [:]
    }

    private static func kept(_ tree: ValueTree, _ path: String, _ wanted: [Substring]) -> ValueTree? {
        if wanted.contains(where: { $0 == path }) { return tree }
        guard path.isEmpty || wanted.contains(where: { $0.hasPrefix(path) }) else { return nil }
        if case .array(let elements) = tree { return .array(elements.compactMap { Self.kept($0, path, wanted) }) }
        guard case .object(let members) = tree else { return nil }
        var left: ValueTree = [:]
        for (key, value) in members {
            left[key] = Self.kept(value, path.isEmpty ? key : path + "." + key, wanted)
        }
        return left
    }
}
