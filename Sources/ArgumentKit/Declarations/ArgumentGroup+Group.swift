extension ArgumentGroup {
    /// Splices another group's arguments in, under their own help heading.
    package static func group<Group: ArgumentGroup>(
        _ path: @autoclosure @escaping LazyKeyPath<Self, Group>, _ title: String
    ) -> [Argument<Self>] {
        Group.arguments.map { inner in
            var info = inner.outline
            info.group = title
            let store = inner.store
            return Argument(
                outline: info, binding: path, describe: inner.describe,
                store: { occurrence, root throws(ArgumentError) in
                    try store(occurrence, &root[keyPath: path()])
                })
        }
    }

    /// An option that other tools of this family have and this one does not: known by name so that it is
    /// refused with a reason, never ignored. `value` says that it takes one.
    package static func refused(
        _ name: String, _ short: Character? = nil, value: String? = nil, reason: String
    ) -> Argument<Self> {
        var info = ArgumentInfo(
            value == nil ? .flag : .option, name, short: short, value: value, help: "Not supported")
        info.isHidden = true
        info.refusal = reason
        return Argument(outline: info, binding: { nil }) { _, _ throws(ArgumentError) in
            throw .refusedOption("--" + name, reason: reason)
        }
    }
}
