/// Which requests go wrong, and how: a pure function of a seed and of the number of the request.
package struct FaultPlan: Sendable {
    package var seed: UInt64
    /// How many of 100 requests go wrong.
    package var percentage: Int
    package var kinds: [InjectedFault.Kind]
    /// After so many faults in a row a request goes well, so that whoever tries often enough gets through.
    package var longestRun: Int

    package init(
        seed: UInt64, percentage: Int = 50, kinds: [InjectedFault.Kind] = InjectedFault.Kind.allCases,
        longestRun: Int = 3
    ) {
        self.seed = seed
        self.percentage = percentage
        self.kinds = kinds
        self.longestRun = longestRun
    }

    /// What happens to the request of that number, counted from 0.
    package func fault(of number: Int) -> InjectedFault {
        guard hasFault(number) else { return .none }
        let isOneTooMany = number >= longestRun && (number - longestRun..<number).allSatisfy(hasFault)
        if isOneTooMany { return .none }
        var generator = generator(for: number)
        _ = generator.next()
        return InjectedFault(kinds[Int.random(in: kinds.indices, using: &generator)], using: &generator)
    }

    private func hasFault(_ number: Int) -> Bool {
        var generator = generator(for: number)
        return !kinds.isEmpty && Int(generator.next() % 100) < percentage
    }

    private func generator(for number: Int) -> SeededGenerator {
        SeededGenerator(seed: seed &* 0x2545_F491_4F6C_DD1D ^ UInt64(number) &* 0x9E37_79B9_7F4A_7C55)
    }
}
