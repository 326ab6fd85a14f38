import Foundation
import Testing

/// Rules about the source tree itself that no compiler checks.
@Suite struct SourceRulesTests {
    /// Who may import whom; system modules are judged apart.
    static let arrows: [String: Set<String>] = [
        "ArgumentKit": [],
        "DocumentKit": ["_Builtin_intrinsics.intel.sse2"],
        "TerminalKit": ["Glibc", "Darwin", "Synchronization"],
        "WorkflowModel": ["DocumentKit"],
        "WorkflowLint": ["DocumentKit", "WorkflowModel"],
        "WorkflowAPI": [
            "CurlShim", "Darwin", "Dispatch", "DocumentKit", "Foundation", "FoundationNetworking", "Glibc", "Security",
            "Synchronization", "WorkflowModel",
        ],
        "LocalEngine": [
            "Darwin", "DocumentKit", "Foundation", "Glibc", "Synchronization", "WorkflowAPI", "WorkflowModel",
        ],
        "WorkflowCommands": [
            "ArgumentKit", "Darwin", "DocumentKit", "Foundation", "Glibc", "LocalEngine", "Synchronization",
            "TerminalKit", "WorkflowAPI", "WorkflowLint", "WorkflowModel",
        ],
        "wfctl": ["Darwin", "Glibc", "TerminalKit", "WorkflowCommands"],
    ]

    @Test(arguments: SourceTree.sources) func importsFollowTheArrows(_ file: SourceTree.File) throws {
        let allowed = try #require(Self.arrows[file.target ?? ""], "no rule for the target of \(file.path)")
        let stray = Set(file.imports).subtracting(allowed)
        #expect(stray.isEmpty, "\(file.path) imports \(stray.sorted())")
    }

    @Test func onlyOneFileImportsFoundationNetworking() {
        let importers = SourceTree.sources.filter { $0.imports.contains("FoundationNetworking") }.map(\.path)
        #expect(importers == ["Sources/WorkflowAPI/Transport/URLSessionTransport.swift"])
    }

    @Test(arguments: [
        #"(^|[^.\w])print\("#, #"(^|[^._\w])exit\("#, "ProcessInfo.processInfo.environment", #"FileHandle\.standard"#,
    ])
    func theProcessIsTouchedByTheExecutableOnly(_ pattern: String) throws {
        let regex = try Regex(pattern)
        let offenders = SourceTree.sources.filter { $0.target != "wfctl" }.flatMap { file in
            file.lines.enumerated().filter {
                Self.code($0.element).contains(regex) && !$0.element.contains("func print(")
            }
            .map { "\(file.path):\($0.offset + 1)" }
        }
        #expect(offenders.isEmpty)
    }

    @Test(arguments: [
        #"nonisolated\(unsafe\)"#, #"\btry!"#, #"\bas!"#, #"\bfatalError\("#, #"\bTODO\b"#, #"\bFIXME\b"#,
    ])
    func nothingIsForced(_ pattern: String) throws {
        let regex = try Regex(pattern)
        let offenders = SourceTree.sources.flatMap { file in
            file.lines.enumerated().filter { Self.code($0.element).contains(regex) }.map {
                "\(file.path):\($0.offset + 1)"
            }
        }
        #expect(offenders.isEmpty)
    }

    @Test func uncheckedSendableStaysInTheTransport() {
        let holders = SourceTree.sources.filter { file in
            file.lines.contains { Self.code($0).contains("@unchecked Sendable") }
        }
        #expect(holders.allSatisfy { $0.path.hasPrefix("Sources/WorkflowAPI/Transport/") }, "\(holders.map(\.path))")
    }

    @Test func filesStaySmall() {
        // A generated table is not read, only compared.
        let written = SourceTree.sources.filter { $0.lines.first?.contains("Made by Tests/Generators/") != true }
        let large = written.filter { $0.lines.count > 300 }.map { "\($0.path): \($0.lines.count) lines" }
        #expect(large.isEmpty)
        let counts = SourceTree.sources.map(\.lines.count).sorted()
        #expect(counts[counts.count / 2] <= 100, "the median file has \(counts[counts.count / 2]) lines")
    }

    @Test(arguments: SourceTree.sources) func fileNamesNameWhatIsInside(_ file: SourceTree.File) {
        let name = file.path.split(separator: "/").last.map(String.init) ?? ""
        for word in ["Utils", "Helper", "Common", "Manager"] {
            #expect(!name.contains(word))
        }
    }

    /// The line without its comment; good enough for rules, since no string here holds `//` and a forbidden word.
    private static func code(_ line: String) -> Substring {
        guard let comment = line.firstRange(of: "//") else { return line[...] }
        return line[..<comment.lowerBound]
    }
}
