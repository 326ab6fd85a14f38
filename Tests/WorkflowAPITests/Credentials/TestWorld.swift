import Synchronization
import TestSupport
import WorkflowAPI

/// A machine for credentials: files, programs that end as the test says, tokens in memory, a server behind a stub.
final class TestWorld: Sendable {
    let time = TestTime()
    let machine = FakeMachine()
    let transport: StubTransport
    private let files = Mutex<[String: String]>([:])
    private let results = Mutex<[ProgramResult]>([])
    private let seen = Mutex<[ProgramCall]>([])

    init(_ handler: @escaping LoopbackServer.Handler = { _ in nil }) { transport = StubTransport(handler: handler) }

    /// What the next programs do; the last one is repeated.
    func programs(_ all: ProgramResult...) { results.withLock { $0 = all } }
    func printing(_ texts: String...) {
        results.withLock { $0 = texts.map { .ended(status: 0, output: Array($0.utf8)) } }
    }
    func write(_ text: String?, to path: String) { files.withLock { $0[path] = text } }
    var calls: [ProgramCall] { seen.withLock { $0 } }

    var world: CredentialWorld {
        CredentialWorld(
            readFile: { [self] path in
                guard let text = files.withLock({ $0[path] }) else { throw BackendError.notFound("no such file") }
                return Array(text.utf8)
            },
            run: { [self] call in
                seen.withLock { $0.append(call) }
                return results.withLock { $0.count > 1 ? $0.removeFirst() : $0.first ?? .missing }
            },
            tokens: machine.tokens, transport: transport, time: time.timeAndChance)
    }

    func source(_ method: Credentials.Method, _ header: CredentialHeader = .authorization) -> any CredentialSource {
        Credentials(method, as: header, from: .context("prod")).source(in: world)
    }
}
