import ArgumentKit

/// What an order takes that says everything by its name.
struct NoOptions: ArgumentGroup {
    init() {}

    static var arguments: [Argument<Self>] {}
}
