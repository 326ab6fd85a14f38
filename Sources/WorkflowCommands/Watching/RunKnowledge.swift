/// What is known of a run that is followed.
enum RunKnowledge: Sendable, Equatable {
    /// Nothing was heard of it yet.
    case none
    case goesOn
    /// It was not over when it was last seen; why it cannot be looked at now.
    case outOfReach(String)
    case over
}
