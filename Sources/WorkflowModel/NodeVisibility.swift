/// What the tree shows of a node.
enum NodeVisibility: Sendable {
    case shown
    /// It has no row; its children stand in its place.
    case hidden
    /// It has no row; its children are drawn side by side.
    case group
}
