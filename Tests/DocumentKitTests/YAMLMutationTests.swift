import Testing

@testable import DocumentKit

/// Texts that are almost YAML: no crash, no hang, and what is read is written and read again as the same.
@Suite struct YAMLMutationTests {
    private static let seeds = [
        """
        # a workflow
        apiVersion: argoproj.io/v1alpha1
        metadata: {generateName: hello-, labels: {a: "b\\tc", 'd': ~}}
        spec:
          entrypoint: &e main
          templates:
          - name: *e
            args: ["{{inputs.x}}",
              two, [3, {x: y}]]
            script: |-2
                set -e
              echo "one"

              echo two
            text: >+
              folded
              lines

               spaced

            ? explicit
            : - compact
              - - nested
        """,
        "%TAG !e! tag:e.com,2000:\n---\n&a !e!x b: !!str 1\n<<: {c: 0644}\nd: 'it''s\n  folded'\n...\n---\n- *x\n- \"\\u00e9\\\n  x\"\n",
        "a:\n- b\n-\n  c: d\n- {e: [f, g: h, ? i : j]}\nk: plain\n  over\n\n  lines # comment\nl:\n",
    ]

    @Test(arguments: 0..<10)
    func survivesMutation(seed: UInt64) throws {
        var random = SplitMix64(state: seed)
        var accepted = 0
        for round in 0..<1_000 {
            let bytes = random.mutation(of: Array(Self.seeds[round % Self.seeds.count].utf8), alphabet: Self.alphabet)
            guard let documents = try? YAMLReader.readAll(bytes) else { continue }
            accepted += 1
            for document in documents {
                try YAMLRoundTripTests.expectRoundTrip(document, String(decoding: bytes, as: UTF8.self))
                for index in document.tape.indices {
                    #expect((0...bytes.count).contains(document.offset(of: index)))
                }
            }
        }
        #expect(accepted > 50)
    }

    private static let alphabet = Array("-?:,[]{}#&*!|>'\"%@` \n\t\r.~0ab<\u{7F}é".utf8) + [0x00, 0xC2, 0xFF]
}
