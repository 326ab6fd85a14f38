import WorkflowAPI

/// A word of the command line that is no path: `https://host/wf.yaml`, whatever the case of its scheme.
struct WebAddress {
    /// In lower case, without `://`.
    var scheme: String
    private var rest: Substring

    /// nil for what has no scheme.
    init?(_ word: String) {
        guard let mark = word.firstRange(of: "://"), let first = word.first, first.isASCII, first.isLetter,
            word[..<mark.lowerBound].allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) })
        else { return nil }
        scheme = word[..<mark.lowerBound].lowercased()
        rest = word[mark.lowerBound...]
    }

    var url: String { scheme + rest }
    var isWeb: Bool { scheme == "http" || scheme == "https" }

    /// As messages may show it.
    var masked: String { MaskedURL.text(url) }
}
