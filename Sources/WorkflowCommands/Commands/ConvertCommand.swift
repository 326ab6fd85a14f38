import ArgumentKit
import DocumentKit
import TerminalKit
import WorkflowModel

/// `wfctl convert`: manifests of older servers, as argo 4 reads them.
struct ConvertCommand: WorkflowCommand {
    var globals = GlobalOptions()
    var files: [String] = []
    var format = Format.yaml

    /// A document after the other, in YAML or JSON.
    enum Format: String, CaseIterable, ArgumentValue { case yaml, json }

    init() {}

    static let info = CommandInfo(
        name: "convert",
        abstract: "Rewrite manifests of older servers",
        discussion: """
            Puts the values of schedule, mutex and semaphore into schedules, mutexes and semaphores, which argo 4 \
            reads instead. A schedule counts alone where schedules stand beside it, as it does for argo, and a note says \
            which are left out. All else passes through in its order, documents of other kinds too; comments do not. \
            Folders are searched for .yaml, .yml and .json files. The files themselves are not changed.
            """,
        examples: [
            .init("One file", "wfctl convert cron.yaml > new.yaml"),
            .init("From a pipe to JSON", "wfctl convert - -o json"),
        ])

    static var arguments: [Argument<Self>] {
        positional(
            \.files, "file", required: true, completion: .file(extensions: ["yaml", "yml", "json"]),
            help: "Files, folders, - for standard input, or web addresses")
        option(\.format, "output", "o", value: "format", help: "Output format")
        group(\.globals, "Connection")
    }

    var inputReaders: [String] { files.filter { $0 == "-" } }

    func perform(in context: CommandContext) async throws {
        try globals.trust(files, in: context)
        let reader = ManifestReader(input: context.input, isStrict: false) { context.note($0) }
        var documents: [DocumentValue] = []
        for path in files {
            for file in try context.input.manifestFiles(path) {
                for manifest in try await reader.written(in: file) {
                    let tree = manifest.tree
                    for value in LegacyManifest.dropped(from: manifest.value) {
                        context.note(
                            manifest.error(
                                "\(value.path) is left out: 'schedule' stands beside it and counts alone, as for argo",
                                at: value
                            ).description)
                    }
                    let rewritten = LegacyManifest.rewritten(tree)
                    documents.append(
                        rewritten == manifest.value.tree ? manifest.value : rewritten.document().root)
                }
            }
        }
        var output = context.terminal.out
        for document in documents {
            switch format {
            case .yaml:
                try output.write("---\n")
                try YAMLWriter().write(document, to: &output)
            case .json:
                try JSONWriter(style: .pretty).write(document, to: &output)
                try output.write("\n")
            }
        }
        if documents.isEmpty { context.note("no manifests found") }
    }
}
