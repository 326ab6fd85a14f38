import DocumentKit
import WorkflowModel

/// The name and the request id by which a write is known again when its answer is lost.
///
/// ```
/// "metadata": {
///   "name": "hello-x7k2p",                          made here, or given
///   "generateName": "hello-",
///   "annotations": {"wfctl/request-id": "1b4e28ba-2fa1-4d4b-88f1-0242ac120002"}
/// }
/// ```
struct WriteMark: Sendable, Equatable {
    static let annotation = "wfctl/request-id"

    private(set) var name: String
    let requestID: String
    /// What the name is made from; nil where it was given.
    private let prefix: String?

    /// nil without anything to name the object by; the server says what it thinks of that.
    init?(name: String?, generateName: String?, random: () -> UInt64) {
        if let name, !name.isEmpty {
            (self.name, prefix) = (name, nil)
        } else if let generateName, !generateName.isEmpty {
            (self.name, prefix) = (GeneratedName.make(from: generateName, random: random), generateName)
        } else {
            return nil
        }
        requestID = UUIDText.random(random)
    }

    init?(_ manifest: ValueTree, random: () -> UInt64) {
        let metadata = manifest["metadata"]
        self.init(
            name: metadata?["name"]?.string, generateName: metadata?["generateName"]?.string, random: random)
    }

    init?(_ submission: Submission, random: () -> UInt64) {
        switch submission.source {
        case .manifest(let manifest): self.init(manifest, random: random)
        case .resource(_, let name, let options):
            self.init(name: options.name, generateName: options.generateName ?? name + "-", random: random)
        }
    }

    /// Whether the name was chosen here.
    var isMade: Bool { prefix != nil }

    /// Another name, where that is ours to choose.
    mutating func rename(random: () -> UInt64) -> Bool {
        guard let prefix else { return false }
        name = GeneratedName.make(from: prefix, random: random)
        return true
    }

    /// The manifest as it is sent.
    func marked(_ manifest: ValueTree) -> ValueTree {
        var manifest = manifest
        manifest[path: "metadata", "name"] = .string(name)
        // What is no map of annotations stays for the server to refuse.
        switch manifest[path: "metadata", "annotations"] {
        case nil, .null, .object: manifest[path: "metadata", "annotations", Self.annotation] = .string(requestID)
        default: break
        }
        return manifest
    }
}
