/// A name made from a `generateName`, by the rule of Kubernetes: `hello-` becomes `hello-x7k2p`.
package enum GeneratedName {
    /// No vowels, nothing that looks like something else.
    private static let alphabet = Array("bcdfghjklmnpqrstvwxz2456789")
    private static let suffixLength = 5
    private static let longest = 63

    package static func make(from prefix: String, random: () -> UInt64) -> String {
        let suffix = (0..<suffixLength).map { _ in alphabet[Int(random() % UInt64(alphabet.count))] }
        return prefix.prefix(longest - suffixLength) + String(suffix)
    }
}
