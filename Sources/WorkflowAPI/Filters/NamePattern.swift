// Patterns for names:
//
//     deploy          a part of the name
//     build-*-arm?    with wildcards, the whole name: * is any text, ? one character

/// What a name must look like.
package struct NamePattern: Sendable, Hashable, ExpressibleByStringLiteral {
    package let text: String
    private let characters: [Character]

    package init(_ text: String) {
        self.text = text
        characters = Array(text)
    }

    package init(stringLiteral text: String) { self.init(text) }

    private var hasWildcards: Bool { characters.contains { $0 == "*" || $0 == "?" } }

    /// A text that stands in every name that matches; the longest there is.
    package var literal: String {
        let parts: [Substring] = text.split { $0 == "*" || $0 == "?" }
        return parts.max { $0.count < $1.count }.map { String($0) } ?? ""
    }

    package func matches(_ name: String) -> Bool {
        guard hasWildcards else { return name.contains(text) }
        let name = Array(name)
        var (place, position) = (0, 0)
        // Where the last * stands, and how much of the name it takes so far.
        var star: (place: Int, position: Int)?
        while position < name.count {
            if place < characters.count, characters[place] == "*" {
                star = (place, position)
                place += 1
            } else if place < characters.count, characters[place] == "?" || characters[place] == name[position] {
                place += 1
                position += 1
            } else if let last = star {
                star = (last.place, last.position + 1)
                (place, position) = (last.place + 1, last.position + 1)
            } else {
                return false
            }
        }
        return characters[place...].allSatisfy { $0 == "*" }
    }
}
