import DocumentKit
import TestSupport
import Testing

@testable import WorkflowAPI

/// Whom a cluster takes us for, over real sockets.
@Suite(.timeLimit(.minutes(5))) struct KubernetesIdentityTests {
    private static let account = "/var/run/secrets/kubernetes.io/serviceaccount"
    let cluster = FakeKubernetes()
    let machine = TestWorld()

    /// The backend that the words of a command line lead to, in a pod or outside of one.
    private func backend(
        _ server: LoopbackServer, _ change: (inout ConnectionSettings) -> Void
    ) throws -> KubernetesBackend {
        var settings = ConnectionSettings()
        settings.backend = .kubernetes
        settings.server = server.url
        change(&settings)
        let choice = try BackendChoice.choose(settings, environment: [:], readFile: machine.world.readFile)
        guard case .kubernetes(let server) = choice.target else { throw BackendError.failed("another kind") }
        return KubernetesBackend(
            server, transport: URLSessionTransport(), credentials: server.credentials?.source(in: machine.world))
    }

    @Test func aTokenOfAServiceAccountIsReadAnewWhenItChanges() async throws {
        let server = try LoopbackServer(handler: cluster.handler)
        machine.write("one\n", to: Self.account + "/token")
        cluster.require(authorization: "Bearer one")
        let backend = try backend(server) { $0.usesServiceAccount = true }
        #expect(try await backend.identity()?["username"]?.string == "system:serviceaccount:argo:ci")
        machine.write("two\n", to: Self.account + "/token")
        cluster.require(authorization: "Bearer two")
        #expect(try await backend.identity()?["groups"]?.elements.compactMap(\.string) == ["system:serviceaccounts"])
        cluster.require(authorization: "Bearer three")
        let error = await BackendError.thrown { _ = try await backend.identity() }
        guard case .unauthenticated(let text)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(text.contains("--service-account") && !text.contains("two"), "\(text)")
    }

    @Test func whomToActAsIsSentLineByLine() async throws {
        let server = try LoopbackServer(handler: cluster.handler)
        let backend = try backend(server) {
            $0.impersonation = KubeImpersonation(user: "operator", groups: ["ops, dev", "qa"])
            $0.impersonation.extra = [.init(key: "lab/scopes", values: ["view", "edit"])]
        }
        let user = try await backend.identity()
        #expect(user?["username"]?.string == "operator")
        #expect(user?["groups"]?.elements.compactMap(\.string) == ["ops, dev", "qa"])
        #expect(user?["extra"]?["lab/scopes"]?.elements.compactMap(\.string) == ["view", "edit"])
    }

    @Test(arguments: [["v1beta1"], ["v1alpha1"], ["v1alpha1", "v1beta1"]])
    func olderClustersAreAskedTheirWay(_ versions: [String]) async throws {
        let server = try LoopbackServer(handler: cluster.handler)
        cluster.setReviewVersions(versions)
        let backend = try backend(server) { _ in }
        #expect(try await backend.identity()?["username"] != nil)
        #expect(server.requests.last?.path.contains("/\(versions.max() ?? "")/") == true)
    }

    @Test func whoIsNoClusterIsNotTakenForAnOldOne() async throws {
        let server = try LoopbackServer { _ in .html("<html><title>nginx</title></html>", status: 404) }
        let backend = try backend(server) { _ in }
        let stranger = BackendError.malformed("it does not look like the API of a cluster: it has no version")
        await #expect(throws: stranger) { _ = try await backend.identity() }
    }

    @Test func clustersThatDoNotSayAreToldFromThoseThatMustNot() async throws {
        let server = try LoopbackServer(handler: cluster.handler)
        cluster.setReviewVersions([])
        let backend = try backend(server) { _ in }
        await #expect(throws: KubernetesEndpoints.noReview) { _ = try await backend.identity() }
        let route = "POST /apis/authentication.k8s.io/v1/selfsubjectreviews"
        cluster.fail(route, with: .status(403, "Forbidden", "User \"operator\" cannot create resource"))
        await #expect(
            throws: BackendError.forbidden("User \"operator\" cannot create resource (no credentials were sent)")
        ) {
            _ = try await backend.identity()
        }
        cluster.fail(route, with: .answer(.json(#"{"kind":"SelfSubjectReview","status":{"userInfo":"x"}}"#)))
        await #expect(throws: BackendError.malformed("the answer is not the review of a user it should be")) {
            _ = try await backend.identity()
        }
    }
}
