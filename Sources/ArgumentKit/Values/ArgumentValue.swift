/// A type that can be spelled as one command-line word.
package protocol ArgumentValue: Sendable {
    /// Returns nil when `argument` is not a spelling of this type.
    init?(argument: String)
    /// The canonical spelling, shown as the default in help.
    var argument: String { get }
    /// What a shell offers for it.
    static var completion: Completion { get }
    /// Ends the sentence "invalid value 'x' for '--y': …".
    static var expectation: String { get }
    /// Values of a secret type never appear in errors and help.
    static var isSecret: Bool { get }
}

extension ArgumentValue {
    package static var completion: Completion { .none }
    package static var isSecret: Bool { false }

    package static var expectation: String {
        guard case .choices(let all) = completion, let last = all.last else { return "" }
        return all.count == 1
            ? "expected \(last)" : "expected \(all.dropLast().joined(separator: ", ")) or \(last)"
    }
}

extension String: ArgumentValue {
    package init?(argument: String) { self = argument }
    package var argument: String { self }
}

extension Int: ArgumentValue {
    package init?(argument: String) { self.init(argument) }
    package var argument: String { String(self) }
    package static var expectation: String { "expected a whole number" }
}

extension ArgumentValue where Self: RawRepresentable & CaseIterable, RawValue == String {
    package init?(argument: String) { self.init(rawValue: argument) }
    package var argument: String { rawValue }
    package static var completion: Completion { .choices(allCases.map(\.rawValue)) }
}
