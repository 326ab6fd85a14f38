// `<<: *base`: the members of another mapping, as YAML 1.1 and the tools of Kubernetes read it.

extension YAMLComposer {
    /// Rebuilds a mapping that has merge keys: its own members win, then the mappings named first.
    mutating func merge(_ keys: [Int], into mapping: Int, _ made: [UInt8]) throws(YAMLFault) {
        let first = mapping + 1
        let end = tape.count
        var taken: Set<[UInt8]> = []
        for key in members(first..<end) where !keys.contains(key) { taken.insert(text(key, made)) }
        // The members are laid out anew behind the old ones, which are then taken out.
        for key in members(first..<end) {
            let value = key + 1
            guard keys.contains(key) else {
                let member = key..<value + entry(value).span
                origins.repeatNotes(of: member, at: tape.count)
                tape.append(contentsOf: tape[member])
                continue
            }
            for source in try mappings(value) {
                for member in members(source + 1..<source + entry(source).extent)
                where taken.insert(text(member, made)).inserted {
                    try repeatEntries(member..<member + 1 + entry(member + 1).span, at: origin(of: value))
                }
            }
        }
        tape.removeSubrange(first..<end)
        origins.remove(first..<end)
        // Tags of members that moved cannot be told apart any more.
        tags.removeAll { $0.index >= first }
    }

    /// The tape indices of the mappings that a merge key names: one, or the ones of a list.
    private func mappings(_ value: Int) throws(YAMLFault) -> [Int] {
        let entry = entry(value)
        if entry.kind == .object { return [value] }
        var found: [Int] = []
        if entry.kind == .array {
            var child = value + 1
            while child < value + entry.extent {
                guard self.entry(child).kind == .object else { throw notAMapping(child) }
                found.append(child)
                child += self.entry(child).span
            }
            return found
        }
        throw notAMapping(value)
    }

    private func notAMapping(_ index: Int) -> YAMLFault {
        YAMLFault("'<<' takes a mapping or a list of mappings; quote it if it is a key", at: origin(of: index))
    }

    private func origin(of index: Int) -> Int { origins[index] ?? entry(index).origin(in: source) }

    /// The tape indices of the keys in a range of members.
    private func members(_ range: Range<Int>) -> [Int] {
        var keys: [Int] = []
        var key = range.lowerBound
        while key < range.upperBound {
            keys.append(key)
            key += 1 + entry(key + 1).span
        }
        return keys
    }

    private func entry(_ index: Int) -> TapeEntry { TapeEntry(bits: tape[index]) }

    private func text(_ key: Int, _ made: [UInt8]) -> [UInt8] {
        let range = entry(key).range
        guard range.lowerBound >= source.count else { return Array(source[range]) }
        return Array(made[range.lowerBound - source.count..<range.upperBound - source.count])
    }
}
