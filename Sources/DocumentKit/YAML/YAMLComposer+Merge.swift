// `<<: *base`: the members of another mapping, as YAML 1.1 and the tools of Kubernetes read it.

extension YAMLComposer {
    /// Rebuilds a mapping that has merge keys: its own members win, then the mappings of its last merge key, of which
    /// the ones named first.
    mutating func merge(_ keys: ArraySlice<Int>, into mapping: Int, _ made: [UInt8]) throws(YAMLFault) {
        guard let first = keys.first, let last = keys.last else { return }
        let end = tape.count
        if let before = keys.dropLast().last {
            tape.repeatedMerges.insert((tape[before].bits, tape[last].bits), of: mapping)
        }
        try countMoved(end - first, at: first)
        try keepAnchors(from: first)
        let merged = try merged(keys, mapping + 1..<end, made)
        // Members from the first merge key on are laid out anew behind the old ones, which are then taken out.
        for key in members(first..<end) {
            guard let members = merged[key] else {
                tape.append(copyOf: key..<key + 1 + tape[key + 1].span)
                continue
            }
            for member in members { try repeatEntries(member, at: origin(of: key + 1)) }
        }
        tape.remove(first..<end)
    }

    /// What each merge key brings in.
    private func merged(
        _ keys: ArraySlice<Int>, _ range: Range<Int>, _ made: [UInt8]
    ) throws(YAMLFault) -> [Int: [Range<Int>]] {
        var merged: [Int: [Range<Int>]] = [:]
        for key in keys { merged[key] = [] }
        // Who brings in a key; nobody but the mapping itself brings in its own.
        var owners: [[UInt8]: Int] = [:]
        for key in members(range) where merged[key] == nil { owners[text(key, made)] = range.lowerBound }
        for key in keys.reversed() {
            for source in try mappings(key + 1) {
                for member in members(source + 1..<source + tape[source].extent) {
                    // What stands twice in one mapping stays twice, so that it can be told of.
                    guard takes(text(member, made), source, &owners) else { continue }
                    merged[key, default: []].append(member..<member + 1 + tape[member + 1].span)
                }
            }
        }
        return merged
    }

    /// Whether a key is brought in by this mapping, as it is by the first that has it.
    private func takes(_ key: [UInt8], _ source: Int, _ owners: inout [[UInt8]: Int]) -> Bool {
        if let owner = owners[key] { return owner == source }
        owners[key] = source
        return true
    }

    /// The tape indices of the mappings that a merge key names: one, or the ones of a list.
    private func mappings(_ value: Int) throws(YAMLFault) -> [Int] {
        let entry = tape[value]
        if entry.kind == .object { return [value] }
        var found: [Int] = []
        if entry.kind == .array {
            var child = value + 1
            while child < value + entry.extent {
                guard tape[child].kind == .object else { throw notAMapping(value - 1) }
                found.append(child)
                child += tape[child].span
            }
            return found
        }
        // Not of the value: an alias has its place where its anchor is.
        throw notAMapping(value - 1)
    }

    private func notAMapping(_ index: Int) -> YAMLFault {
        YAMLFault("'<<' takes a mapping or a list of mappings; quote it if it is a key", at: origin(of: index))
    }

    /// The tape indices of the keys in a range of members.
    private func members(_ range: Range<Int>) -> [Int] {
        var keys: [Int] = []
        var key = range.lowerBound
        while key < range.upperBound {
            keys.append(key)
            key += 1 + tape[key + 1].span
        }
        return keys
    }

    private func text(_ key: Int, _ made: [UInt8]) -> [UInt8] {
        let range = tape[key].range
        guard range.lowerBound >= source.count else { return Array(source[range]) }
        return Array(made[range.lowerBound - source.count..<range.upperBound - source.count])
    }
}
