import WorkflowModel

/// A text with variables in it, `echo {{inputs.parameters.name}}`, read once and filled in often.
///
/// What is filled in is never looked at again: a value that holds `{{` stays as it is.
struct Interpolation: Sendable, Equatable {
    enum Piece: Sendable, Equatable {
        case text(String)
        case variable(Variable, spelling: String)
    }

    private(set) var pieces: [Piece] = []

    /// Why a text cannot be read, or filled in; reads on from the field's path.
    struct Failure: Error, Equatable {
        var message: String
    }

    init(parsing text: String) throws(Failure) {
        for part in PlaceholderScanner(text) {
            switch part {
            case .text(let text): pieces.append(.text(String(text)))
            case .unclosed: throw Failure(message: "has '{{' without '}}'")
            case .placeholder(let placeholder):
                if placeholder.isExpression {
                    throw Failure(
                        message: "uses an expression, '{{\(placeholder.inside)}}': not supported by the local backend")
                }
                guard let variable = Variable(placeholder.name) else {
                    throw Failure(message: "uses the unknown variable '{{\(placeholder.name)}}'")
                }
                pieces.append(.variable(variable, spelling: String(placeholder.name)))
            }
        }
    }

    /// A text in which nothing is to be filled in.
    init(literal text: String) { pieces = text.isEmpty ? [] : [.text(text)] }

    var variables: [(variable: Variable, spelling: String)] {
        pieces.compactMap { if case .variable(let variable, let spelling) = $0 { (variable, spelling) } else { nil } }
    }

    /// The text when it holds no variable.
    var literal: String? {
        switch (pieces.count, pieces.first) {
        case (0, _): ""
        case (1, .text(let text)): text
        default: nil
        }
    }

    /// Kubernetes takes no larger objects; and texts that double in every step fill any memory.
    private static let sizeLimit = 1 << 20

    /// The text with every variable filled in.
    func resolved(_ value: (Variable) -> String?) throws(Failure) -> String {
        var text = ""
        for piece in pieces {
            switch piece {
            case .text(let part): text += part
            case .variable(let variable, let spelling):
                guard let part = value(variable) else {
                    throw Failure(message: "needs '{{\(spelling)}}', which has no value")
                }
                text += part
                guard text.utf8.count <= Self.sizeLimit else {
                    throw Failure(
                        message: "grows beyond \(Self.sizeLimit >> 20) MiB when '{{\(spelling)}}' is filled in")
                }
            }
        }
        return text
    }
}
