/// Finds what stands in a text before: the longest copy that begins at a place, as far as looking for it is worth while.
struct CopyFinder {
    static let shortest = 3
    static let longest = 258
    /// From this length on nothing better is looked for.
    static let goodLength = 32
    private static let window = 1 << 15
    private static let mostTries = 128

    private let input: [UInt8]
    /// By the hash of three bytes: where they stood last.
    private var latest = [Int](repeating: -1, count: 1 << 15)
    /// By a place in the window: where the same three bytes stood before.
    private var earlier = [Int](repeating: -1, count: window)

    init(_ input: [UInt8]) { self.input = input }

    /// Remembers what begins at a place; all places, one after the other.
    mutating func pass(_ place: Int) {
        guard place + Self.shortest <= input.count else { return }
        let hash = hash(place)
        earlier[place % Self.window] = latest[hash]
        latest[hash] = place
    }

    /// The longest copy of something that was passed.
    func copy(at place: Int) -> (length: Int, distance: Int)? {
        let most = min(Self.longest, input.count - place)
        guard most >= Self.shortest else { return nil }
        var best = (length: Self.shortest - 1, distance: 0)
        var candidate = latest[hash(place)]
        for _ in 0..<Self.mostTries where candidate >= 0 && place - candidate < Self.window {
            // What is longer than the best one also goes on like this.
            if input[candidate + best.length] == input[place + best.length] {
                var length = 0
                while length < most, input[candidate + length] == input[place + length] { length += 1 }
                if length > best.length { best = (length, place - candidate) }
                if length == most { break }
            }
            candidate = earlier[candidate % Self.window]
        }
        return best.distance > 0 ? best : nil
    }

    private func hash(_ place: Int) -> Int {
        let bytes = UInt32(input[place]) | UInt32(input[place + 1]) << 8 | UInt32(input[place + 2]) << 16
        return Int((bytes &* 0x9E37_79B1) >> 17)
    }
}
