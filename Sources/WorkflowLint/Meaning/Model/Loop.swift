import DocumentKit

/// How often a step or task runs, when that is not once.
enum Loop: Sendable {
    case items(DocumentValue)
    case parameter(DocumentValue)
    case sequence(DocumentValue)

    /// nil without one. An empty `withItems` is none either, as for argo.
    init?(of call: DocumentValue) {
        if let items = call.given("withItems"), items.kind != .array || items.count > 0 {
            self = .items(items)
        } else if let parameter = call.given("withParam"), parameter.string != "" {
            self = .parameter(parameter)
        } else if let sequence = call.given("withSequence") {
            self = .sequence(sequence)
        } else {
            return nil
        }
    }

    /// Whether it runs at least once, as far as can be told.
    var mayBeEmpty: Bool { if case .items = self { false } else { true } }

    /// Whether `{{item.key}}` can have a value.
    func knows(key: Substring) -> Bool {
        switch self {
        case .parameter: return true
        case .sequence: return false
        case .items(let items):
            guard items.kind == .array else { return true }
            return items.elements.contains { item in
                switch item.kind {
                case .object: item[String(key)] != nil
                case .array: (0..<item.count).contains { "[\($0)]" == key }
                // What is filled in may turn out to be an object.
                case .string: !item.strings(withPairOf: UInt8(ascii: "{")).isEmpty
                case .null, .bool, .number: false
                }
            }
        }
    }

    /// The keys of the items, for hints.
    var keys: [String] {
        guard case .items(let items) = self else { return [] }
        var keys: [String] = []
        for key in items.elements.flatMap({ $0.members.map(\.key) }) where !keys.contains(key) { keys.append(key) }
        return keys
    }
}
