import TestSupport
import WorkflowAPI

extension ServerConfiguration {
    /// A server of this machine, which may be as busy as it likes.
    init(_ server: LoopbackServer) {
        self.init(baseURL: server.url, address: server.authority)
        timeout = .seconds(240)
    }
}
