import Testing

@testable import WorkflowLint

@Suite struct CronTests {
    static func cron(_ fields: String) -> String {
        "schedules: ['* * * * *']\n\(fields)\nworkflowSpec: {entrypoint: m, templates: [{name: m, suspend: {}}]}"
    }

    @Test(arguments: [
        MarkedManifest.documents(
            "a condition without its end", [("CronWorkflow c", cron("when: ▸x =="))],
            "invalid-when: Invalid 'when' expression 'x ==': expected a value, found the end"),
        .documents(
            "an expression in a condition", [("CronWorkflow c", cron("when: ▸'{{= now( }} == 1'"))],
            "invalid-when: Invalid 'when' expression '{{= now( }} == 1': unbalanced brackets: '(' without ')'"),
        .documents(
            "when to stop", [("CronWorkflow c", cron("stopStrategy: {expression: ▸')('}"))],
            "invalid-expression: spec.stopStrategy.expression ')(' cannot be read: unbalanced brackets: ')' without '('"
        ),
        .documents(
            "conditions that can be read",
            [
                (
                    "CronWorkflow c",
                    cron(
                        "when: '{{= cronworkflow.lastScheduledTime == nil }} == true'\nstopStrategy: {expression: 'cronworkflow.failed >= 3'}"
                    )
                )
            ]),
    ])
    func conditionsThatCannotBeReadAreErrors(_ manifest: MarkedManifest) throws {
        #expect(try manifest.linted() == manifest.expected)
    }
}
