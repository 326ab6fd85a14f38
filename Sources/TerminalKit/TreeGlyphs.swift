/// The pieces argo's trees are drawn with, each two columns wide.
///
/// ```
///  ├───✔ prep          middle, only
///  └─┬─✔ fan(0:a)      last, first
///    ├─✖ flaky         gap, middle
///    │ └─✖ flaky(0)    gap, passing, last
/// ```
package enum TreeGlyphs: Sendable {
    case unicode, ascii

    /// Before a child with siblings below it.
    package var middle: String { self == .unicode ? "├─" : "|-" }
    /// Before the last child.
    package var last: String { self == .unicode ? "└─" : "`-" }
    /// Before the first of several that stand side by side in one line's group.
    package var first: String { self == .unicode ? "┬─" : "+-" }
    /// Before the only member of such a group.
    package var only: String { self == .unicode ? "──" : "--" }
    /// Where a line goes on to a sibling below.
    package var passing: String { self == .unicode ? "│ " : "| " }
    /// Where none does.
    package var gap: String { "  " }
}
