import DocumentKit
import Testing
import WorkflowModel

@Suite struct CronWorkflowTests {
    private static let now = Timestamp(seconds: 1_767_323_045)  // 2026-01-02T03:04:05Z

    private static func cron(_ spec: String, status: String = "{}") throws -> CronWorkflow {
        let text = #"{"metadata": {"name": "a"}, "spec": \#(spec), "status": \#(status)}"#
        return try #require(CronWorkflow(Resource(.cronWorkflow, try JSONReader.read(Array(text.utf8)).root)))
    }

    private static func next(_ spec: String, status: String = "{}") throws -> String? {
        let zones = ["UTC": 0, "Asia/Tokyo": 32_400]
        return try cron(spec, status: status).nextRun(after: now) { name in
            zones[name].map { offset in { _ in offset } }
        }?.rfc3339
    }

    @Test func readsSchedulesOldAndNew() throws {
        #expect(try Self.cron(#"{"schedule": "@daily"}"#).schedules == ["@daily"])
        #expect(
            try Self.cron(#"{"schedules": ["@daily", "@weekly"], "schedule": ""}"#).schedules == ["@daily", "@weekly"])
        #expect(try Self.cron("{}").schedules == [])
    }

    @Test func theEarliestScheduleIsNext() throws {
        #expect(try Self.next(#"{"schedules": ["0 9 * * *", "0 5 * * *"]}"#) == "2026-01-02T05:00:00Z")
        #expect(try Self.next(#"{"schedules": ["0 9 * * *"], "timezone": "Asia/Tokyo"}"#) == "2026-01-03T00:00:00Z")
        #expect(try Self.next(#"{"schedules": ["CRON_TZ=Asia/Tokyo 0 13 * * *"]}"#) == "2026-01-02T04:00:00Z")
        #expect(try Self.next(#"{"schedules": ["0 0 30 2 *", "0 5 * * *"]}"#) == "2026-01-02T05:00:00Z")
        let last = #"{"lastScheduledTime": "2026-01-02T03:00:00Z"}"#
        #expect(try Self.next(#"{"schedules": ["@daily", "@every 1h"]}"#, status: last) == "2026-01-02T04:00:00Z")
    }

    @Test(arguments: [
        (#"{"schedule": "@daily", "suspend": true}"#, "{}"),
        (#"{"schedule": "@daily"}"#, #"{"phase": "Stopped"}"#),
        (#"{"schedules": ["@daily", "now and then"]}"#, "{}"),
        (#"{"schedule": "@daily", "timezone": "Nowhere/Else"}"#, "{}"),
        (#"{"schedules": ["@daily", "@every 1h"]}"#, "{}"),
        (#"{"schedule": "TZ=UTC @daily", "timezone": "Asia/Tokyo"}"#, "{}"),
        ("{}", "{}"),
    ])
    func nobodyKnowsWhenItRunsNext(_ spec: String, _ status: String) throws {
        #expect(try Self.next(spec, status: status) == nil)
    }
}
