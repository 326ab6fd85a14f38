/// One command as plain data; a tree of these describes the whole tool.
package struct CommandInfo: Sendable, Equatable, Codable {
    package var name: String
    package var aliases: [String]
    /// One line, upper case, no final period.
    package var abstract: String
    /// Paragraphs, separated by empty lines; a line that starts with a space stays as it is.
    package var discussion: String
    package var examples: [Example]
    /// The heading it stands under in its parent's help.
    package var category: String
    package var isHidden: Bool
    package var arguments: [ArgumentInfo] = []
    package var subcommands: [CommandInfo] = []
    /// Pages about no single command; on the root only.
    package var topics: [HelpTopic]

    /// A command line to copy, and what it is for.
    package struct Example: Sendable, Equatable, Codable {
        package var caption: String
        package var line: String

        package init(_ caption: String, _ line: String) {
            self.caption = caption
            self.line = line
        }
    }

    package init(
        name: String,
        aliases: [String] = [],
        abstract: String,
        discussion: String = "",
        examples: [Example] = [],
        category: String = "Commands",
        isHidden: Bool = false,
        topics: [HelpTopic] = []
    ) {
        self.name = name
        self.aliases = aliases
        self.abstract = abstract
        self.discussion = discussion
        self.examples = examples
        self.category = category
        self.isHidden = isHidden
        self.topics = topics
    }
}
