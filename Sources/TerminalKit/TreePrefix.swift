/// The branches drawn before a node of argo's tree, and what its descendants' lines begin with.
///
/// ```
///  ✖ demo              root
///  ├───✔ prep          root.child(at: 0, of: 2), hidden, then .grouped(at: 0, of: 1)
///  └─┬─✔ fan(0:a)      root.child(at: 1, of: 2), hidden, then .grouped(at: 0, of: 3)
///    ├─✖ flaky         … .grouped(at: 1, of: 3)
///    │ └─✖ flaky(0)    … .child(at: 0, of: 1)
///    └─● sub           … .grouped(at: 2, of: 3)
/// ```
package struct TreePrefix: Sendable, Equatable {
    /// The pieces branches are made of; each is two columns wide.
    package enum Glyphs: Sendable {
        case unicode, ascii
    }

    private let glyphs: Glyphs
    /// What stands before the node's icon.
    package let text: String
    private let descendants: String

    /// The prefix of a top node: one blank.
    package static func root(_ glyphs: Glyphs = .unicode) -> TreePrefix {
        TreePrefix(glyphs: glyphs, text: " ", descendants: " ")
    }

    /// The prefix of a child of this node.
    package func child(at index: Int, of count: Int) -> TreePrefix {
        let isLast = index == count - 1
        return TreePrefix(
            glyphs: glyphs, text: descendants + (isLast ? glyphs.last : glyphs.middle),
            descendants: descendants + (isLast ? "  " : glyphs.passing))
    }

    /// The prefix of a child of a group without a line of its own (this node): the first child goes on in the group's line.
    package func grouped(at index: Int, of count: Int) -> TreePrefix {
        let next = child(at: index, of: count)
        guard index == 0 else { return next }
        return TreePrefix(
            glyphs: glyphs, text: text + (count == 1 ? glyphs.only : glyphs.first), descendants: next.descendants)
    }
}

extension TreePrefix.Glyphs {
    fileprivate var only: String { self == .unicode ? "──" : "--" }
    fileprivate var first: String { self == .unicode ? "┬─" : "+-" }
    fileprivate var middle: String { self == .unicode ? "├─" : "|-" }
    fileprivate var last: String { self == .unicode ? "└─" : "`-" }
    fileprivate var passing: String { self == .unicode ? "│ " : "| " }
}
