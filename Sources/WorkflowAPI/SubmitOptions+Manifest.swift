package import DocumentKit

extension SubmitOptions {
    /// Writes the options into a whole Workflow manifest, as argo does on the client.
    ///
    /// Overridden parameters move to the front of `spec.arguments.parameters`, in the order given.
    package func apply(to manifest: inout ValueTree) {
        var metadata = manifest["metadata"] ?? .object([:])
        if let name {
            metadata["name"] = .string(name)
            metadata["generateName"] = nil
        }
        if let generateName {
            metadata["generateName"] = .string(generateName)
            if name == nil { metadata["name"] = nil }
        }
        if !labels.isEmpty {
            var merged = metadata["labels"] ?? .object([:])
            for label in labels { merged[label.name] = .string(label.value) }
            metadata["labels"] = merged
        }
        manifest["metadata"] = metadata

        var spec = manifest["spec"] ?? .object([:])
        if let entrypoint { spec["entrypoint"] = .string(entrypoint) }
        if let serviceAccount { spec["serviceAccountName"] = .string(serviceAccount) }
        if let priority { spec["priority"] = .number(String(priority)) }
        if !parameters.isEmpty {
            var arguments = spec["arguments"] ?? .object([:])
            arguments["parameters"] = .array(overriding(arguments["parameters"]?.elements ?? []))
            spec["arguments"] = arguments
        }
        manifest["spec"] = spec
    }

    private func overriding(_ declared: [ValueTree]) -> [ValueTree] {
        var values: [String: String] = [:]
        var order: [String] = []
        for parameter in parameters {
            if values.updateValue(parameter.value, forKey: parameter.name) == nil { order.append(parameter.name) }
        }
        let overridden = order.map { name -> ValueTree in
            var entry = declared.first { $0["name"]?.string == name } ?? .object([:])
            entry["name"] = .string(name)
            entry["value"] = values[name].map(ValueTree.string)
            entry["valueFrom"] = nil
            return entry
        }
        return overridden + declared.filter { $0["name"]?.string.map { values[$0] == nil } ?? true }
    }
}
