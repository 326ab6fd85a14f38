/// A plain struct whose properties are filled from the command line.
///
///     struct OutputOptions: ArgumentGroup {
///         var format = OutputFormat.table
///         var hidesHeader = false
///
///         static var arguments: [Argument<Self>] {
///             option(\.format, "output", "o", value: "format", help: "Output format")
///             flag(\.hidesHeader, "no-headers", help: "Leave the header row out")
///         }
///     }
package protocol ArgumentGroup: Sendable, Equatable {
    init()
    @ArgumentBuilder<Self> static var arguments: [Argument<Self>] { get }
}

/// Collects the declarations of a group, one a line.
@resultBuilder
package enum ArgumentBuilder<Root> {
    package static func buildExpression(_ argument: Argument<Root>) -> [Argument<Root>] { [argument] }
    package static func buildExpression(_ group: [Argument<Root>]) -> [Argument<Root>] { group }

    package static func buildBlock(_ parts: [Argument<Root>]...) -> [Argument<Root>] {
        var all: [Argument<Root>] = []
        // Not `+=`: in generic code it is looked up while the program runs, for every command anew.
        for part in parts { for argument in part { all.append(argument) } }
        return all
    }

    package static func buildOptional(_ part: [Argument<Root>]?) -> [Argument<Root>] { part ?? [] }
    package static func buildEither(first part: [Argument<Root>]) -> [Argument<Root>] { part }
    package static func buildEither(second part: [Argument<Root>]) -> [Argument<Root>] { part }
}

/// A key path that is made when it is used.
package typealias LazyKeyPath<Root, Value> = @Sendable () -> WritableKeyPath<Root, Value>
