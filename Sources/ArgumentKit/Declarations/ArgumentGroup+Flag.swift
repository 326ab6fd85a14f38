extension ArgumentGroup {
    /// A switch: `--running`, `-r`, `--running=false`; with `negatable` also `--no-running`.
    package static func flag(
        _ path: @autoclosure @escaping LazyKeyPath<Self, Bool>, _ name: String, _ short: Character? = nil,
        negatable: Bool = false, env: String..., help: String
    ) -> Argument<Self> {
        var info = ArgumentInfo(.flag, name, short: short, help: help, environment: env)
        info.isNegatable = negatable
        return Argument(
            outline: info, binding: path, describe: { if Self()[keyPath: path()] { $0.defaultValue = "true" } },
            store: { occurrence, root throws(ArgumentError) in
                root[keyPath: path()] = try occurrence.switchValue()
            })
    }

    /// A switch of three states: on, off, or nil when nobody said.
    package static func flag(
        _ path: @autoclosure @escaping LazyKeyPath<Self, Bool?>, _ name: String, _ short: Character? = nil,
        negatable: Bool = true, env: String..., help: String
    ) -> Argument<Self> {
        var info = ArgumentInfo(.flag, name, short: short, help: help, environment: env)
        info.isNegatable = negatable
        return Argument(outline: info, binding: path) { occurrence, root throws(ArgumentError) in
            root[keyPath: path()] = try occurrence.switchValue()
        }
    }

    /// A switch that counts how often it was given: `-vv`.
    package static func flag(
        _ path: @autoclosure @escaping LazyKeyPath<Self, Int>, _ name: String, _ short: Character? = nil,
        env: String..., help: String
    ) -> Argument<Self> {
        var info = ArgumentInfo(.flag, name, short: short, help: help, environment: env)
        info.isRepeating = true
        return Argument(outline: info, binding: path) { occurrence, root throws(ArgumentError) in
            let path = path()
            root[keyPath: path] = try occurrence.switchValue() ? root[keyPath: path] + 1 : 0
        }
    }
}

extension Occurrence {
    /// The state a switch is set to.
    fileprivate func switchValue() throws(ArgumentError) -> Bool {
        guard let word else { return true }
        if let value = truthValue(word) { return value }
        throw .invalidValue(
            word, for: source, reason: "expected true or false (or 1, t, T, TRUE, True, 0, f, F, FALSE, False)")
    }
}
