import ArgumentKit
import DocumentKit
import WorkflowAPI
import WorkflowModel

/// The verb of a command that stores manifests.
protocol StoringVerb: Sendable {
    static var word: String { get }
    static var abstract: String { get }
    static func store(_ tree: ValueTree, _ namespace: String, in service: any ResourceService) async throws -> Resource
}

enum CreateVerb: StoringVerb {
    static let word = "create"
    static let abstract = "Create"

    static func store(
        _ tree: ValueTree, _ namespace: String, in service: any ResourceService
    ) async throws -> Resource {
        try await service.create(tree, namespace: namespace)
    }
}

enum UpdateVerb: StoringVerb {
    static let word = "update"
    static let abstract = "Replace"

    static func store(
        _ tree: ValueTree, _ namespace: String, in service: any ResourceService
    ) async throws -> Resource {
        try await service.update(tree, namespace: namespace)
    }
}

/// `wfctl template create`, `wfctl template update` and their siblings.
struct ResourceWriteCommand<Noun: ResourceNoun, Verb: StoringVerb>: WorkflowCommand {
    var globals = GlobalOptions()
    var files: [String] = []
    var format = ResourceFormat.table
    var strict = false

    init() {}

    static var info: CommandInfo {
        CommandInfo(
            name: Verb.word,
            abstract: "\(Verb.abstract) \(Noun.kind.plural) from manifests",
            examples: [.init("From a file", "wfctl \(Noun.word) \(Verb.word) build.json -n argo")])
    }

    static var arguments: [Argument<Self>] {
        positional(
            \.files, "file", required: true, completion: .file(extensions: ["yaml", "yml", "json"]),
            help: "Manifests: files, - for standard input, or web addresses")
        flag(\.strict, "strict", help: "Duplicate keys in manifests are errors")
        option(\.format, "output", "o", value: "format", help: "Output format")
        group(\.globals, "Connection")
    }

    func validate() throws(ArgumentError) {
        if files.filter({ $0 == "-" }).count > 1 { throw .conflict("standard input can be read only once") }
    }

    func perform(in context: CommandContext) async throws {
        // Chosen before anything is read: a manifest on the web is fetched with the TLS options of the server.
        let connection = try globals.connect(in: context)
        let service = try connection.backend.resources(Noun.kind)
        let reader = ManifestReader(input: context.input, isStrict: strict) { context.note($0) }
        let objects = try await reader.read(files, kind: Noun.kind.rawValue).map { manifest in
            guard manifest.value[path: "metadata", "name"]?.string?.isEmpty == false else {
                throw manifest.error("metadata.name is required", at: manifest.value["metadata"] ?? manifest.value)
            }
            let namespace = try manifest.namespace(asked: globals.connection.namespace) ?? connection.namespace
            return (tree: manifest.value.tree, namespace: namespace)
        }
        var printer = ResourcePrinter(format: format, isSingle: objects.count == 1, in: context)
        do {
            for object in objects {
                try printer.print(try await Verb.store(object.tree, object.namespace, in: service))
            }
        } catch {
            try printer.finish()
            guard let error = error as? BackendError else { throw error }
            throw Diagnostic(creating: "it", lookingWith: "wfctl \(Noun.word) list", error)
        }
        try printer.finish()
    }
}
