/// Where a node hangs in the tree.
enum NodeParent: Equatable {
    /// Nowhere, and it asks for nothing else: a root.
    case none
    case node(Int)
    /// Under a node that is not there, or it has no row at all.
    case missing
}
