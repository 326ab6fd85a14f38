/// How a row is tied to the row above it.
package enum NodeJoint: Sendable, Hashable {
    /// `├─` and `└─`: one of the children of a row.
    case child, lastChild
    /// `──`, `┬─`, `├─` and `└─`: one of the nodes that run side by side in a step.
    case groupOnly, groupFirst, groupMiddle, groupLast

    /// More siblings follow, so that a line runs on below: `│ ` in place of two spaces.
    package var continues: Bool {
        switch self {
        case .child, .groupFirst, .groupMiddle: true
        case .lastChild, .groupOnly, .groupLast: false
        }
    }
}
