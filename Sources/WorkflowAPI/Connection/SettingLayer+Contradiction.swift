extension SettingLayer {
    /// Two of its settings that cannot both be meant, by their options' names without dashes; options and variables are
    /// told by their own names.
    func contradiction(_ one: String, _ other: String) -> ConfigurationError {
        switch origin {
        case .flags, .variables: .contradiction(source(named: one), source(named: other))
        case .context(let source), .kubeconfig(let source): .selfContradiction(source, one, other)
        }
    }

    /// What a setting is called here, by its option's name without dashes.
    func source(named name: String) -> SettingSource {
        source(name, variable: name.uppercased().replacing("-", with: "_"))
    }
}
