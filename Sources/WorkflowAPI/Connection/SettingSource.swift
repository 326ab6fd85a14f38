/// Where a setting was found, spelled as the user would spell it.
package enum SettingSource: Sendable, Equatable, CustomStringConvertible {
    /// With its dashes: `--server`.
    case flag(String)
    /// A context that `--context` asked for.
    case chosenContext(String)
    case variable(String)
    /// A context that `WFCTL_CONTEXT` or the configuration file chose.
    case context(String)
    /// Something in a kubeconfig: `context dev`.
    case kubeconfig(String)
    /// A file that holds nothing else.
    case file(String)
    case builtIn

    package var description: String {
        switch self {
        case .flag(let name), .variable(let name): name
        case .chosenContext(let name), .context(let name): "context \(name)"
        case .kubeconfig(let entry): "kubeconfig \(entry)"
        case .file(let path): path
        case .builtIn: "default"
        }
    }

    /// What the user typed beats what the environment holds, which beats what files say and what was built in.
    var rank: Int {
        switch self {
        case .flag: 5
        case .chosenContext: 4
        case .variable: 3
        case .context: 2
        case .kubeconfig, .file: 1
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
