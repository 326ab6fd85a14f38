/// A value together with where it was given, for options whose precedence depends on it: a `--token-file` typed
/// by hand beats a token in the environment, and `context show` can say why a server was chosen.
package struct Sourced<Value: Sendable & Equatable>: Sendable, Equatable {
    package var value: Value
    package var source: ArgumentSource

    package init(_ value: Value, from source: ArgumentSource) {
        self.value = value
        self.source = source
    }

    /// Whether it was typed on the command line.
    package var isExplicit: Bool {
        if case .environment = source { false } else { true }
    }
}
