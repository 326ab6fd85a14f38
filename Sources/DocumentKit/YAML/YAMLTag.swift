/// The tags that the core schema knows: `!!str` is `tag:yaml.org,2002:str`.
enum YAMLTag {
    static let corePrefix = "tag:yaml.org,2002:"

    /// Whether a tag says nothing beyond the value: those of the core schema, and `!` alone.
    static func isResolved(_ tag: String) -> Bool {
        guard tag.hasPrefix(corePrefix) else { return tag == "!" }
        return ["str", "int", "float", "bool", "null", "map", "seq"].contains(tag.dropFirst(corePrefix.count))
    }

    /// `!!binary`, `!local`, `!<tag:example.com,2000:app/item>`.
    static func spelled(_ tag: String) -> String {
        if tag.hasPrefix("!") { return tag }
        return tag.hasPrefix(corePrefix) ? "!!\(tag.dropFirst(corePrefix.count))" : "!<\(tag)>"
    }

    static func mismatch(_ tag: String, at offset: Int) -> YAMLFault {
        YAMLFault("this is not what its tag '!!\(tag.dropFirst(corePrefix.count))' says", at: offset)
    }
}
