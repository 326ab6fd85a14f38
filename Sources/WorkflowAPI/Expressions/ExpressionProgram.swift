/// A regular expression as steps of a machine that is in many places at once.
struct ExpressionProgram: Sendable {
    enum Step: Sendable {
        /// Takes a character of the set with that number and goes on with the next step.
        case take(Int)
        case place(Expression.Place)
        case jump(Int)
        /// Goes on in both places.
        case fork(Int, Int)
        case match
    }

    /// Repetitions of repetitions multiply.
    private static let longest = 20_000

    private(set) var steps: [Step] = []
    private(set) var sets: [ScalarSet] = []
    private(set) var hasPlaces = false
    private var numbers: [ScalarSet: Int] = [:]

    init(_ expression: Expression) throws(ExpressionError) {
        try add(expression)
        try append(.match)
    }

    private mutating func append(_ step: Step) throws(ExpressionError) {
        guard steps.count < Self.longest else { throw .init("its repetitions multiply to more than can be kept") }
        steps.append(step)
    }

    private mutating func add(_ expression: Expression) throws(ExpressionError) {
        switch expression {
        case .nothing: break
        case .one(let set):
            let number = numbers[set] ?? sets.count
            if number == sets.count {
                sets.append(set)
                numbers[set] = number
            }
            try append(.take(number))
        case .place(let place):
            hasPlaces = true
            try append(.place(place))
        case .sequence(let parts): for part in parts { try add(part) }
        case .choice(let alternatives): try add(alternatives[...])
        case .repeated(let part, let least, let most): try add(part, least, most)
        }
    }

    private mutating func add(_ alternatives: ArraySlice<Expression>) throws(ExpressionError) {
        var ends: [Int] = []
        for (place, alternative) in alternatives.enumerated() {
            let isLast = place == alternatives.count - 1
            let fork = steps.count
            if !isLast { try append(.match) }
            try add(alternative)
            guard !isLast else { break }
            ends.append(steps.count)
            try append(.match)
            steps[fork] = .fork(fork + 1, steps.count)
        }
        for end in ends { steps[end] = .jump(steps.count) }
    }

    private mutating func add(_ part: Expression, _ least: Int, _ most: Int?) throws(ExpressionError) {
        for _ in 0..<least { try add(part) }
        guard let most else {
            let fork = steps.count
            try append(.match)
            try add(part)
            try append(.jump(fork))
            steps[fork] = .fork(fork + 1, steps.count)
            return
        }
        var forks: [Int] = []
        for _ in least..<max(most, least) {
            forks.append(steps.count)
            try append(.match)
            try add(part)
        }
        for fork in forks { steps[fork] = .fork(fork + 1, steps.count) }
    }
}
