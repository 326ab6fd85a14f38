import DocumentKit

/// Every type of object that a manifest can hold: which fields it has, and what each of them takes.
struct FieldTable: Sendable {
    /// Made on first use, so that only commands that lint pay for it.
    static let shared = FieldTable(reading: text)

    var types: [ObjectType] = []
    /// The fields of all types, each type's together and sorted by name.
    var fields: [Field] = []
    var valueSets: [ValueSet] = []

    /// A type of object, as the schema calls it.
    struct ObjectType: Sendable {
        var name: String
        /// Indices into `fields`; never more than 64, so that a word can say which are set.
        var fields: Range<Int>
        var group: Group?
    }

    /// Fields of a type of which only one may be set.
    struct Group: Sendable {
        /// One bit for each field of the type.
        var members: UInt64
        /// One of them must be set.
        var isRequired: Bool
    }

    /// The strings that a field may hold.
    struct ValueSet: Sendable {
        var name: String
        var values: [String]
    }

    /// The index of a type.
    func type(named name: String) -> Int? { types.firstIndex { $0.name == name } }

    /// The index of the field that a key of an object names.
    func field(_ key: DocumentValue, of type: Int) -> Int? {
        types[type].fields.first { key.isText(fields[$0].name) }
    }

    /// The fields of a type that a manifest should use, in order.
    func names(of type: Int) -> [String] {
        fields[types[type].fields].filter { !$0.isLegacy }.map(\.name)
    }

    /// The fields of a group that are set, in order.
    func names(of type: Int, in set: UInt64) -> [String] {
        types[type].fields.enumerated().filter { set >> UInt64($0.offset) & 1 == 1 }.map { fields[$0.element].name }
    }
}
