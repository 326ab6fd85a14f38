import Foundation
import DocumentKit
import WorkflowAPI
import WorkflowModel

extension FakeArgoServer.State {
    mutating func answer(_ request: LoopbackRequest) -> LoopbackAnswer {
        requests.append(request)
        var fault: FakeArgoServer.Fault?
        if let first = faults[request.route]?.first {
            fault = first
            faults[request.route]?.removeFirst()
        }
        switch fault {
        case .error(let status, let code, let message): return error(status, code, message)
        case .answer(let answer): return answer
        case .lost(let answer):
            _ = routed(request)
            return answer
        case .html(let status): return .html("<!doctype html><title>Argo</title>", status: status)
        case .silence: return .silence
        case .cut(let count): return routed(request).cut(after: count)
        case nil: return routed(request)
        }
    }

    private mutating func routed(_ request: LoopbackRequest) -> LoopbackAnswer {
        if request.path.hasPrefix(behaviour.basePath + "/artifacts") { return artifact(request) }
        let prefix = behaviour.basePath + "/api/v1/"
        guard request.path.hasPrefix(prefix) else { return .html("<!doctype html><title>Argo</title>") }
        if let expected = behaviour.authorization, request[header: "Authorization"] != expected {
            return error(401, 16, "token not valid. see https://argo-workflows.readthedocs.io/en/latest/faq/")
        }
        let segments = request.path.dropFirst(prefix.count).split(separator: "/", omittingEmptySubsequences: false)
            .map { $0.removingPercentEncoding ?? String($0) }
        var answer = routed(request, segments)
        if let version = behaviour.version, answer.status == 200 {
            answer.headers.append(.init("Grpc-Metadata-Argo-Version", version))
        }
        return answer
    }

    private mutating func routed(_ request: LoopbackRequest, _ segments: [String]) -> LoopbackAnswer {
        let isOld = behaviour.speaksOldDialect
        switch (request.method, segments.first ?? "", segments.count) {
        case ("GET", "userinfo", 1):
            return json(["issuer": "argo-server", "groups": ["ops", "dev"], "serviceAccountName": "operator"])
        case ("GET", "version", 1):
            return json(["version": .string(behaviour.version ?? "unknown"), "platform": "linux/amd64"])
        case ("GET", "workflows", 2): return listWorkflows(request, namespace: segments[1])
        case ("POST", "workflows", 2): return createWorkflow(request, namespace: segments[1])
        case ("POST", "workflows", 3) where segments[2] == "submit": return submit(request, namespace: segments[1])
        case ("POST", "workflows", 3) where segments[2] == "lint": return lint(request, "workflow")
        case ("GET", "workflows", 3) where !isOld: return getWorkflow(request, segments[2], segments[1])
        case ("DELETE", "workflows", 3): return deleteWorkflow(segments[2], segments[1])
        case ("GET", "workflows", 4) where isOld && segments[3] == "status": return status(segments[2], segments[1])
        case ("GET", "workflows", 4) where segments[3] == (isOld ? "logs" : "log"):
            return log(request, segments[2], segments[1])
        case ("PUT", "workflows", 4) where Self.orders.contains(segments[3]):
            return steer(request, segments[3], segments[2], segments[1])
        case ("GET", "workflow-events", 2) where !isOld: return watch(request, namespace: segments[1])
        default:
            for kind in ResourceKind.allCases where kind.pathSegment == segments.first {
                return resource(kind, request, Array(segments.dropFirst())) ?? unknownRoute
            }
            return unknownRoute
        }
    }

    /// A kept artifact, by the place that was asked for; where there is none a text says so.
    private func artifact(_ request: LoopbackRequest) -> LoopbackAnswer {
        let place = String(request.path.dropFirst(behaviour.basePath.count + 1))
        guard let bytes = artifacts[place] else { return .text("Not Found", status: 404) }
        return LoopbackAnswer(parts: [.bytes(bytes)])
    }

    var unknownRoute: LoopbackAnswer { error(501, 12, "Method Not Allowed") }

    func error(_ status: Int, _ code: Int, _ message: String) -> LoopbackAnswer {
        .json(JSONWriter.text(["code": .number(code), "message": .string(message)], style: .compact), status: status)
    }

    func json(_ tree: ValueTree) -> LoopbackAnswer { .json(JSONWriter.text(tree, style: .compact)) }

    func missing(_ resource: String, _ name: String) -> LoopbackAnswer {
        error(404, 5, "\(resource).argoproj.io \"\(name)\" not found")
    }

    /// The body of a request, or what to say when it is not JSON.
    func body(_ request: LoopbackRequest) -> ValueTree? {
        (try? JSONReader.read(request.body))?.root.tree
    }
}
