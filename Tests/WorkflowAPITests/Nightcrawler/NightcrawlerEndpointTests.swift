import DocumentKit
import Testing
import WorkflowModel

@testable import WorkflowAPI

/// The whole URL and body of every request that can be asked of a dashboard.
@Suite struct NightcrawlerEndpointTests {
    static let api = "https://dashboard/base/api/workflows"
    static let id = ExecutionID(definition: "wf 1", execution: "exec/2")

    private func text<Response>(_ endpoint: Endpoint<Response>) throws -> String {
        let request = try endpoint.request(at: "https://dashboard/base", headers: [])
        return "\(request.method.rawValue) \(request.url)\n" + String(decoding: request.body ?? [], as: UTF8.self)
    }

    @Test func listsOfDefinitions() throws {
        var query = ResourceQuery(namespace: nil)
        #expect(
            try text(NightcrawlerEndpoints.definitions(query, page: 1)) == "GET \(Self.api)?page=1&pageSize=500\n")
        query.status = "active"
        query.priority = "high"
        query.search = "a&b c"
        query.pageSize = 0
        #expect(
            try text(NightcrawlerEndpoints.definitions(query, page: 3))
                == "GET \(Self.api)?status=active&priority=high&search=a%26b%20c&page=3&pageSize=100000\n")
    }

    @Test func definitions() throws {
        #expect(try text(NightcrawlerEndpoints.definition("wf 1")) == "GET \(Self.api)/wf%201\n")
        #expect(
            try text(NightcrawlerEndpoints.create(["name": "n", "options": ["enableRetry": true]]))
                == "POST \(Self.api)\n" + #"{"name":"n","options":{"enableRetry":true}}"#)
        #expect(
            try text(NightcrawlerEndpoints.replace("wf-1", ["priority": "high"]))
                == "PUT \(Self.api)/wf-1\n" + #"{"priority":"high"}"#)
        #expect(try text(NightcrawlerEndpoints.delete("wf-1")) == "DELETE \(Self.api)/wf-1\n")
    }

    @Test func executions() throws {
        #expect(
            try text(NightcrawlerEndpoints.executions(of: "wf-1", nil, pageSize: 2, offset: 4))
                == "GET \(Self.api)/wf-1/executions?limit=2&offset=4\n")
        #expect(
            try text(NightcrawlerEndpoints.executions(of: "wf-1", .completed, pageSize: 0, offset: 0))
                == "GET \(Self.api)/wf-1/executions?status=completed&limit=100000&offset=0\n")
        #expect(try text(NightcrawlerEndpoints.execution(Self.id)) == "GET \(Self.api)/wf%201/executions/exec%2F2\n")
        #expect(
            try text(NightcrawlerEndpoints.cancel(Self.id)) == "POST \(Self.api)/wf%201/executions/exec%2F2/cancel\n")
        #expect(
            try text(NightcrawlerEndpoints.execute("wf-1", ["environment": "production", "parameters": ["n": 64]]))
                == "POST \(Self.api)/wf-1/execute\n" + #"{"environment":"production","parameters":{"n":64}}"#)
    }

    @Test func onlyWhatMayBeRepeatedIs() {
        #expect(
            !NightcrawlerEndpoints.create([:]).isRepeatable && !NightcrawlerEndpoints.execute("w", [:]).isRepeatable)
        #expect(
            NightcrawlerEndpoints.replace("w", [:]).isRepeatable && NightcrawlerEndpoints.cancel(Self.id).isRepeatable)
    }

    @Test(arguments: [
        ("64", #"64"#), ("1.50", "1.50"), ("true", "true"), ("null", "null"), (#"["a",1]"#, #"["a",1]"#),
        (#""64""#, #""64""#), ("imagenet", #""imagenet""#), ("2.1.0", #""2.1.0""#), ("", #""""#), (" 64", #"" 64""#),
        ("{", #""{""#),
    ])
    func parametersAreWhatJSONSaysElseText(_ text: String, _ json: String) {
        let tree = ParameterValue.tree(.init(name: "x", value: text))
        #expect(JSONWriter.text(tree, style: .compact) == json)
        #expect(ParameterValue.tree(.init(name: "x", value: text, isText: true)) == .string(text))
    }
}
