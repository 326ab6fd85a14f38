/// Where a setting was found, spelled as the user would spell it.
package enum SettingSource: Sendable, Equatable, CustomStringConvertible {
    /// With its dashes: `--server`.
    case flag(String)
    case variable(String)
    case builtIn

    package var description: String {
        switch self {
        case .flag(let name), .variable(let name): name
        case .builtIn: "default"
        }
    }

    /// What the user typed beats what the environment holds, which beats what was built in.
    var rank: Int {
        switch self {
        case .flag: 2
        case .variable: 1
        case .builtIn: 0
        }
    }
}

/// A value and where it was found.
package struct Setting<Value: Sendable & Equatable>: Sendable, Equatable {
    package var value: Value
    package var source: SettingSource

    package init(_ value: Value, from source: SettingSource) {
        self.value = value
        self.source = source
    }
}
