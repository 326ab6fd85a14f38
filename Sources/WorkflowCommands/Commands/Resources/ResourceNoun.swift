import WorkflowModel

/// The word a group of resource commands stands under: `template`, `cluster-template` or `cron`.
protocol ResourceNoun: Sendable {
    /// What its list can be narrowed down by.
    associatedtype Filters: ResourceFilters
    static var kind: ResourceKind { get }
    /// The command's name: `template`.
    static var word: String { get }
    static var aliases: [String] { get }
    static var completionTopic: String { get }
}

enum TemplateNoun: ResourceNoun {
    typealias Filters = TemplateFilters
    static let kind = ResourceKind.workflowTemplate
    static let word = "template"
    static let aliases = ["wftmpl"]
    static let completionTopic = "templates"
}

enum ClusterTemplateNoun: ResourceNoun {
    typealias Filters = LabelFilters
    static let kind = ResourceKind.clusterWorkflowTemplate
    static let word = "cluster-template"
    static let aliases = ["cwftmpl"]
    static let completionTopic = "cluster-templates"
}

enum CronNoun: ResourceNoun {
    typealias Filters = LabelFilters
    static let kind = ResourceKind.cronWorkflow
    static let word = "cron"
    static let aliases = ["cronwf"]
    static let completionTopic = "cron-workflows"
}
