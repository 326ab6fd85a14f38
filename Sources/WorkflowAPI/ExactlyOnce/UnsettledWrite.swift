/// A write of which nobody can say whether it was carried out.
package struct UnsettledWrite: Sendable, Equatable {
    /// `workflow`, `workflow template`
    package var kind: String
    package var name: String
    package var isReplacement: Bool
    /// What became of the write's own answer.
    package var loss: String
    /// Why looking for the object did not help; nil when it was not there, and may yet come.
    package var obstacle: String?

    package init(kind: String, name: String, isReplacement: Bool = false, loss: String, obstacle: String?) {
        self.kind = kind
        self.name = name
        self.isReplacement = isReplacement
        self.loss = loss
        self.obstacle = obstacle
    }

    package var message: String {
        let deed = isReplacement ? "have been replaced" : "exist"
        guard let obstacle else {
            let state = isReplacement ? "was not replaced right afterwards" : "did not exist right afterwards"
            return "\(loss); \(kind) '\(name)' \(state), and may \(isReplacement ? "be yet" : "still appear")"
        }
        let reason = obstacle == loss ? "looking for it ended the same way" : obstacle
        return "\(loss); \(kind) '\(name)' may or may not \(deed): \(reason)"
    }
}
