extension ArgumentGroup {
    /// A word that must be there: `get NAME`.
    package static func positional<Value: ArgumentValue>(
        _ path: @autoclosure @escaping LazyKeyPath<Self, Value>, _ label: String, completion: Completion? = nil,
        help: String
    ) -> Argument<Self> {
        var info = ArgumentInfo(.positional, label, value: label, help: help)
        info.isRequired = true
        return Argument(
            outline: info, binding: path, describe: { $0.completion = completion ?? Value.completion },
            store: { occurrence, root throws(ArgumentError) in
                root[keyPath: path()] = try occurrence.value()
            })
    }

    /// A word that may be there: `logs NAME [POD]`.
    package static func positional<Value: ArgumentValue>(
        _ path: @autoclosure @escaping LazyKeyPath<Self, Value?>, _ label: String, completion: Completion? = nil,
        help: String
    ) -> Argument<Self> {
        let info = ArgumentInfo(.positional, label, value: label, help: help)
        return Argument(
            outline: info, binding: path, describe: { $0.completion = completion ?? Value.completion },
            store: { occurrence, root throws(ArgumentError) in
                root[keyPath: path()] = try occurrence.value() as Value
            })
    }

    /// All the words that are left: `delete [NAME...]`, or with `required` at least one.
    package static func positional<Value: ArgumentValue>(
        _ path: @autoclosure @escaping LazyKeyPath<Self, [Value]>, _ label: String, required: Bool = false,
        completion: Completion? = nil, help: String
    ) -> Argument<Self> {
        var info = ArgumentInfo(.positional, label, value: label, help: help)
        info.isRepeating = true
        info.isRequired = required
        return Argument(
            outline: info, binding: path, describe: { $0.completion = completion ?? Value.completion },
            store: { occurrence, root throws(ArgumentError) in
                let path = path()
                if occurrence.isFirst { root[keyPath: path] = [] }
                root[keyPath: path].append(try occurrence.value())
            })
    }
}
