import DocumentKit
import Foundation
import WorkflowAPI
import WorkflowModel

extension FakeKubernetes.State {
    mutating func answer(_ request: LoopbackRequest) -> LoopbackAnswer {
        requests.append(request)
        var fault: FakeKubernetes.Fault?
        if let first = faults[request.route]?.first {
            fault = first
            faults[request.route]?.removeFirst()
        }
        switch fault {
        case .status(let code, let reason, let message): return status(code, reason, message)
        case .answer(let answer): return answer
        case .lost(let answer):
            _ = routed(request)
            return answer
        case .cut(let count): return routed(request).cut(after: count)
        case nil: return routed(request)
        }
    }

    private mutating func routed(_ request: LoopbackRequest) -> LoopbackAnswer {
        if let authorization, request[header: "Authorization"] != authorization {
            return status(401, "Unauthorized", "Unauthorized")
        }
        let segments = request.path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
            .map { $0.removingPercentEncoding ?? String($0) }
        if segments.starts(with: ["apis", "argoproj.io", "v1alpha1"]) {
            var rest = Array(segments.dropFirst(3))
            var namespace: String?
            if rest.first == "namespaces", rest.count > 2 {
                namespace = rest[1]
                rest.removeFirst(2)
            }
            guard let plural = rest.first, Self.kinds[plural] != nil else { return unknown }
            if rest.count == 1 { return collection(request, plural, namespace) }
            if rest.count == 2 { return object(request, plural, rest[1], namespace ?? "") }
        }
        if segments == ["version"] {
            return .json(
                #"{"major":"1","minor":"31","gitVersion":"v1.31.2","gitCommit":"5864a46","platform":"linux/amd64"}"#)
        }
        if segments.starts(with: ["api", "v1", "namespaces"]), segments.count > 4, segments[4] == "pods" {
            if segments.count == 5 { return listPods(request, segments[3]) }
            if segments.count == 7, segments[6] == "log" { return log(request, segments[5], segments[3]) }
        }
        if segments.count == 4, segments.starts(with: ["apis", "authentication.k8s.io"]),
            reviewVersions.contains(segments[2]), segments[3] == "selfsubjectreviews", request.method == "POST"
        {
            return review(request, version: segments[2])
        }
        return unknown
    }

    /// Whom the request is made as, by its headers: every line of a group counts, and is not cut at commas.
    private func review(_ request: LoopbackRequest, version: String) -> LoopbackAnswer {
        let apiVersion = ValueTree.string("authentication.k8s.io/" + version)
        guard let body = body(request), body["apiVersion"] == apiVersion, body["kind"] == "SelfSubjectReview" else {
            return status(400, "BadRequest", "the object provided is unrecognized")
        }
        let groups = request.headers.filter { $0.name.lowercased() == "impersonate-group" }.map(\.value)
        var user: ValueTree = [
            "username": .string(request[header: "Impersonate-User"] ?? "system:serviceaccount:argo:ci"),
            "groups": .array((groups.isEmpty ? ["system:serviceaccounts"] : groups).map { .string($0) }),
        ]
        for header in request.headers where header.name.lowercased().hasPrefix("impersonate-extra-") {
            let key = String(header.name.lowercased().dropFirst(18)).removingPercentEncoding ?? ""
            let known = user[path: "extra", key]?.elements ?? []
            user[path: "extra", key] = .array(known + [.string(header.value)])
        }
        return json(
            ["apiVersion": apiVersion, "kind": "SelfSubjectReview", "status": ["userInfo": user]], status: 201)
    }

    private mutating func collection(
        _ request: LoopbackRequest, _ plural: String, _ namespace: String?
    ) -> LoopbackAnswer {
        switch request.method {
        case "GET" where request[query: "watch"] == "true": return watch(request, namespace ?? "")
        case "GET": return list(request, plural, namespace)
        case "POST": return create(request, plural, namespace ?? "")
        default:
            return status(405, "MethodNotAllowed", "the server does not allow this method on the requested resource")
        }
    }

    private mutating func object(
        _ request: LoopbackRequest, _ plural: String, _ name: String, _ namespace: String
    ) -> LoopbackAnswer {
        guard let index = index(of: name, in: plural, namespace), var tree = objects[plural]?[index] else {
            return status(404, "NotFound", "\(plural).argoproj.io \"\(name)\" not found")
        }
        switch request.method {
        case "GET": return json(tree)
        case "DELETE":
            objects[plural]?.remove(at: index)
            pods.removeAll { $0.labels["workflows.argoproj.io/workflow"] == name && $0.namespace == namespace }
            return json(["kind": "Status", "apiVersion": "v1", "status": "Success"])
        case "PUT":
            guard let new = body(request) else { return status(400, "BadRequest", "no object") }
            guard new[path: "metadata", "resourceVersion"] == tree[path: "metadata", "resourceVersion"] else {
                return status(
                    409, "Conflict",
                    "Operation cannot be fulfilled on \(plural) \"\(name)\": the object has been modified")
            }
            replace(index, in: plural, with: new)
        case "PATCH":
            guard let patch = body(request) else { return status(400, "BadRequest", "no patch") }
            tree.merge(patch)
            replace(index, in: plural, with: tree)
            // What is being deleted goes with the last of its finalizers.
            if tree[path: "metadata", "deletionTimestamp"] != nil, tree[path: "metadata", "finalizers"] == nil {
                objects[plural]?.remove(at: index)
                return json(tree)
            }
        default:
            return status(405, "MethodNotAllowed", "the server does not allow this method on the requested resource")
        }
        // The controller carries such an order out at once.
        if let shutdown = objects[plural]?[index][path: "spec", "shutdown"], !shutdown.isNull {
            set("Failed", of: name, namespace)
        }
        return json(objects[plural]?[index] ?? .null)
    }

    private mutating func create(
        _ request: LoopbackRequest, _ plural: String, _ namespace: String
    ) -> LoopbackAnswer {
        guard var tree = body(request), tree["kind"]?.string == Self.kinds[plural],
            tree["apiVersion"]?.string == "argoproj.io/v1alpha1"
        else { return status(400, "BadRequest", "the object provided is unrecognized") }
        guard !tree.name.isEmpty || tree[path: "metadata", "generateName"] != nil else {
            return status(422, "Invalid", "name or generateName is required")
        }
        if let own = tree[path: "metadata", "namespace"]?.string, plural != "clusterworkflowtemplates", own != namespace
        {
            return status(400, "BadRequest", "the namespace of the object does not match the request")
        }
        guard index(of: tree.name, in: plural, namespace) == nil else {
            return status(409, "AlreadyExists", "\(plural).argoproj.io \"\(tree.name)\" already exists")
        }
        stamp(&tree, plural, namespace)
        if request[query: "dryRun"] != "All" { objects[plural, default: []].append(tree) }
        return json(tree, status: 201)
    }

    // MARK: Answers

    var unknown: LoopbackAnswer { .text("404 page not found\n", status: 404) }

    func status(_ code: Int, _ reason: String, _ message: String) -> LoopbackAnswer {
        var status: ValueTree = [
            "kind": "Status", "apiVersion": "v1", "metadata": [:], "status": "Failure", "message": .string(message),
            "reason": .string(reason), "code": .number(code),
        ]
        if code == 404 { status["details"] = ["name": "x", "group": "argoproj.io", "kind": "workflows"] }
        return json(status, status: code)
    }

    func json(_ tree: ValueTree, status: Int = 200) -> LoopbackAnswer {
        .json(JSONWriter.text(tree, style: .compact), status: status)
    }

    private func body(_ request: LoopbackRequest) -> ValueTree? { (try? JSONReader.read(request.body))?.root.tree }
}

extension ValueTree {
    /// A merge patch (RFC 7386).
    fileprivate mutating func merge(_ patch: ValueTree) {
        for (key, value) in patch.members {
            switch value {
            case .null: self[key] = nil
            case .object:
                var child = self[key] ?? [:]
                child.merge(value)
                self[key] = child
            default: self[key] = value
            }
        }
    }
}
