/// One argument of `Root`: what it looks like, and how an occurrence of it is stored.
package struct Argument<Root>: Sendable {
    /// What the parser needs to know of it.
    var outline: ArgumentInfo
    /// The property it fills; nil for a refused option. Made when it is asked for, as all that comes from key paths: a
    /// start must not pay for options that nobody gave.
    let binding: @Sendable () -> PartialKeyPath<Root>?
    /// Adds what only help and completions tell: the default, and what a value is completed with.
    var describe: @Sendable (_ outline: inout ArgumentInfo) -> Void = { _ in }
    var store: @Sendable (_ occurrence: Occurrence, _ root: inout Root) throws(ArgumentError) -> Void

    /// What help and completions know of it.
    package var info: ArgumentInfo {
        var info = outline
        describe(&info)
        return info
    }
}

/// One appearance of an argument, on the command line or in the environment.
struct Occurrence {
    /// The value as it was typed; nil for a flag without one.
    var word: String?
    var source: ArgumentSource
    /// The first appearance replaces the default of a repeatable option.
    var isFirst = true
}

extension Argument {
    /// Keeps the argument out of help and completions; it still works.
    package func hidden() -> Self {
        changed { $0.isHidden = true }
    }

    /// Makes an option that has to be given, on the command line or in its variable.
    package func required() -> Self {
        changed { $0.isRequired = true }
    }

    /// Accepts other long names too, silently and undocumented.
    package func aliases(_ names: String...) -> Self {
        changed { $0.aliases += names }
    }

    /// Accepts the long names an option had before; using one leaves a note.
    package func renamed(from names: String...) -> Self {
        changed { $0.formerNames += names }
    }

    /// Refuses whole numbers outside `range`; an upper bound of `Int.max` means no upper bound.
    package func within(_ range: ClosedRange<Int>) -> Self {
        var copy = changed { $0.bounds = range }
        let store = self.store
        copy.store = { occurrence, root throws(ArgumentError) in
            try store(occurrence, &root)
            if let word = occurrence.word, let number = Int(word), !range.contains(number) {
                throw .invalidValue(word, for: occurrence.source, reason: "must be \(text(of: range))")
            }
        }
        return copy
    }

    private func changed(_ change: (inout ArgumentInfo) -> Void) -> Self {
        var copy = self
        change(&copy.outline)
        return copy
    }
}

/// `between 0 and 100`, `at least 0`
func text(of bounds: ClosedRange<Int>) -> String {
    bounds.upperBound == .max
        ? "at least \(bounds.lowerBound)" : "between \(bounds.lowerBound) and \(bounds.upperBound)"
}
