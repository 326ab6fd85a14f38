import ArgumentKit
import Testing

@Suite struct DurationTests {
    @Test(arguments: [
        ("0", Duration.zero), ("0s", .zero), ("90s", .seconds(90)), ("10m", .seconds(600)),
        ("1h30m", .seconds(5400)), ("2d", .seconds(172_800)), ("1.5h", .seconds(5400)), (".5s", .milliseconds(500)),
        ("1.s", .seconds(1)), ("500ms", .milliseconds(500)), ("3us", .microseconds(3)), ("3µs", .microseconds(3)),
        ("7ns", .nanoseconds(7)), ("1d2h3m4s5ms", .milliseconds(93_784_005)), ("30m1h", .seconds(5400)),
        ("0.000000001s", .nanoseconds(1)), ("1.25d", .seconds(108_000)),
        ("9223372036s", .seconds(9_223_372_036)),
    ])
    func readsWhatGoReads(_ text: String, _ expected: Duration) {
        #expect(Duration(argument: text) == expected)
    }

    @Test(arguments: [
        "", "5", "00", "s", "-1s", "+1s", "1 s", " 1s", "1s ", "1h 30m", "1x", "1S", "1.5", ".s", "1..5s", "1,5s",
        "1e3s", "0x1s", "1h30", "٣s", "106752d", "9223372037s", "999999999999999d999999999999999d",
        "9999999999999999999999999999999s", "1\u{301}s", "1s\u{0}", "1000000000000000ns",
    ])
    func refusesAnythingElse(_ text: String) {
        #expect(Duration(argument: text) == nil)
    }

    @Test(arguments: [
        ("0", Duration.zero), ("1m30s", .seconds(90)), ("2d", .seconds(172_800)), ("500ms", .milliseconds(500)),
        ("1d2h3m4s5ms6us7ns", .seconds(93_784) + .nanoseconds(5_006_007)),
    ])
    func spellsItsOwnValues(_ text: String, _ duration: Duration) {
        #expect(duration.argument == text)
        #expect(Duration(argument: text) == duration)
    }

    @Test func saysWhatItTakes() {
        #expect(
            performing: { try ConnectionOptions.parse(["--timeout", "5"]) },
            throws: {
                "\($0)" == "invalid value '5' for '--timeout': expected a duration such as 90s, 10m, 1h30m or 2d"
            })
    }
}
