package import DocumentKit
import Synchronization
package import WorkflowModel

/// A Kubernetes API server in memory that knows Argo's resources, pods and their logs; the tests are its controller.
///
/// ```swift
/// let cluster = FakeKubernetes()
/// cluster.add("build-1", phase: .running)
/// cluster.fail("GET /apis/argoproj.io/v1alpha1/namespaces/argo/workflows", with: .status(410, "Expired", "too old"))
/// let server = try LoopbackServer(handler: cluster.handler)
/// ```
package final class FakeKubernetes: Sendable {
    let state = Mutex(State())

    package init() {}

    /// What a `LoopbackServer` or a `StubTransport` answers with.
    package var handler: LoopbackServer.Handler {
        { [self] request in state.withLock { $0.answer(request) } }
    }

    /// Something that goes wrong with one route, once.
    package enum Fault: Sendable {
        /// A `Status` object: its code, reason and message.
        case status(Int, String, String)
        case answer(LoopbackAnswer)
        /// It is carried out, and this comes instead of its answer.
        case lost(LoopbackAnswer)
        /// The right answer, but only its first bytes.
        case cut(after: Int)
    }

    /// Makes a route (`GET /apis/…`) fail with each of the faults in turn; then it works.
    package func fail(_ route: String, with faults: Fault...) {
        state.withLock { $0.faults[route, default: []] += faults }
    }

    /// Requests so far, in the order of arrival.
    package var requests: [LoopbackRequest] { state.withLock(\.requests) }

    /// Requests must carry this Authorization header.
    package func require(authorization: String?) { state.withLock { $0.authorization = authorization } }

    /// The versions of SelfSubjectReview that it knows; there are none on old clusters.
    package func setReviewVersions(_ versions: [String]) { state.withLock { $0.reviewVersions = versions } }

    /// Items of lists have no kind, as with typed clients in between.
    package func omitKinds() { state.withLock { $0.omitsKinds = true } }

    /// Adds a workflow with that name, phase, and labels as the controller sets them.
    package func add(_ name: String, namespace: String = "argo", phase: WorkflowPhase = .succeeded) {
        state.withLock { state in
            var tree: ValueTree = ["metadata": ["name": .string(name)], "spec": ["entrypoint": "main"]]
            state.stamp(&tree, "workflows", namespace)
            state.set(phase.rawValue, of: &tree)
            state.objects["workflows", default: []].append(tree)
        }
    }

    /// Stores an object, and completes its metadata.
    package func store(_ json: String, in plural: String = "workflows", namespace: String = "argo") {
        let tree = FakeArgoServer.tree(json)
        state.withLock { $0.store(tree, in: plural, namespace) }
    }

    /// A stored object as it is now.
    package func object(_ name: String, in plural: String = "workflows", namespace: String = "argo") -> ValueTree? {
        state.withLock { state in
            state.index(of: name, in: plural, namespace).flatMap { state.objects[plural]?[$0] }
        }
    }

    /// Somebody else changes an object.
    package func change(
        _ name: String, namespace: String = "argo", _ body: @Sendable (inout ValueTree) -> Void
    ) {
        state.withLock { state in
            guard let index = state.index(of: name, in: "workflows", namespace),
                var tree = state.objects["workflows"]?[index]
            else { return }
            body(&tree)
            state.replace(index, in: "workflows", with: tree)
        }
    }

    /// Gives a workflow its phase, and its finish when that is final; its pods end with it.
    package func set(_ phase: WorkflowPhase, of name: String, namespace: String = "argo") {
        state.withLock { $0.set(phase.rawValue, of: name, namespace) }
    }

    /// Lines that a container of a pod has written, a millisecond apart; the pod is made with its first ones.
    package func log(
        _ workflow: String, namespace: String = "argo", pod: String, container: String = "main", _ lines: String...
    ) {
        state.withLock { state in
            state.addPod(pod, of: workflow, namespace)
            for line in lines { state.write(line, container, pod) }
        }
    }

    /// A pod that waits to start.
    package func addWaitingPod(_ pod: String, of workflow: String, namespace: String = "argo") {
        state.withLock { $0.addPod(pod, of: workflow, namespace, state: "waiting") }
    }

    /// A pod that runs, with these containers.
    package func addRunningPod(
        _ pod: String, of workflow: String, namespace: String = "argo", containers: [String] = ["wait", "main"]
    ) {
        state.withLock { $0.addPod(pod, of: workflow, namespace, state: "running", containers: containers) }
    }

    /// A container of a pod is started again; of what it wrote before the cluster keeps the last instance.
    package func restart(_ container: String = "main", of pod: String, code: Int = 137, reason: String = "OOMKilled") {
        state.withLock { $0.restart(container, pod, code, reason) }
    }

    /// What a stream about a workflow does when its content is sent: without it, it ends in good order.
    package func endStreams(with parts: LoopbackAnswer.Part...) { state.withLock { $0.streamEnd = parts } }

    /// Further events that the next watches of a workflow send, as a cluster frames them.
    package func announce(_ name: String, _ events: String...) {
        state.withLock { $0.announced[name, default: []] += events }
    }
}
