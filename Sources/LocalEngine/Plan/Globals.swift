import DocumentKit

/// What `{{workflow.…}}` stands for, apart from parameters.
enum Globals {
    static func values(of workflow: ValueTree) -> [String: String] {
        let metadata = workflow["metadata"] ?? .object([:])
        let spec = workflow["spec"]
        var values: [String: String] = [:]
        values["name"] = metadata["name"]?.string
        values["namespace"] = metadata["namespace"]?.string
        values["uid"] = metadata["uid"]?.string
        values["mainEntrypoint"] = spec?["entrypoint"]?.string
        values["serviceAccountName"] = spec?["serviceAccountName"]?.string ?? "default"
        values["priority"] = spec?["priority"]?.scalarText
        for kind in ["labels", "annotations"] {
            let members = (metadata[kind] ?? .null).members
            for (key, value) in members { values["\(kind).\(key)"] = value.scalarText }
            values[kind] = JSONWriter.text(.object(members), style: .compact)
            values["\(kind).json"] = values[kind]
        }
        if let created = metadata["creationTimestamp"]?.string { addTimes(created, to: &values) }
        return values
    }

    /// Parameters as argo lists them: `[{"name":"a","value":"1"}]`.
    static func json(_ parameters: [String: String]) -> String {
        let list = parameters.sorted { $0.key < $1.key }.map { name, value -> ValueTree in
            ["name": .string(name), "value": .string(value)]
        }
        return JSONWriter.text(.array(list), style: .compact)
    }

    /// `workflow.creationTimestamp`, and its parts by their letters in strftime(3).
    private static func addTimes(_ created: String, to values: inout [String: String]) {
        values["creationTimestamp"] = created
        values["creationTimestamp.RFC3339"] = created
        let text = Array(created.utf8)
        guard text.count >= 19 else { return }
        for (letter, range) in [
            ("Y", 0..<4), ("m", 5..<7), ("d", 8..<10), ("H", 11..<13), ("M", 14..<16), ("S", 17..<19),
        ] {
            values["creationTimestamp.%\(letter)"] = String(decoding: text[range], as: UTF8.self)
            values["creationTimestamp.\(letter)"] = values["creationTimestamp.%\(letter)"]
        }
    }
}
