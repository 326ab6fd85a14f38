extension HuffmanCode {
    /// The lengths of the words of a good code for symbols that occur so often.
    ///
    /// It is complete, as some readers want it: it has words for two symbols at least, whether they occur or not.
    static func lengths(for counts: [Int]) -> [Int] {
        var counts = counts
        for symbol in 0..<2 { counts[symbol] = max(counts[symbol], 1) }
        while true {
            let lengths = unboundedLengths(for: counts)
            if lengths.allSatisfy({ $0 <= maximumLength }) { return lengths }
            // Words are shorter where counts differ less.
            counts = counts.map { ($0 + 1) / 2 }
        }
    }

    /// Huffman's own way: the two rarest groups become one, whose words are all one bit longer.
    private static func unboundedLengths(for counts: [Int]) -> [Int] {
        var lengths = [Int](repeating: 0, count: counts.count)
        var groups = counts.indices.filter { counts[$0] > 0 }.map { (count: counts[$0], symbols: [$0]) }
        while groups.count > 1 {
            groups.sort { $0.count > $1.count }
            let (rarest, next) = (groups.removeLast(), groups.removeLast())
            let symbols = rarest.symbols + next.symbols
            for symbol in symbols { lengths[symbol] += 1 }
            groups.append((rarest.count + next.count, symbols))
        }
        return lengths
    }
}
