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
        var rest = text[...]
        while let open = rest.firstRange(of: "{{") {
            if open.lowerBound > rest.startIndex { pieces.append(.text(String(rest[..<open.lowerBound]))) }
            guard let close = rest[open.upperBound...].firstRange(of: "}}") else {
                throw Failure(message: "has '{{' without '}}'")
            }
            let inside = rest[open.upperBound..<close.lowerBound]
            let spelling = inside.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()
            let name = String(spelling)
            if name.hasPrefix("=") {
                throw Failure(message: "uses an expression, '{{\(inside)}}': not supported by the local backend")
            }
            guard let variable = Variable(name[...]) else {
                throw Failure(message: "uses the unknown variable '{{\(name)}}'")
            }
            pieces.append(.variable(variable, spelling: name))
            rest = rest[close.upperBound...]
        }
        if !rest.isEmpty { pieces.append(.text(String(rest))) }
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
            }
        }
        return text
    }
}
