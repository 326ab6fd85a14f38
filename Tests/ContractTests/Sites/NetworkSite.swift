import TestSupport
import WorkflowAPI
import WorkflowModel

/// A site whose backend talks to a server: what can go wrong on the way can be made to.
protocol NetworkSite: ContractSite {
    var standIn: StandIn { get }
    /// The time of the client: sleeping takes none.
    var time: TestTime { get }
    /// The body of a refusal, as this server writes it.
    func refusal(_ status: Int, _ message: String) -> LoopbackAnswer
    /// Stores workflows `one/job-N` at the server, every tenth of them failed.
    func fill(_ count: Int)
}
