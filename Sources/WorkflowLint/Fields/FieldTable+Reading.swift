// The table's text:
//
//     Artifact = archive:ArchiveStrategy from mode:int name!:parameterName       a type and its fields
//       ? from fromExpression                                                    at most one of these
//     Synchronization = mutex~:Mutex mutexes:Mutex[]                             '~': older servers only
//     EnvVarSource = configMapKeyRef:ConfigMapKeySelector
//       fieldRef:ObjectFieldSelector                                             the fields go on
//       ! configMapKeyRef
//       & fieldRef                                                               exactly one of these; the list goes on
//     PullPolicy | Always Never IfNotPresent                                     a set of values
//
// A field without a kind is a string; '!' marks it as required; `[]` is a list, `{}` an object of any keys.

extension FieldTable {
    /// Reads a text that was made by a generator: what it does not expect, it takes for a string field.
    init(reading text: String) {
        var lines: [[String]] = []
        for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
            let words = line.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
            if line.first == UInt8(ascii: " "), !lines.isEmpty {
                lines[lines.count - 1] += words.first == "&" ? Array(words.dropFirst()) : words
            } else {
                lines.append(words)
            }
        }
        let names = Self.kinds(named: lines)
        for words in lines {
            if words[1] == "|" {
                valueSets.append(ValueSet(name: words[0], values: Array(words[2...])))
            } else {
                addType(words, kinds: names)
            }
        }
    }

    /// What the words for kinds mean: the scalars, the types and the sets of values.
    private static func kinds(named lines: [[String]]) -> [String: FieldKind] {
        var kinds: [String: FieldKind] = [:]
        for scalar in FieldKind.Scalar.allCases { kinds[scalar.rawValue] = .scalar(scalar) }
        var types = 0
        var sets = 0
        for words in lines {
            if words[1] == "|" {
                kinds[words[0]] = .values(sets)
                sets += 1
            } else {
                kinds[words[0]] = .type(types)
                types += 1
            }
        }
        return kinds
    }

    private mutating func addType(_ words: [String], kinds: [String: FieldKind]) {
        let isGroupMark = { (word: String) in word == "?" || word == "!" }
        let fieldWords = words[2...].prefix { !isGroupMark($0) }
        let start = fields.count
        for word in fieldWords { fields.append(Field(reading: word, kinds: kinds)) }
        var group: Group?
        if let mark = words.firstIndex(where: isGroupMark) {
            group = Group(members: 0, isRequired: words[mark] == "!")
            for (offset, field) in fields[start...].enumerated() where words[(mark + 1)...].contains(field.name) {
                group?.members |= 1 << UInt64(offset)
            }
        }
        types.append(ObjectType(name: words[0], fields: start..<fields.count, group: group))
    }
}

extension Field {
    /// Reads `steps:WorkflowStep[][]`, `name!:fieldName`, `image`.
    fileprivate init(reading word: String, kinds: [String: FieldKind]) {
        let parts = word.utf8.split(separator: UInt8(ascii: ":"))
        var name = parts[0]
        var kind = parts.count > 1 ? parts[1] : Substring("string").utf8
        let isRequired = name.last == UInt8(ascii: "!")
        let isLegacy = name.last == UInt8(ascii: "~")
        if isRequired || isLegacy { name.removeLast() }
        var lists = 0
        while kind.last == UInt8(ascii: "]") {
            kind.removeLast(2)
            lists += 1
        }
        let isMap = kind.last == UInt8(ascii: "}")
        if isMap { kind.removeLast(2) }
        self.init(
            name: String(Substring(name)), kind: kinds[String(Substring(kind))] ?? .scalar(.string), lists: lists,
            isMap: isMap, isRequired: isRequired, isLegacy: isLegacy)
    }
}
