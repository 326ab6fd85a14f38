extension ArgumentGroup {
    /// A value with a default: `--output json`, `--output=json`, `-o json`, `-ojson`. The last one wins.
    package static func option<Value: ArgumentValue>(
        _ path: @autoclosure @escaping LazyKeyPath<Self, Value>, _ name: String, _ short: Character? = nil,
        value: String, env: String..., completion: Completion? = nil, help: String
    ) -> Argument<Self> {
        let info = ArgumentInfo(.option, name, short: short, value: value, help: help, environment: env)
        return Argument(
            outline: info, binding: path,
            describe: {
                $0.completion = completion ?? Value.completion
                if !Value.isSecret { $0.defaultValue = Self()[keyPath: path()].argument }
            },
            store: { occurrence, root throws(ArgumentError) in
                root[keyPath: path()] = try occurrence.value()
            })
    }

    /// A value that may be missing: `--namespace argo`.
    package static func option<Value: ArgumentValue>(
        _ path: @autoclosure @escaping LazyKeyPath<Self, Value?>, _ name: String, _ short: Character? = nil,
        value: String, env: String..., completion: Completion? = nil, help: String
    ) -> Argument<Self> {
        let info = ArgumentInfo(.option, name, short: short, value: value, help: help, environment: env)
        return Argument(
            outline: info, binding: path, describe: { $0.completion = completion ?? Value.completion },
            store: { occurrence, root throws(ArgumentError) in
                root[keyPath: path()] = try occurrence.value() as Value
            })
    }

    /// A value that remembers whether it came from the command line or from a variable.
    package static func option<Value: ArgumentValue>(
        _ path: @autoclosure @escaping LazyKeyPath<Self, Sourced<Value>?>, _ name: String, _ short: Character? = nil,
        value: String, env: String..., completion: Completion? = nil, help: String
    ) -> Argument<Self> {
        let info = ArgumentInfo(.option, name, short: short, value: value, help: help, environment: env)
        return Argument(
            outline: info, binding: path, describe: { $0.completion = completion ?? Value.completion },
            store: { occurrence, root throws(ArgumentError) in
                root[keyPath: path()] = Sourced(try occurrence.value(), from: occurrence.source)
            })
    }

    /// A repeatable value: `-p a=1 -p b=2`. Only with `commaSeparated` does one word hold several: `--status Failed,Error`.
    package static func option<Value: ArgumentValue>(
        _ path: @autoclosure @escaping LazyKeyPath<Self, [Value]>, _ name: String, _ short: Character? = nil,
        value: String, commaSeparated: Bool = false, env: String..., completion: Completion? = nil, help: String
    ) -> Argument<Self> {
        var info = ArgumentInfo(.option, name, short: short, value: value, help: help, environment: env)
        info.isRepeating = true
        info.isCommaSeparated = commaSeparated
        return Argument(
            outline: info, binding: path,
            describe: {
                $0.completion = completion ?? Value.completion
                let defaults = Self()[keyPath: path()]
                if !defaults.isEmpty && !Value.isSecret {
                    $0.defaultValue = defaults.map(\.argument).joined(separator: ",")
                }
            },
            store: { occurrence, root throws(ArgumentError) in
                let path = path()
                var values: [Value] = occurrence.isFirst ? [] : root[keyPath: path]
                if commaSeparated {
                    for item in try occurrence.items() { values.append(try item.value()) }
                } else {
                    values.append(try occurrence.value())
                }
                root[keyPath: path] = values
            })
    }
}

extension Occurrence {
    /// The word as a `Value`, or the error that says what would have been one.
    func value<Value: ArgumentValue>() throws(ArgumentError) -> Value {
        guard let word else { throw .missingValue(source) }
        if let value = Value(argument: word) { return value }
        var suggestion: String?
        if case .choices(let all) = Value.completion { suggestion = nearest(to: word, in: all) }
        throw .invalidValue(
            Value.isSecret ? nil : word, for: source, reason: Value.expectation, suggestion: suggestion)
    }

    /// The parts of a comma list, each as an occurrence of its own; an empty word has none.
    fileprivate func items() throws(ArgumentError) -> [Occurrence] {
        guard let word else { throw .missingValue(source) }
        if word.isEmpty { return [] }
        var items: [Occurrence] = []
        for part in word.split(separator: ",", omittingEmptySubsequences: false) {
            if part.isEmpty { throw .invalidValue(word, for: source, reason: "an item of the list is empty") }
            items.append(Occurrence(word: String(part), source: source))
        }
        return items
    }
}
