import Testing
import WorkflowModel

@testable import WorkflowLint

/// The formats of values that a server reads from strings.
@Suite struct FormatTests {
    @Test(arguments: ["0", "1s", "-1.5h", "+2m", "1h30m5.25s", "100ms", "5us", "5µs", "1ns", ".5s", "1.s"])
    func takesWhatGoTakesForADuration(_ text: String) {
        #expect(GoDuration.isValid(text))
    }

    @Test(arguments: ["", "-", "1", "1d", "1w", "s", ".s", "1..5s", "1h ", " 1h", "1h30", "1 h", "1H", "٣s"])
    func refusesWhatGoRefusesForADuration(_ text: String) {
        #expect(!GoDuration.isValid(text))
    }

    @Test(arguments: ["0", "1", "-1", "+1", "1.5", ".5", "5.", "500m", "2Gi", "1k", "3E", "1e3", "1E-3", "12e+6", "1n"])
    func takesWhatKubernetesTakesForAQuantity(_ text: String) {
        #expect(Quantity.isValid(text))
    }

    @Test(arguments: ["", "Gi", "2GB", "2gi", "2 Gi", "1.2.3", "1e", "1e+", "1ee3", "1K", "1KI", "0x10", "½", "1e3Mi"])
    func refusesWhatKubernetesRefusesForAQuantity(_ text: String) {
        #expect(!Quantity.isValid(text))
    }

    @Test(arguments: [
        "* * * * *", "*/5 0-12/2 1,15 JAN-mar MON-FRI", "0 0 ? * 6", "59 23 31 12 0", "5/15 * * * *", "@hourly",
        "@every 1h30m", "@yearly", "@midnight", "CRON_TZ=Europe/Berlin 0 9 * * *", "TZ=UTC @daily", "  0  9 * * *  ",
    ])
    func takesWhatArgoTakesForASchedule(_ text: String) {
        #expect(CronSchedule.problem(in: text) == nil)
    }

    @Test(arguments: [
        ("", "empty spec string"),
        ("* * * *", "expected exactly 5 fields, found 4: [* * * *]"),
        ("0 0 * * * *", "expected exactly 5 fields, found 6: [0 0 * * * *]"),
        ("60 * * * *", "end of range (60) above maximum (59): 60"),
        ("* * 0 * *", "beginning of range (0) below minimum (1): 0"),
        ("* * * * 7", "end of range (7) above maximum (6): 7"),
        ("5-2 * * * *", "beginning of range (5) beyond end of range (2): 5-2"),
        ("*/0 * * * *", "step of range should be a positive number: */0"),
        ("*/x * * * *", "failed to parse int from x"),
        ("* * * FOO *", "failed to parse int from FOO"),
        ("1-2-3 * * * *", "too many hyphens: 1-2-3"),
        ("1/2/3 * * * *", "too many slashes: 1/2/3"),
        ("99999999999999999999 * * * *", "failed to parse int from 99999999999999999999"),
        ("@never", "unrecognized descriptor: @never"),
        ("@every", "failed to parse duration @every"),
        ("@every 1d", "failed to parse duration @every 1d"),
        ("CRON_TZ=UTC", "empty spec string"),
    ])
    func saysWhatIsWrongWithASchedule(_ text: String, _ problem: String) {
        #expect(CronSchedule.problem(in: text) == problem)
    }

    @Test(arguments: ["a", "a-b", "0", "a.b.c", "a--b"]) func takesSubdomains(_ text: String) {
        #expect(ObjectName.subdomainProblem(text) == nil)
    }

    @Test(arguments: ["", "-a", "a-", "a..b", ".a", "A", "a_b", "ä", String(repeating: "a", count: 254)])
    func refusesWhatIsNoSubdomain(_ text: String) {
        #expect(ObjectName.subdomainProblem(text) != nil)
    }

    @Test func aPrefixMayEndWithADash() {
        #expect(ObjectName.prefixProblem("a-") == nil)
        #expect(ObjectName.prefixProblem("a.") != nil)
        #expect(ObjectName.prefixProblem("-") == nil)
    }

    @Test(arguments: ["app", "app.kubernetes.io/name", "A_b.c-d", "a.b/C"]) func takesLabelKeys(_ text: String) {
        #expect(ObjectName.labelKeyProblem(text) == nil)
    }

    @Test(arguments: ["", "/a", "a/", "A/b", "a/b/c", "-a", "a b", String(repeating: "a", count: 64)])
    func refusesWhatIsNoLabelKey(_ text: String) {
        #expect(ObjectName.labelKeyProblem(text) != nil)
    }

    @Test(arguments: ["http", "a-1"]) func takesPortNames(_ text: String) {
        #expect(ObjectName.portProblem(text) == nil)
    }

    @Test(arguments: ["80", "a--b", "HTTP", "a-", "abcdefghijklmnop"]) func refusesWhatIsNoPortName(_ text: String) {
        #expect(ObjectName.portProblem(text) != nil)
    }
}
