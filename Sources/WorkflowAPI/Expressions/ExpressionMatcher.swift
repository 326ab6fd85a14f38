import Synchronization

/// Says whether an expression matches somewhere in a line, in time proportional to the line.
///
/// The machine's sets of places become states of an automaton as they are met, and are kept for the lines that follow.
final class ExpressionMatcher: Sendable {
    /// What is before a place.
    private enum Before: Hashable {
        case start, newline, word, other
    }

    /// Steps that wait for the next character.
    private struct State: Hashable {
        var steps: [Int32]
        var before: Before
    }

    private struct Automaton {
        var states: [State] = []
        var numbers: [State: Int32] = [:]
        /// By state and class, the line's end being the last: the next state, `unknown` or `matched`.
        var table: [Int32] = []
        var weight = 0
    }

    private static let unknown: Int32 = -1
    private static let matched: Int32 = -2
    /// Steps of all states together that are worth keeping.
    private static let heaviest = 1 << 20
    private static let mostStates = 4_096

    private let program: ExpressionProgram
    private let classes: ScalarClasses
    private let automaton = Mutex(Automaton())

    init(_ text: String) throws(ExpressionError) {
        program = try ExpressionProgram(ExpressionParser.parse(text))
        classes = ScalarClasses(telling: program.sets)
    }

    func matches(_ line: borrowing Span<UInt8>) -> Bool {
        automaton.withLock { automaton in
            let width = classes.count + 1
            var state = number(of: State(steps: [0], before: .start), in: &automaton)
            var offset = 0
            while offset < line.count {
                let symbol = classes.next(in: line, at: &offset)
                var next = automaton.table[Int(state) * width + symbol]
                if next == Self.unknown { next = advance(state, by: symbol, in: &automaton) }
                if next == Self.matched { return true }
                state = next
            }
            let last = automaton.table[Int(state) * width + width - 1]
            return (last == Self.unknown ? advance(state, by: width - 1, in: &automaton) : last) == Self.matched
        }
    }

    private func number(of state: State, in automaton: inout Automaton) -> Int32 {
        if let number = automaton.numbers[state] { return number }
        if automaton.weight > Self.heaviest || automaton.states.count >= Self.mostStates { automaton = Automaton() }
        let number = Int32(automaton.states.count)
        automaton.states.append(state)
        automaton.numbers[state] = number
        automaton.weight += state.steps.count
        automaton.table += repeatElement(Self.unknown, count: classes.count + 1)
        return number
    }

    /// Finds what a state becomes, and notes it.
    private func advance(_ number: Int32, by symbol: Int, in automaton: inout Automaton) -> Int32 {
        let next = successor(of: automaton.states[Int(number)], by: symbol)
        // The states that are kept may be forgotten here, with the one that we come from.
        let count = automaton.states.count
        let result = next.map { self.number(of: $0, in: &automaton) } ?? Self.matched
        if automaton.states.count >= count { automaton.table[Int(number) * (classes.count + 1) + symbol] = result }
        return result
    }

    /// nil where the expression has matched before the character.
    private func successor(of state: State, by symbol: Int) -> State? {
        let kind = symbol < classes.count ? classes.kinds[symbol] : nil
        var isSeen = [Bool](repeating: false, count: program.steps.count)
        var open = state.steps.reversed().map(Int.init)
        var taken: [Int32] = []
        while let step = open.popLast() {
            if isSeen[step] { continue }
            isSeen[step] = true
            switch program.steps[step] {
            case .match: return nil
            case .jump(let target): open.append(target)
            case .fork(let first, let second):
                open.append(second)
                open.append(first)
            case .place(let place): if holds(place, state.before, kind) { open.append(step + 1) }
            case .take(let set):
                if symbol < classes.count, classes.has(symbol, in: set) { taken.append(Int32(step + 1)) }
            }
        }
        // A match may begin behind each character.
        taken.append(0)
        taken.sort()
        return State(steps: taken, before: program.hasPlaces ? before(kind) : .other)
    }

    private func before(_ kind: ScalarClasses.Kind?) -> Before {
        switch kind {
        case .newline: .newline
        case .word: .word
        case .other, nil: .other
        }
    }

    /// `next` is nil at the end of the line.
    private func holds(_ place: Expression.Place, _ before: Before, _ next: ScalarClasses.Kind?) -> Bool {
        switch place {
        case .textStart: before == .start
        case .textEnd: next == nil
        case .lineStart: before == .start || before == .newline
        case .lineEnd: next == nil || next == .newline
        case .wordBoundary: (before == .word) != (next == .word)
        case .noWordBoundary: (before == .word) == (next == .word)
        }
    }
}
