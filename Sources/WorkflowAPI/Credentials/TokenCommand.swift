/// A program that prints a token, as words: `gcloud auth print-access-token`.
///
/// A text is given to `/bin/sh -c`, words are started as they are.
package enum TokenCommand: Sendable, Equatable {
    case shell(String)
    case words([String])

    package var words: [String] {
        switch self {
        case .shell(let text): ["/bin/sh", "-c", text]
        case .words(let words): words
        }
    }

    /// What messages call it: its first word that sets no variable, since the others may hold secrets; `sh` where it
    /// takes a shell to tell which word that is.
    package var name: String {
        switch self {
        case .shell(let text):
            text.split(whereSeparator: \.isWhitespace).first { !$0.contains("=") || !Self.isPlain($0) }
                .flatMap { Self.isPlain($0) ? String($0) : nil } ?? "sh"
        case .words(let words): words.first ?? ""
        }
    }

    /// Whether a shell takes it as it stands.
    private static func isPlain(_ word: Substring) -> Bool {
        word.allSatisfy { $0.isLetter || $0.isNumber || "/._-+=:,@%".contains($0) }
    }
}
