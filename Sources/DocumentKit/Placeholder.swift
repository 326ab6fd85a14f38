package struct DocumentValue: Sendable {}
package enum ValueTree: Sendable, Equatable { case null }
