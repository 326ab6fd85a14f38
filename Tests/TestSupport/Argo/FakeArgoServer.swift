package import DocumentKit
import Synchronization
import WorkflowAPI
package import WorkflowModel

/// An Argo Server in memory: its routes, lists, streams and errors, with state that tests set and read.
///
/// ```swift
/// let argo = FakeArgoServer()
/// argo.add(workflow: #"{"metadata":{"name":"a","namespace":"argo"}}"#)
/// argo.fail("GET /api/v1/version", with: .error(503, code: 14, "try later"))
/// let server = try LoopbackServer(handler: argo.handler)        // over real sockets
/// let transport = StubTransport(handler: argo.handler)          // or in memory
/// ```
package final class FakeArgoServer: Sendable {
    let state: Mutex<State>

    package init(_ behaviour: Behaviour = Behaviour()) { state = Mutex(State(behaviour: behaviour)) }

    /// What a `LoopbackServer` or a `StubTransport` answers with.
    package var handler: LoopbackServer.Handler {
        { [self] request in state.withLock { $0.answer(request) } }
    }

    /// How this server differs from a good one.
    package struct Behaviour: Sendable {
        /// What the version header says; nil leaves it out.
        package var version: String? = "v4.1.2"
        /// Requests must carry this Authorization header.
        package var authorization: String?
        /// The path that stands before `/api/v1`; anything outside gets the user interface's page.
        package var basePath = ""
        /// A limited list says that there is more only when it is asked for the remainder.
        package var forgetsContinue = true
        /// Refuses `ext.showRemainingItemCount`.
        package var rejectsRemainder = false
        /// Takes no notice of that requirement, though it allows it.
        package var ignoresRemainder = false
        /// Sends every workflow whatever limit and offset say.
        package var ignoresPaging = false
        /// Knows neither `fields`, `nameFilter`, `createdAfter` nor `finishedBefore`.
        package var ignoresNewParameters = false
        /// Knows `/logs` and `/status`, but neither `/log`, `/{name}` nor `/workflow-events`.
        package var speaksOldDialect = false
        /// Lets workflows be created, but shows none.
        package var refusesReads = false
        /// Sends log lines without their times, whatever was asked for.
        package var forgetsLineTimes = false
        /// By how much its clock differs from everybody else's.
        package var clockError = Duration.zero
        /// What time it is.
        package var now: @Sendable () -> Timestamp = WallClock.now
        /// Items per piece of a list; nil sends it in one.
        package var itemsPerPiece: Int?

        package init() {}
    }

    /// Something that goes wrong with one route, once or always.
    package enum Fault: Sendable {
        case error(Int, code: Int, String)
        case answer(LoopbackAnswer)
        /// It is carried out, and this comes instead of its answer.
        case lost(LoopbackAnswer)
        /// A page for people, as a proxy or the user interface sends it.
        case html(Int)
        /// The right answer, but only its first bytes.
        case cut(after: Int)
        case silence
    }

    package func change(_ body: (inout Behaviour) -> Void) { state.withLock { body(&$0.behaviour) } }

    /// Makes a route (`GET /api/v1/version`) fail with each of the faults in turn; then it works.
    package func fail(_ route: String, with faults: Fault...) {
        state.withLock { $0.faults[route, default: []] += faults }
    }

    /// Requests so far, in the order of arrival.
    package var requests: [LoopbackRequest] { state.withLock { $0.requests } }

    package func add(workflow json: String) { state.withLock { $0.workflows.append(FakeArgoServer.tree(json)) } }

    /// Adds a workflow with that name, phase, and labels as the controller sets them.
    package func add(_ name: String, namespace: String = "argo", phase: WorkflowPhase = .succeeded) {
        state.withLock { state in
            state.workflows.append(state.workflow(name: name, namespace: namespace, phase: phase.rawValue))
        }
    }

    /// Adds a workflow that lists put before all others, as they do with new ones.
    package func insert(_ name: String, namespace: String = "argo", phase: WorkflowPhase = .running) {
        state.withLock { state in
            let workflow = state.workflow(name: name, namespace: namespace, phase: phase.rawValue)
            state.workflows.insert(workflow, at: 0)
        }
    }

    /// Workflows that only the archive has; lists put them behind the live ones.
    package func add(archived json: String) { state.withLock { $0.archived.append(FakeArgoServer.tree(json)) } }

    package func add(_ kind: ResourceKind, _ json: String) {
        state.withLock { $0.resources[kind, default: []].append(FakeArgoServer.tree(json)) }
    }

    /// The live workflows, as they are now.
    package var workflows: [ValueTree] { state.withLock { $0.workflows } }

    package func resources(_ kind: ResourceKind) -> [ValueTree] { state.withLock { $0.resources[kind] ?? [] } }

    /// Gives a workflow its phase, and its finish when that is final.
    package func set(_ phase: WorkflowPhase, of name: String, namespace: String = "argo") {
        state.withLock { $0.set(phase.rawValue, of: name, namespace: namespace) }
    }

    /// Somebody deletes a workflow.
    package func remove(_ name: String, namespace: String = "argo") {
        state.withLock { state in
            state.workflows.removeAll { $0.name == name && $0.namespace == namespace }
        }
    }

    /// Lines of a workflow's log: pod, container and content.
    package func log(_ name: String, pod: String, container: String = "main", _ lines: String...) {
        state.withLock { state in
            for line in lines {
                state.logs[name, default: []].append(
                    State.LogLine(pod: pod, container: container, time: state.lineTime(), content: line))
            }
        }
    }

    /// A line that was written at that time.
    package func log(
        _ name: String, pod: String, container: String = "main", at time: Timestamp, _ line: String
    ) {
        state.withLock { state in
            state.logs[name, default: []].append(
                State.LogLine(pod: pod, container: container, time: time, content: line))
        }
    }

    /// Keeps an artifact, such as `artifacts/argo/job/job-1/main-logs`.
    package func keep(_ text: String, as place: String) { keep(Array(text.utf8), as: place) }

    package func keep(_ bytes: [UInt8], as place: String) { state.withLock { $0.artifacts[place] = bytes } }

    /// The pod is gone, and its lines with it.
    package func removeLog(of name: String, pod: String) {
        state.withLock { $0.logs[name]?.removeAll { $0.pod == pod } }
    }

    /// What a stream does when its content is sent: by default a log ends, a watch ends with an error frame that says EOF.
    package func endStreams(of name: String, with parts: LoopbackAnswer.Part...) {
        state.withLock { $0.streamEnds[name] = parts }
    }

    /// Further states of a workflow that a watch sends after the current one.
    package func change(of name: String, to states: String...) {
        state.withLock { $0.changes[name, default: []] += states.map(FakeArgoServer.tree) }
    }

    static func tree(_ json: String) -> ValueTree {
        guard let document = try? JSONReader.read(Array(json.utf8)) else {
            preconditionFailure("a fixture is not JSON: \(json)")
        }
        return document.root.tree
    }
}
