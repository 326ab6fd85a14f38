import Testing
import WorkflowModel

@testable import WorkflowAPI

@Suite struct RetryAfterTests {
    /// 2026-10-21T07:28:00Z
    static let now = Timestamp(seconds: 1_792_567_680)

    @Test(
        arguments: [
            ("0", 0), ("17", 17), (" 17\t", 17), ("00000000000000000000000000007", 7),
            ("99999999999999999999999999", RetryAfter.longest), ("9223372036854775807", RetryAfter.longest),
            ("-5", nil), ("+5", nil), ("1.5", nil), ("5s", nil), ("", nil), (" ", nil), ("soon", nil), ("٣", nil),
            ("Wed, 21 Oct 2026 07:28:30 GMT", 30), ("Wed, 21 Oct 2026 07:27:30 GMT", 0),
            ("Wednesday, 21-Oct-26 07:29:00 GMT", 60), ("Wed Oct 21 07:28:05 2026", 5),
            ("Thu, 01 Jan 1970 00:00:00 GMT", 0), ("Fri, 31 Dec 9999 23:59:59 GMT", RetryAfter.longest),
            ("Wed, 32 Oct 2026 07:28:30 GMT", nil), ("Wed, 21 Oct 2026 07:28:30 CET", nil),
            ("Wed, 21 Oct 2026 7 GMT", nil), ("Wed, 21 Abc 2026 07:28:30 GMT", nil), ("2026-10-21T07:28:30Z", nil),
            ("Wed, -1 Oct 2026 07:28:30 GMT", nil), ("Wed, 21 Oct 99999999999999999999 07:28:30 GMT", nil),
        ] as [(String, Int?)])
    func takesSecondsAndDatesAndNothingElse(_ value: String, _ seconds: Int?) {
        let head = HTTPHead(status: 429, headers: [.init("retry-after", value)])
        #expect(RetryAfter.seconds(head, now: Self.now) == seconds)
    }

    @Test func trustsTheServersClockForTheServersDate() {
        let head = HTTPHead(
            status: 503,
            headers: [
                .init("Date", "Wed, 21 Oct 2026 09:00:00 GMT"), .init("Retry-After", "Wed, 21 Oct 2026 09:00:08 GMT"),
            ])
        #expect(RetryAfter.seconds(head, now: Self.now) == 8)
    }

    @Test func saysNothingWithoutTheHeader() {
        #expect(RetryAfter.seconds(HTTPHead(status: 503), now: Self.now) == nil)
    }
}
