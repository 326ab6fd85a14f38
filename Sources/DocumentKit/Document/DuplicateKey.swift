/// A key that stands twice in one object; the second one wins. Of merge keys, `<<`, the second wins where both bring a key.
package struct DuplicateKey: Sendable, Equatable {
    package var key: String
    /// The object, from the root: `spec.templates[0]`; empty for the root itself.
    package var path: String
    package var first: SourcePosition
    package var second: SourcePosition
    /// The second key itself.
    package var place: DocumentValue
    /// What both stand for is kept, as of the merge keys of YAML.
    package var isMerge = false

    /// What comes of it, for people.
    package var outcome: String {
        isMerge ? "both are merged, and of what both bring in that of the last one counts" : "the last one counts"
    }
}

extension DocumentValue {
    /// The repeated keys in a value, up to a number of them, in source order of their objects.
    ///
    /// An object that aliases and merge keys of YAML repeat tells of its keys once.
    package func duplicateKeys(limit: Int = 100) -> [DuplicateKey] {
        var found: [DuplicateKey] = []
        var known: Set<Int> = []
        for object in index..<index + entry.span where document.entry(object).isA(.object) {
            for pair in document.repeatedKeys(of: object) {
                let first = DocumentValue(document: document, index: pair.first)
                let second = DocumentValue(document: document, index: pair.second)
                guard !document.isYAML || known.insert(second.offset).inserted else { continue }
                found.append(
                    DuplicateKey(
                        key: second.string ?? "", path: document.path(to: object), first: first.position,
                        second: second.position, place: second, isMerge: pair.isMerge))
                if found.count == limit { return found }
            }
        }
        return found
    }
}

extension Document {
    /// The tape indices of keys of an object that equal the one before them.
    fileprivate func repeatedKeys(of object: Int) -> [(first: Int, second: Int, isMerge: Bool)] {
        let merge = yaml?.repeatedMerges[object].map { [(first: $0, second: $0 + 1, isMerge: true)] } ?? []
        return merge + repeatedMembers(of: object).map { (first: $0, second: $1, isMerge: false) }
    }

    private func repeatedMembers(of object: Int) -> [(first: Int, second: Int)] {
        var keys: [Int] = []
        var child = object + 1
        while child < object + entry(object).extent {
            keys.append(child)
            child += 1 + entry(child + 1).span
        }
        // Most objects are small: there it is cheaper to compare each key with each than to make a table.
        guard keys.count > 16 else {
            return keys.indices.compactMap { second in
                keys[..<second].last { hasKey($0, equalTo: keys[second]) }.map { ($0, keys[second]) }
            }
        }
        var places: [[UInt8]: Int] = [:]
        return keys.compactMap { key in places.updateValue(key, forKey: decoded(entry(key))).map { ($0, key) } }
    }

    private func hasKey(_ one: Int, equalTo other: Int) -> Bool {
        let (one, other) = (entry(one), entry(other))
        guard other.isA(.escaped) else { return hasText(one, bytes.span.extracting(other.range)) }
        return hasText(one, decoded(other).span)
    }
}
