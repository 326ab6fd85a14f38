/// What is known of a write as long as it has not come to its end.
package enum WriteFate: Sendable, Equatable {
    /// It is being sent, or its answer is missing: the object of that name may exist, or may have been replaced.
    case open(name: String)
    /// No try so far has done anything, and none of them can any more.
    case undone(name: String)
}
