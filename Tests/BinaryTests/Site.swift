import TestSupport

/// A server with real sockets and the executable that is set up to talk to it.
struct Site {
    /// Recognisable in any output, in every coding it could leak in.
    static let token = "s3cr3t-t0k3n-9d7f"

    let argo = FakeArgoServer()
    let server: LoopbackServer
    var wfctl: Executable

    /// An Argo Server.
    init() throws {
        server = try LoopbackServer(handler: argo.handler)
        wfctl = try Executable(at: server.url, companion: server)
    }

    /// A server that says the same to everything.
    init(answering answer: LoopbackAnswer) throws {
        server = try LoopbackServer { _ in answer }
        wfctl = try Executable(at: server.url, companion: server)
    }
}

extension Executable {
    /// Set up for that server, with a token, and with manifests in its home.
    init(at address: String, companion: (any Sendable)? = nil) throws {
        try self.init(
            ["ARGO_SERVER": address, "ARGO_TOKEN": Site.token, "ARGO_NAMESPACE": "argo"], companion: companion)
        for (kind, name) in [("Workflow", "build-1"), ("WorkflowTemplate", "build")] {
            try home.write(
                """
                {"apiVersion": "argoproj.io/v1alpha1", "kind": "\(kind)", "metadata": {"name": "\(name)"},
                 "spec": {"entrypoint": "main", "templates": [
                   {"name": "main", "container": {"image": "busybox", "command": ["true"]}}]}}
                """, to: "\(kind).json")
        }
    }

    var workflow: String { home.path + "/Workflow.json" }
    var template: String { home.path + "/WorkflowTemplate.json" }
}
