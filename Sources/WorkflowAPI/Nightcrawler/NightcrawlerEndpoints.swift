import DocumentKit
import WorkflowModel

/// The calls of a Nightcrawler dashboard's API, one value each.
enum NightcrawlerEndpoints {
    static let root = ["api", "workflows"]

    static func executions(of definition: String) -> [String] { root + [definition, "executions"] }

    // MARK: Definitions

    /// `GET /api/workflows?status=…&priority=…&search=…&page=1&pageSize=500`
    static func definitions(_ query: ResourceQuery, page: Int) -> Endpoint<DocumentValue> {
        var endpoint = Endpoint(.get, root, decode: object)
        let options: [(String, String?)] = [
            ("status", query.status), ("priority", query.priority), ("search", query.search),
            ("page", String(page)), ("pageSize", String(size(query.pageSize))),
        ]
        for case (let name, let value?) in options { endpoint.query.append(.init(name, value)) }
        return endpoint
    }

    /// `GET /api/workflows?page=1&pageSize=1`, which every dashboard answers with a list.
    static var proof: Endpoint<Void> {
        var endpoint = Endpoint(.get, root) { try listed($0) }
        endpoint.query = [.init("page", "1"), .init("pageSize", "1")]
        return endpoint
    }

    /// `GET /api/workflows/{workflowId}`
    static func definition(_ id: String) -> Endpoint<DashboardDefinition> {
        Endpoint(.get, root + [id]) { DashboardDefinition(try identified($0, "id")) }
    }

    /// `POST /api/workflows`
    static func create(_ manifest: ValueTree) -> Endpoint<DashboardDefinition> {
        var endpoint = Endpoint(.post, root) { DashboardDefinition(try identified($0, "id")) }
        endpoint.body = manifest
        return endpoint
    }

    /// `PUT /api/workflows/{workflowId}`; what is put there twice is there once.
    static func replace(_ id: String, _ manifest: ValueTree) -> Endpoint<DashboardDefinition> {
        var endpoint = Endpoint(.put, root + [id]) { DashboardDefinition(try identified($0, "id")) }
        endpoint.body = manifest
        endpoint.isRepeatable = true
        return endpoint
    }

    /// `DELETE /api/workflows/{workflowId}`
    static func delete(_ id: String) -> Endpoint<Void> {
        var endpoint = Endpoint(.delete, root + [id]) { try agreed($0) }
        endpoint.allowsEmptyAnswer = true
        return endpoint
    }

    // MARK: Executions

    /// `GET /api/workflows/{workflowId}/executions?status=…&limit=500&offset=0`; a dashboard that is told no limit has
    /// one of its own.
    static func executions(
        of definition: String, _ status: DashboardStatus?, pageSize: Int, offset: Int
    ) -> Endpoint<DocumentValue> {
        var endpoint = Endpoint(.get, executions(of: definition), decode: object)
        if let status { endpoint.query.append(.init("status", status.rawValue)) }
        endpoint.query.append(.init("limit", String(size(pageSize))))
        endpoint.query.append(.init("offset", String(offset)))
        return endpoint
    }

    /// `GET /api/workflows/{workflowId}/executions/{executionId}`
    static func execution(_ id: ExecutionID) -> Endpoint<DashboardExecution> {
        Endpoint(.get, executions(of: id.definition) + [id.execution]) {
            DashboardExecution(try identified($0, "id"), of: id.definition)
        }
    }

    /// `POST /api/workflows/{workflowId}/execute` with `{"environment":"production","parameters":{…}}`
    static func execute(_ definition: String, _ body: ValueTree) -> Endpoint<DashboardExecution> {
        var endpoint = Endpoint(.post, root + [definition, "execute"]) {
            DashboardExecution(try identified($0, "executionId"), of: definition)
        }
        endpoint.body = body
        return endpoint
    }

    /// `POST /api/workflows/{workflowId}/executions/{executionId}/cancel`; cancelled twice is cancelled.
    static func cancel(_ id: ExecutionID) -> Endpoint<Void> {
        var endpoint = Endpoint(.post, executions(of: id.definition) + [id.execution, "cancel"]) { try agreed($0) }
        endpoint.isRepeatable = true
        endpoint.allowsEmptyAnswer = true
        return endpoint
    }

    // MARK: Answers

    /// "All at once" is more than any dashboard has.
    private static func size(_ pageSize: Int) -> Int { pageSize > 0 ? pageSize : 100_000 }

    static func object(_ value: DocumentValue) throws(BackendError) -> DocumentValue {
        guard value.kind == .object else { throw .malformed("the answer is not the object it should be") }
        return value
    }

    private static func identified(_ value: DocumentValue, _ key: String) throws(BackendError) -> DocumentValue {
        guard try object(value)[key]?.scalarText?.isEmpty == false else {
            throw .malformed("the answer is not the object it should be: it has no '\(key)'")
        }
        return value
    }

    private static func listed(_ value: DocumentValue) throws(BackendError) {
        guard value["workflows"]?.kind == .array else { throw .malformed("the answer is not a dashboard's list") }
    }

    /// `{"success":true,"message":"…"}`; a refusal that comes as a success is none.
    private static func agreed(_ value: DocumentValue) throws(BackendError) {
        guard value.kind == .object, value["success"]?.bool == false else { return }
        throw .conflict(value["message"]?.string ?? "the dashboard refuses without a reason")
    }
}
