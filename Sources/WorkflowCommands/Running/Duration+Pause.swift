extension Duration {
    /// `172 s`: a pause that was agreed on, for a note; a fraction counts as a whole second.
    var inSeconds: String { "\(components.seconds + (components.attoseconds > 0 ? 1 : 0)) s" }
}
