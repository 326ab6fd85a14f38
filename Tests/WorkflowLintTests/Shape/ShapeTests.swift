import DocumentKit
import Testing

@testable import WorkflowLint

/// What the shape check says, one mistake a row: the rule, the sentence, the place, and nothing else.
@Suite struct ShapeTests {
    struct Mistake: CustomTestStringConvertible, Sendable {
        var kind = ManifestKind.workflow
        /// JSON, with a '§' in front of the place that the finding names.
        var text: String
        var finding: String

        var testDescription: String { finding }
    }

    static func workflow(_ template: String, _ spec: String = "", mark: String = "") -> String {
        #"{"kind": "Workflow", "metadata": {"name": "a"}, "spec": {\#(spec)"templates": \#(mark)[\#(template)]}}"#
    }

    static func container(_ fields: String) -> String {
        workflow(#"{"name": "main", "container": {"image": "x", \#(fields)}}"#)
    }

    static func cron(_ fields: String, mark: String = "") -> String {
        #"{"kind": "CronWorkflow", "metadata": {"name": "a"}, "spec": \#(mark){\#(fields), "workflowSpec": {}}}"#
    }

    private static let reference = #"{"name": "c", "template": "d"}"#

    static let fields = [
        Mistake(
            text: #"{"kind": "Workflow", "metadata": {"name": "a"}, "spec": {§"entrypoints": "main"}}"#,
            finding: #"unknown-field: unknown field "spec.entrypoints""#),
        Mistake(
            text: container(#"§"imagee": 1"#),
            finding: #"unknown-field: unknown field "spec.templates[0].container.imagee""#),
        Mistake(
            text: workflow(#"{"name": "main", §"image": "x", "container": {"image": "x"}}"#),
            finding:
                #"unknown-field: unknown field "spec.templates[0].image" (hint: 'image' belongs into 'container' or 'script')"#
        ),
        Mistake(
            text: workflow(#"{"name": "main", "suspend": {}, "synchronization": {§"mutex": {"name": "m"}}}"#),
            finding:
                "legacy-field: spec.templates[0].synchronization.mutex is no field of argo 4, only of older servers (hint: 'wfctl convert' rewrites it to 'mutexes')"
        ),
        Mistake(
            text: workflow(#"§{"suspend": {}}"#), finding: "missing-field: spec.templates[0].name is required"),
        Mistake(
            text: workflow(#"§{"name": "", "suspend": {}}"#),
            finding: "missing-field: spec.templates[0].name is required"),
        Mistake(
            text: workflow(#"{"name": "main", "container": §{"args": []}}"#),
            finding: "missing-field: templates.main.container.image may not be empty"),
        Mistake(
            text: workflow(#"{"name": "main", "steps": [[§{"template": "main"}]]}"#),
            finding: "missing-field: templates.main.steps[0].name is required"),
        Mistake(
            text: workflow(#"{"name": "main", "dag": {"tasks": [§{"template": "main"}]}}"#),
            finding: "missing-field: templates.main.tasks[0].name is required"),
        Mistake(
            text: workflow(#"{"name": "main", "steps": [[{"name": "a", "templateRef": §{"name": "x"}}]]}"#),
            finding: "missing-field: templates.main.steps[0].a template name is required"),
        Mistake(
            text: workflow(
                #"{"name": "main", "dag": {"tasks": [{"name": "a", "templateRef": {"name": §"", "template": "x"}}]}}"#),
            finding: "missing-field: templates.main.tasks.a resource name is required"),
        Mistake(
            text: workflow(#"{"name": "main", "suspend": {}, "initContainers": [§{"image": "x"}]}"#),
            finding: "missing-field: initContainers must all have container name"),
        Mistake(
            text: #"{"kind": "Workflow", "metadata": {"name": "a"}, "spec": {"workflowTemplateRef": {"name": §""}}}"#,
            finding: "missing-field: spec.workflowTemplateRef.name is required"),
        Mistake(
            text: container(#""env": [§{"value": "x"}]"#),
            finding: "missing-field: spec.templates[0].container.env[0].name is required"),
        Mistake(
            text: #"§{"kind": "Workflow", "metadata": {"name": "a"}}"#, finding: "missing-field: spec is required"),
        Mistake(
            text: #"§{"kind": "Workflow", "spec": {}}"#,
            finding: "missing-name: neither metadata.name nor metadata.generateName is set"),
        Mistake(
            text: #"{"kind": "Workflow", "metadata": {"labels": {§"generateName": "a-"}}, "spec": {}}"#,
            finding:
                "missing-name: neither metadata.name nor metadata.generateName is set (hint: 'generateName' stands among the labels)"
        ),
    ]

    static let types = [
        Mistake(text: #"§[1]"#, finding: "wrong-type: the document is an array, expected an object"),
        Mistake(
            text: workflow(#"{"name": "main", "suspend": {}}"#, #""parallelism": §"5", "#),
            finding: "wrong-type: spec.parallelism is a string, expected an integer (hint: write it without quotes)"),
        Mistake(
            text: workflow(#"{"name": "main", "suspend": {}}"#, #""parallelism": §1.5, "#),
            finding: "wrong-type: spec.parallelism is a number, expected an integer"),
        Mistake(
            text: workflow(#"{"name": "main", "suspend": {}, "daemon": §"yes"}"#),
            finding:
                "wrong-type: spec.templates[0].daemon is a string, expected a boolean (hint: write true, without quotes)"
        ),
        Mistake(
            text: container(#""tty": §"{{inputs.parameters.a}}""#),
            finding:
                "wrong-type: spec.templates[0].container.tty is a string, expected a boolean (hint: this field takes no variables)"
        ),
        Mistake(
            text: workflow(#"{"name": "main", "steps": [§{"name": "a", "template": "main"}]}"#),
            finding: "wrong-type: spec.templates[0].steps[0] is an object, expected an array"),
        Mistake(
            text: container(#""args": §"x""#),
            finding: "wrong-type: spec.templates[0].container.args is a string, expected an array"),
        Mistake(
            text: container(#""args": ["a", §null]"#),
            finding: "wrong-type: spec.templates[0].container.args[1] is null, expected a string"),
        Mistake(
            text: workflow(
                #"{"name": "main", "suspend": {}, "inputs": {"parameters": [{"name": "a", "value": §{}}]}}"#),
            finding:
                "wrong-type: spec.templates[0].inputs.parameters[0].value is an object, expected a string, a number or a boolean"
        ),
        Mistake(
            text: workflow(#"{"name": "main", "suspend": {}, "retryStrategy": {"limit": §true}}"#),
            finding:
                "wrong-type: spec.templates[0].retryStrategy.limit is a boolean, expected an integer or a string"),
    ]

    static let exclusive = [
        Mistake(
            text: workflow(#"{"name": "main", "suspend": {}, §"dag": {"tasks": []}}"#),
            finding:
                "exclusive-fields: templates.main multiple template types specified. choose one of: 'dag' and 'suspend'"
        ),
        Mistake(
            text: workflow(#"§{"name": "main"}"#),
            finding:
                "missing-field: templates.main template type unspecified. choose one of: container, containerSet, dag, data, http, plugin, resource, script, steps, suspend"
        ),
        Mistake(
            text: workflow(
                #"{"name": "main", "dag": {"tasks": [{"name": "a", "template": "b", §"templateRef": \#(reference)}]}}"#),
            finding:
                "exclusive-fields: templates.main.tasks.a template name cannot be specified with templateRef"
        ),
        Mistake(
            text: workflow(
                #"{"name": "main", "steps": [[{"name": "a", "template": "b", §"templateRef": \#(reference)}]]}"#),
            finding:
                "exclusive-fields: templates.main.steps[0].a template name cannot be specified with templateRef"
        ),
        Mistake(
            text: workflow(
                #"{"name": "main", "resource": {"action": "create", "manifest": "a", §"manifestFrom": {"artifact": {"name": "b"}}}}"#
            ),
            finding:
                "exclusive-fields: shouldn't have both `manifest` and `manifestFrom` specified in `Manifest` for resource template"
        ),
        Mistake(
            text: container(#""env": [{"name": "A", "value": "b", §"valueFrom": {"secretKeyRef": {"key": "k"}}}]"#),
            finding:
                "exclusive-fields: spec.templates[0].container.env[0] has both 'value' and 'valueFrom'; only one may be set"
        ),
        Mistake(
            text: container(#""env": [{"name": "A", "valueFrom": §{}}]"#),
            finding:
                "missing-field: spec.templates[0].container.env[0].valueFrom has none of configMapKeyRef, fieldRef, fileKeyRef, resourceFieldRef, secretKeyRef; one is required"
        ),
        Mistake(
            text: workflow(
                #"{"name": "main", "suspend": {}, "outputs": {"parameters": [{"name": "a", "value": "b", "valueFrom": §{"supplied": {}}}]}}"#
            ),
            finding:
                "exclusive-fields: templates.main.outputs.parameters.a has both valueFrom and value specified, choose one"
        ),
        Mistake(
            text: workflow(
                #"{"name": "main", "suspend": {}, "outputs": {"parameters": [{"name": "a", "valueFrom": {"path": "/a", "expression": §"1"}}]}}"#
            ),
            finding:
                "exclusive-fields: multiple valueFrom types specified. choose one of: path, jqFilter, jsonPath, parameter, expression, supplied"
        ),
        Mistake(
            text: workflow(#"{"name": "main", "resource": §{"action": "create"}}"#),
            finding:
                "missing-field: either templates.main.resource.manifest or templates.main.resource.manifestFrom must be specified"
        ),
        Mistake(
            text: workflow(#"{"name": "main", "suspend": {}}"#, #""workflowTemplateRef": {"name": "t"}, "#, mark: "§"),
            finding:
                "exclusive-fields: Templates is invalid field in spec if workflow referred WorkflowTemplate reference (hint: leave out 'templates' or 'workflowTemplateRef')"
        ),
        Mistake(
            text: workflow(#"{"name": "main", "timeout": §"1h", "dag": {"tasks": []}}"#),
            finding: "exclusive-fields: DAG template doesn't support timeout field"),
        Mistake(
            text: workflow(#"{"name": "main", "parallelism": §2, "suspend": {}}"#),
            finding: "exclusive-fields: templates.main.parallelism is only valid for steps and dag templates"),
    ]

    static let values = [
        Mistake(
            text: workflow(#"{"name": "main", "suspend": {}, "retryStrategy": {"retryPolicy": §"Allways"}}"#),
            finding: "invalid-value: Allways is not a valid RetryPolicy"),
        Mistake(
            text: container(#""imagePullPolicy": §"always""#),
            finding:
                "invalid-value: spec.templates[0].container.imagePullPolicy must be one of: Always, Never, IfNotPresent"
        ),
        Mistake(
            text: workflow(#"{"name": "main", "resource": {"action": §"make"}}"#),
            finding:
                "invalid-value: templates.main.resource.action must be one of: get, create, apply, delete, replace, patch"
        ),
        Mistake(
            text: container(#""resources": {"limits": {"memory": §"2GB"}}"#),
            finding:
                "invalid-quantity: spec.templates[0].container.resources.limits.memory '2GB' is not a quantity (hint: for example 500m, 1.5, 128Mi or 2Gi)"
        ),
        Mistake(
            text: workflow(#"{"name": "main", "suspend": {"duration": §"1d"}}"#),
            finding:
                "invalid-duration: spec.templates[0].suspend.duration '1d' is not a duration (hint: units are h, m, s and ms, as in 1h30m; a day is 24h)"
        ),
        Mistake(
            text: workflow(#"{"name": "main", "timeout": §"30", "suspend": {}}"#),
            finding:
                "invalid-duration: main has invalid duration format in timeout (hint: the unit is missing: 30s)"
        ),
        Mistake(
            text: workflow(#"{"name": "main", "http": {"url": "x", "successCondition": §"response.statusCode =="}}"#),
            finding:
                "invalid-expression: spec.templates[0].http.successCondition 'response.statusCode ==' cannot be read: expected a value, found the end"
        ),
        Mistake(
            text: workflow(#"{"name": "main", "suspend": {}, "retryStrategy": {"limit": §"three"}}"#),
            finding:
                "invalid-value: spec.templates[0].retryStrategy.limit 'three' is not a whole number (hint: write a number, or a variable that holds one)"
        ),
        Mistake(
            text: workflow(#"{"name": "main", "script": §{"source": "a"}}"#),
            finding: "missing-field: templates.main.script.image may not be empty"),
        Mistake(
            text: workflow(#"{"name": "main", "suspend": {}, "activeDeadlineSeconds": §"soon"}"#),
            finding:
                "invalid-value: templates.main.activeDeadlineSeconds must be a positive integer > 0 or an argo variable (hint: write a number, or a variable that holds one)"
        ),
        Mistake(
            kind: .cronWorkflow, text: cron(#""schedules": [§""]"#),
            finding: "invalid-schedule: cron schedule  is malformed: empty spec string"),
        Mistake(
            text: #"{"apiVersion": §"v1", "kind": "Workflow", "metadata": {"name": "a"}, "spec": {}}"#,
            finding: "invalid-value: apiVersion is not 'argoproj.io/v1alpha1'"),
        Mistake(
            kind: .cronWorkflow, text: cron(#""schedules": [§"* * * *"]"#),
            finding:
                "invalid-schedule: cron schedule * * * * is malformed: expected exactly 5 fields, found 4: [* * * *]"
        ),
        Mistake(
            kind: .cronWorkflow, text: cron(#""suspend": false"#, mark: "§"),
            finding: "missing-field: cron workflow must have at least one schedule"),
        Mistake(
            kind: .cronWorkflow, text: cron(#""schedules": ["@daily"], "concurrencyPolicy": §"Never""#),
            finding: "invalid-value: 'Never' is not a valid concurrencyPolicy"),
        Mistake(
            kind: .cronWorkflow, text: cron(#""schedules": ["@daily"], "startingDeadlineSeconds": §-1"#),
            finding: "invalid-value: startingDeadlineSeconds must be positive"),
    ]

    static let names = [
        Mistake(
            text: #"{"kind": "Workflow", "metadata": {"name": §"My_Flow"}, "spec": {}}"#,
            finding:
                "invalid-name: metadata.name: 'My_Flow' is invalid: a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character"
        ),
        Mistake(
            text: workflow(#"{"name": §"ma in", "suspend": {}}"#),
            finding:
                "invalid-name: spec.templates[0].name: 'ma in' is invalid: name must consist of alpha-numeric characters or '-', and must start with an alpha-numeric character (e.g. My-name1-2, 123-NAME)"
        ),
        Mistake(
            text: workflow(#"{"name": "main", "steps": [[{"name": §"a b", "template": "c"}]]}"#),
            finding:
                "invalid-name: templates.main.steps[0].name 'a b' is invalid: name must consist of alpha-numeric characters or '-', and must start with an alpha-numeric character (e.g. My-name1-2, 123-NAME)"
        ),
        Mistake(
            text: workflow(#"{"name": "main", "dag": {"tasks": [{"name": §"a b", "template": "c"}]}}"#),
            finding:
                "invalid-name: templates.main.tasks[0].name: 'a b' is invalid: name must consist of alpha-numeric characters or '-', and must start with an alpha-numeric character (e.g. My-name1-2, 123-NAME)"
        ),
        Mistake(
            text: workflow(#"{"name": "main", "suspend": {}, "inputs": {"parameters": [{"name": §"a.b"}]}}"#),
            finding:
                "invalid-name: spec.templates[0].inputs.parameters[0].name: 'a.b' is invalid: Parameter/Artifact name must consist of alpha-numeric characters, '_' or '-' e.g. my_param_1, MY-PARAM-1"
        ),
        Mistake(
            text: #"{"kind": "Workflow", "metadata": {"name": "a", "labels": {§"a/b/c": "x"}}, "spec": {}}"#,
            finding:
                #"invalid-name: metadata.labels["a/b/c"]: the key 'a/b/c' is invalid: only one '/' may stand in it"#
        ),
        Mistake(
            text: #"{"kind": "Workflow", "metadata": {"name": "a", "labels": {"team": §"no spaces"}}, "spec": {}}"#,
            finding:
                "invalid-name: metadata.labels.team: 'no spaces' is invalid: a label value must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character"
        ),
        Mistake(
            kind: .cronWorkflow,
            text: cron(#""schedules": ["@daily"]"#).replacing(
                #""name": "a""#, with: #""name": §"\#(String(repeating: "a", count: 53))""#),
            finding:
                #"invalid-name: cron workflow name "\#(String(repeating: "a", count: 53))" must not be more than 52 characters long (currently 53)"#
        ),
    ]

    @Test(arguments: fields + types + exclusive + values + names)
    func namesTheMistake(_ mistake: Mistake) throws {
        let findings = try Self.findings(in: mistake.text.replacing("§", with: ""), mistake.kind)
        #expect(findings.map(Self.text) == [mistake.finding])
        let column = try #require(mistake.text.firstIndex(of: "§"), "no '§' in the row")
        #expect(
            findings.map(\.place.position.offset) == [
                mistake.text.utf8.distance(from: mistake.text.startIndex, to: column)
            ])
    }

    @Test func takesABareNumberInYAMLForAString() throws {
        let text = Self.container(#""args": [8080], "env": [{"name": "A", "value": true}]"#)
        #expect(
            try Self.findings(in: text, .workflow, isYAML: true).map(Self.text) == [
                #"bare-scalar: spec.templates[0].container.args[0] is a number, expected a string (hint: quote it: "8080")"#,
                #"bare-scalar: spec.templates[0].container.env[0].value is a boolean, expected a string (hint: quote it: "true")"#,
            ])
        #expect(try Self.findings(in: text, .workflow).map(\.rule) == [.wrongType, .wrongType])
    }

    @Test(arguments: [
        // What a server leaves open: null fields, templates that others complete, values that variables give.
        workflow(#"{"name": "main", "container": null, "suspend": {"duration": ""}}"#),
        workflow(#"{"name": "main", "suspend": {}}"#, #""templateDefaults": {"container": {}, "timeout": "1h"}, "#),
        workflow(#"{"name": "main", "container": {}}"#, #""templateDefaults": {"container": {"image": "x"}}, "#),
        workflow(#"{"name": "main", "suspend": {}}"#, #""templateDefaults": {"container": {}, "script": {}}, "#),
        workflow(#"{"name": "main", "timeout": "{{workflow.parameters.t}}", "suspend": {"duration": 5}}"#)
            .replacing(": 5", with: #": "5""#),
        workflow(#"{"name": "main", "suspend": {}, "retryStrategy": {"limit": "{{=3}}", "backoff": {"factor": 2}}}"#),
        container(#""resources": {"limits": {"memory": "{{inputs.parameters.m}}", "cpu": 2}}"#),
        container(
            #""ports": [{"containerPort": 80, "name": "http"}], "readinessProbe": {"httpGet": {"port": "http"}}"#),
        workflow(
            #"{"name": "main", "steps": [[{"name": "a", "template": "b", "withItems": [1, "x", {"a": [true]}, null]}]]}"#
        ),
        workflow(#"{"name": "main", "plugin": {"slack": {"any": ["thing"]}}}"#),
        workflow(#"{"name": "main", "dag": {"tasks": [{"name": "a", "inline": {"suspend": {}}}]}}"#),
        #"{"kind": "Workflow", "metadata": {"generateName": "a-", "creationTimestamp": null}, "spec": {}, "status": 1}"#,
    ])
    func saysNothingAboutWhatAServerTakes(_ text: String) throws {
        #expect(try Self.findings(in: text, .workflow).isEmpty)
    }

    /// Each finding looks for its way and its line: without an end that would take a large file quadratic time.
    @Test(.timeLimit(.minutes(5))) func endsAfterAHundredFindings() throws {
        let fields = (0..<50_000).map { #""x\#($0)": 1"# }.joined(separator: ", ")
        let findings = try Self.findings(
            in: #"{"kind": "Workflow", "metadata": {"name": "a"}, "spec": {\#(fields)}}"#, .workflow)
        #expect(findings.count == ShapeWalk.limit + 1)
        #expect(findings.count { $0.rule == .tooManyFindings } == 1)
    }

    @Test func knowsWhatCouldStandInAnUnknownFieldsPlace() throws {
        let text = #"{"kind": "Workflow", "metadata": {"name": "a"}, "spec": {"entrypoints": "main"}}"#
        let subject = Subject(source: "a", kind: .workflow, value: try JSONReader.read(Array(text.utf8)).root)
        let choice = try #require(Linter([subject]).findings().compactMap(\.choice).first)
        #expect(choice.word == "entrypoints")
        #expect(choice.known.contains("entrypoint") && !choice.known.contains("podPriority"))
    }

    /// The findings of the shape check alone, without those of the check on meaning.
    static func findings(
        in text: String, _ kind: ManifestKind, isYAML: Bool = false
    ) throws -> [Finding] {
        let root = try (isYAML ? YAMLReader.read(Array(text.utf8)) : JSONReader.read(Array(text.utf8))).root
        var findings = Findings()
        ShapeCheck(subject: Subject(source: "a", kind: kind, value: root)).run(into: &findings)
        return findings.sorted()
    }

    static func text(_ finding: Finding) -> String {
        "\(finding.rule.rawValue): \(finding.message)" + (finding.hint.map { " (hint: \($0))" } ?? "")
    }
}
