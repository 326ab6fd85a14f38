extension ArgumentGroup {
    /// The stored properties that no declaration fills, for the tests of a command tree; this is where reflection is used.
    ///
    /// Two views of the same memory are compared: the mirror's properties, whose places follow from the size and
    /// alignment of their types, and the places that the declarations' key paths point to.
    package static func unboundProperties() -> [String] {
        let bound = Set(arguments.compactMap { $0.binding() }.compactMap { MemoryLayout<Self>.offset(of: $0) })
        var unbound: [String] = []
        var offset = 0
        for child in Mirror(reflecting: Self()).children {
            let (size, alignment) = layout(of: child.value)
            offset = (offset + alignment - 1) / alignment * alignment
            if !bound.contains(offset) { unbound.append("\(Self.self).\(child.label ?? "?") has no declaration") }
            if let group = child.value as? any ArgumentGroup { unbound += type(of: group).unboundProperties() }
            offset += size
        }
        return unbound
    }

    private static func layout<Value>(of value: Value) -> (size: Int, alignment: Int) {
        (MemoryLayout<Value>.size, MemoryLayout<Value>.alignment)
    }
}
