import TestSupport
import Testing

@testable import WorkflowAPI

/// What is said of a creation while nobody can tell what came of it.
@Suite struct WriteFateTests {
    /// What the server has not taken, or is done with, does not exist; what may be on its way still may.
    @Test(arguments: [
        (FakeArgoServer.Fault.error(429, code: 8, "slow down"), [WriteFate.undone(name: "job")]),
        (.error(503, code: 14, "later"), [.undone(name: "job")]), (.answer(.text("", status: 504)), []),
        (.answer(.silence), []),
    ])
    func itIsToldWhetherItMayExist(_ fault: FakeArgoServer.Fault, _ between: [WriteFate]) async throws {
        let (_, backend) = ExactlyOnceTests.site { $0.fail(ExactlyOnceTests.Subject.fixedName.route, with: fault) }
        var told: [WriteFate] = []
        _ = try await ExactlyOnceTests.Subject.fixedName.create(backend) { told.append($0) }
        #expect(told == [.open(name: "job")] + between + [.open(name: "job")])
    }

    /// Nothing is on its way as long as nobody has said who asks, or who else.
    @Test(arguments: [0, 1]) func itIsNotOpenWhileThereAreNoCredentials(_ refusals: Int) async {
        struct Person: CredentialSource {
            let origin = "a person"
            let knows: Bool
            func header() async throws -> HTTPRequest.Header? {
                if knows { return .init("Authorization", "Bearer old") }
                throw CancellationError()
            }
            func renew(after refused: HTTPRequest.Header) async throws -> Bool { throw CancellationError() }
        }
        let (argo, _) = ExactlyOnceTests.site {
            $0.fail(ExactlyOnceTests.Subject.fixedName.route, with: .error(401, code: 16, "who are you"))
        }
        let server = ServerConfiguration(baseURL: "http://argo:2746", address: "argo:2746")
        let backend = ArgoBackend(
            server, transport: StubTransport(handler: argo.handler), credentials: Person(knows: refusals > 0))
        var told: [WriteFate] = []
        await #expect(throws: CancellationError.self) {
            _ = try await ExactlyOnceTests.Subject.fixedName.create(backend) { told.append($0) }
        }
        #expect(told == (refusals > 0 ? [.open(name: "job"), .undone(name: "job")] : []))
        #expect(argo.requests.count == refusals)
    }

    /// What stands in between knows of itself, and not what becomes of a request that it has passed on.
    @Test(arguments: [
        LoopbackAnswer.text("", status: 520), .text("", status: 524), .html("<html>", status: 503),
        .html("<html>", status: 500),
    ])
    func whatIsSaidInBetweenIsNotTheServersWord(_ loss: LoopbackAnswer) async throws {
        let (argo, _) = ExactlyOnceTests.site { $0.fail(ExactlyOnceTests.Subject.fixedName.route, with: .answer(loss)) }
        var server = ServerConfiguration(baseURL: "http://argo:2746", address: "argo:2746")
        server.retries = 0
        let backend = ArgoBackend(
            server, transport: StubTransport(handler: argo.handler), time: TestTime().timeAndChance)
        await #expect {
            _ = try await ExactlyOnceTests.Subject.fixedName.create(backend)
        } throws: { error in
            guard case .unsettled(let write)? = error as? BackendError else { return false }
            let end = "'job' did not exist right afterwards, and may still appear"
            return write.name == "job" && write.message.hasSuffix(end)
        }
    }
}
