import DocumentKit

// Fields of which one may be set, or one must be.

extension ShapeWalk {
    mutating func checkGroup(_ object: DocumentValue, _ type: Int, filled: UInt64) {
        // A template is completed by the defaults for its own type; those for other types do not hinder it.
        guard let group = table.types[type].group, !isPartial || table.types[type].name != "Template" else { return }
        let set = group.members & filled
        if set == 0 {
            guard group.isRequired, !isPartial else { return }
            let names = table.names(of: type, in: group.members)
            findings.add(
                .missingField, ShapeText.noneSet(of: names, in: object, table.types[type]), at: object, holder: object,
                missing: names)
        } else if set.nonzeroBitCount > 1 {
            let names = table.names(of: type, in: set)
            let keys = object.fields.map(\.key).filter { key in names.contains { key.isText($0) } }
            findings.add(
                .exclusiveFields, ShapeText.severalSet(names, in: object, table.types[type], of: template),
                at: keys.dropFirst().first ?? object)
        }
    }
}
