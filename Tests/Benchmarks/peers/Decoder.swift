// What a program of a few lines would do with a list: `JSONDecoder` into narrow structs.
import Foundation

struct List: Decodable { var items: [Item] }
struct Item: Decodable {
    var metadata: Metadata
    var spec: Spec?
    var status: Status?
}
struct Metadata: Decodable { var name: String?, namespace: String? }
struct Spec: Decodable { var priority: Int? }
struct Status: Decodable {
    var phase: String?, startedAt: String?, finishedAt: String?, progress: String?, message: String?
}

let data = try Data(contentsOf: URL(filePath: CommandLine.arguments[1]))
let list = try JSONDecoder().decode(List.self, from: data)
let sum = list.items.reduce(0) { sum, item in
    sum
        + [
            item.metadata.name, item.metadata.namespace, item.status?.phase, item.status?.startedAt,
            item.status?.finishedAt, item.status?.progress, item.status?.message,
        ].reduce(item.spec?.priority ?? 0) { $0 + ($1?.utf8.count ?? 0) }
}
FileHandle.standardOutput.write(Data("\(list.items.count) \(sum)\n".utf8))
