/// A page about no single command, such as the exit statuses: `wfctl help exit-codes`.
package struct HelpTopic: Sendable, Equatable, Codable {
    /// The word after `help`.
    package var name: String
    /// The heading, upper case, no final period.
    package var title: String
    package var text: String
    package var entries: [Entry]

    /// One line of the page's table.
    package struct Entry: Sendable, Equatable, Codable {
        package var term: String
        package var meaning: String

        package init(_ term: String, _ meaning: String) {
            self.term = term
            self.meaning = meaning
        }
    }

    package init(name: String, title: String, text: String = "", entries: [Entry] = []) {
        self.name = name
        self.title = title
        self.text = text
        self.entries = entries
    }
}
