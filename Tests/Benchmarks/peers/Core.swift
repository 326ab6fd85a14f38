// Parts of wfctl on their own, linked from the objects of the release build:
//
//     core list FILE       reads a list while it arrives and adds up the lengths of eight fields an item
//     core rows COUNT      prints rows of a table with ages, durations and wide characters; nanoseconds on stderr
//     core times COUNT     reads RFC 3339 times; nanoseconds on stderr
//     core yaml FILE...    reads YAML files and adds up their documents
//     core json FILE...    prints the documents of YAML files as JSON, one a line
import DocumentKit
import Glibc
import TerminalKit
import WorkflowModel

func list(_ path: String) throws -> (items: Int, sum: Int) {
    let file = open(path, O_RDONLY)
    guard file >= 0 else { _exit(2) }
    var reader = JSONListReader()
    var (items, sum) = (0, 0)
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = read(file, &chunk, chunk.count), count > 0 {
        try reader.append(chunk.span.extracting(first: count)) { item in
            items += 1
            let (metadata, status) = (item["metadata"], item["status"])
            for value in [metadata?["name"], metadata?["namespace"]] { sum += value?.utf8?.count ?? 0 }
            for key in ["phase", "startedAt", "finishedAt", "progress", "message"] {
                sum += status?[key]?.utf8?.count ?? 0
            }
            sum += item["spec"]?["priority"]?.int ?? 0
        }
    }
    _ = try reader.finish()
    return (items, sum)
}

func rows(_ count: Int) throws {
    let output = Output(fileDescriptor: 1)
    var table = Table(columns: ["NAME", "STATUS", "AGE", "DURATION", "PRIORITY", "MESSAGE", "PROGRESS"])
    let now = Timestamp(seconds: 1_750_000_000)
    for index in 0..<count {
        let start = now - .seconds(index * 37)
        table.append { row in
            row.cell("nightly-regression-\(index)")
            row.cell(index % 3 == 0 ? "Running" : "Succeeded", index % 3 == 0 ? .cyan : .green)
            let age = ShortDuration(seconds: now.wholeSeconds(since: start))
            row.cell(age.number, unit: age.unit)
            let duration = ShortDuration(seconds: Int64(index % 40_000))
            row.cell(duration.number, unit: duration.unit)
            row.cell(index % 10)
            row.cell(index % 8 == 0 ? "ステップ「検証」が失敗しました" : index % 8 == 1 ? "délai dépassé" : "")
            row.cell("3/7")
        }
    }
    try table.render(to: output)
    try output.flush()
}

func times(_ count: Int) -> Int {
    var sum: Int64 = 0
    var text = Array("2025-06-01T12:00:00Z".utf8)
    for index in 0..<count {
        text[18] = UInt8(ascii: "0") + UInt8(index % 10)
        sum += Timestamp(rfc3339: text.span)?.seconds ?? 0
    }
    return Int(truncatingIfNeeded: sum)
}

func documents(of path: String) throws -> [Document] {
    let file = open(path, O_RDONLY)
    guard file >= 0 else { _exit(2) }
    defer { close(file) }
    let size = Int(lseek(file, 0, SEEK_END))
    lseek(file, 0, SEEK_SET)
    // With the room that the reader asks for.
    let bytes = [UInt8](unsafeUninitializedCapacity: size + size / 4) { $1 = max(0, read(file, $0.baseAddress, size)) }
    return try YAMLReader.readAll(bytes)
}

extension Output: ByteOutput {}

func printJSON(_ paths: some Sequence<String>) throws {
    var output = Output(fileDescriptor: 1)
    for path in paths {
        for document in try documents(of: path) {
            try JSONWriter(style: .compact).write(document.root, to: &output)
            try output.write("\n")
        }
    }
    try output.flush()
}

func report(_ text: String) throws {
    let errors = Output(fileDescriptor: 2)
    try errors.write(text + "\n")
    try errors.flush()
}

/// The processor's time, in nanoseconds: what else runs on the machine does not count.
func processorTime() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
}

let words = CommandLine.arguments
let count = Int(words[2]) ?? 0
let start = processorTime()
switch words[1] {
case "list": try report("\(try list(words[2]))")
case "rows": try rows(count)
case "times": try report("\(times(count))")
case "yaml": try report("\(try words[2...].reduce(0) { try $0 + documents(of: $1).count })")
case "json": try printJSON(words[2...])
default: _exit(2)
}
try report("\(processorTime() - start) ns")
