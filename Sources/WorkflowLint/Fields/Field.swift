/// One field of a type.
struct Field: Sendable {
    var name: String
    var kind: FieldKind
    /// How many arrays are around each value: 2 for steps, which are lists of lists.
    var lists = 0
    /// An object whose members are the values.
    var isMap = false
    var isRequired = false
    /// Read by older servers only.
    var isLegacy = false
}
