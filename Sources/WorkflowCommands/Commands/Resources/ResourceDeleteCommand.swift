import ArgumentKit
import WorkflowAPI
import WorkflowModel

/// `wfctl template delete` and its siblings.
struct ResourceDeleteCommand<Noun: ResourceNoun>: WorkflowCommand {
    var globals = GlobalOptions()
    var names: [String] = []
    var all = false
    var dryRun = false
    var yes = false

    init() {}

    static var info: CommandInfo {
        CommandInfo(
            name: "delete",
            aliases: ["rm"],
            abstract: "Delete \(Noun.kind.plural)",
            examples: [.init("Delete one", "wfctl \(Noun.word) delete build")])
    }

    static var arguments: [Argument<Self>] {
        positional(\.names, "name", completion: .dynamic(Noun.completionTopic), help: "Names of \(Noun.kind.plural)")
        flag(\.all, "all", help: Noun.kind.isNamespaced ? "Delete all of the namespace" : "Delete all of the cluster")
        flag(\.dryRun, "dry-run", help: "Print what would be deleted and delete nothing")
        flag(\.yes, "yes", "y", help: "Do not ask")
        group(\.globals, "Connection")
    }

    func validate() throws(ArgumentError) {
        if names.isEmpty && !all { throw .conflict("name what to delete, or give --all") }
        if !names.isEmpty && all { throw .conflict("names and --all exclude each other") }
    }

    func perform(in context: CommandContext) async throws {
        let connection = try globals.connect(in: context)
        let service = try connection.backend.resources(Noun.kind)
        var targets = names.map { WorkflowReference(namespace: connection.namespace, name: $0) }
        if all {
            try await service.list(ResourceQuery(namespace: connection.namespace)) { resource in
                targets.append(WorkflowReference(namespace: connection.namespace, name: resource.name))
            }
            if targets.isEmpty { context.note("no \(Noun.kind.plural) found") }
        }
        let deletion = Deletion(
            what: Noun.kind.rawValue, showsNamespace: false, isRehearsal: dryRun, context: context)
        try deletion.confirm(targets, isSettled: yes)
        try await deletion.run(targets) { target in
            if !dryRun {
                try await service.delete(target.name, namespace: target.namespace)
            } else if !all {
                _ = try await service.get(target.name, namespace: target.namespace)
            }
        }
    }
}
