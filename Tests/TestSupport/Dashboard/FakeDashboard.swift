package import DocumentKit
import Synchronization

/// A Nightcrawler dashboard in memory: its routes, lists and errors, with state that tests set and read.
///
/// ```swift
/// let dashboard = FakeDashboard()
/// dashboard.define("wf-1")
/// dashboard.add("exec-1", to: "wf-1", status: "failed", ["Training": ["epoch 1"]])
/// dashboard.fail("POST /api/workflows/wf-1/execute", with: .lost(.silence))
/// let server = try LoopbackServer(handler: dashboard.handler)
/// ```
package final class FakeDashboard: Sendable {
    package typealias Fault = FakeArgoServer.Fault

    /// How this dashboard differs from a good one.
    package struct Behaviour: Sendable {
        /// Requests must carry this Authorization header.
        package var authorization: String?
        /// More items than this are sent to nobody, whatever limit was asked for.
        package var pageLimit = Int.max
        /// Lists do not count what there is.
        package var forgetsTotal = false
        /// Sends the first page whatever page or offset is asked for.
        package var ignoresOffset = false
        /// Counts so many items that no page has.
        package var hiddenCount = 0
        /// Sends all whatever status is asked for.
        package var ignoresStatus = false
        /// Refuses to filter by words that its documentation does not name.
        package var rejectsUndocumentedStatus = false
        /// A cancelled execution is over at once.
        package var cancelsAtOnce = false

        package init() {}
    }

    let state = Mutex(State())

    package init() {}

    /// What a `LoopbackServer` or a `StubTransport` answers with.
    package var handler: LoopbackServer.Handler {
        { [self] request in state.withLock { $0.answer(request) } }
    }

    package func change(_ body: (inout Behaviour) -> Void) { state.withLock { body(&$0.behaviour) } }

    /// Makes a route fail with each of the faults in turn; then it works.
    package func fail(_ route: String, with faults: Fault...) {
        state.withLock { $0.faults[route, default: []] += faults }
    }

    /// Requests so far, in the order of arrival.
    package var requests: [LoopbackRequest] { state.withLock(\.requests) }

    /// Stores a workflow; one that is there already stays.
    package func define(_ id: String, name: String = "A workflow") {
        state.withLock { state in
            guard state.place(of: id) == nil else { return }
            state.definitions.append(["id": .string(id), "name": .string(name), "status": "active"])
        }
    }

    package func define(json: String) {
        state.withLock { $0.definitions.append(FakeArgoServer.tree(json)) }
    }

    /// Adds an execution, the youngest one; each step writes its lines in the second in which it starts.
    package func add(
        _ id: String, to definition: String, status: String = "completed", _ steps: [(String, [String])] = []
    ) {
        define(definition)
        state.withLock { $0.add(id, to: definition, status: status, steps: steps) }
    }

    package func add(json: String, to definition: String) {
        define(definition)
        state.withLock { $0.executions[definition, default: []].insert(FakeArgoServer.tree(json), at: 0) }
    }

    /// Somebody else starts one while a request to do so gets no answer.
    package func addWhenAsked(_ id: String, to definition: String) {
        state.withLock { $0.intruders[definition] = id }
    }

    package func set(_ status: String, of id: String, in definition: String) {
        state.withLock { $0.set(status, of: id, in: definition) }
    }

    package var definitions: [ValueTree] { state.withLock(\.definitions) }

    package func executions(of definition: String) -> [ValueTree] {
        state.withLock { $0.executions[definition] ?? [] }
    }
}
