/// The tags that the core schema knows: `!!str` is `tag:yaml.org,2002:str`.
enum YAMLTag {
    static let corePrefix = "tag:yaml.org,2002:"

    /// Whether a tag says that a value is a scalar of the core schema.
    static func isOfScalar(_ tag: String) -> Bool {
        ["str", "int", "float", "bool", "null"].contains(tag.dropFirst(corePrefix.count))
    }

    static func mismatch(_ tag: String, at offset: Int) -> YAMLFault {
        YAMLFault("this is not what its tag '!!\(tag.dropFirst(corePrefix.count))' says", at: offset)
    }
}
