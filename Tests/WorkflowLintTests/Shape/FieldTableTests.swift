import Foundation
import Testing

@testable import WorkflowLint

@Suite struct FieldTableTests {
    @Test func hasEveryKindOfManifest() {
        for kind in ManifestKind.allCases { #expect(FieldTable.shared.type(named: kind.rawValue) != nil) }
    }

    /// A word of 64 bits says which fields of an object are set.
    @Test func noTypeHasMoreFieldsThanAWordHasBits() {
        for type in FieldTable.shared.types {
            #expect(type.fields.count <= 64, "\(type.name)")
            let names = type.fields.map { FieldTable.shared.fields[$0].name }
            #expect(names == names.sorted(), "\(type.name)")
        }
    }

    @Test func everyKindInTheTextIsKnown() {
        var known = Set(FieldKind.Scalar.allCases.map(\.rawValue))
        known.formUnion(FieldTable.shared.types.map(\.name))
        known.formUnion(FieldTable.shared.valueSets.map(\.name))
        let words = FieldTable.text.split(whereSeparator: \.isWhitespace)
        for word in words {
            guard let kind = word.split(separator: ":").dropFirst().first else { continue }
            #expect(known.contains(String(kind).replacing("[]", with: "").replacing("{}", with: "")), "\(word)")
        }
    }

    @Test func readsMarksListsAndMaps() throws {
        let table = FieldTable(
            reading: """
                A = a!:B[][] b:int{} c~ d
                  e
                  ! a
                  & b
                B =
                C | x y
                """)
        let fields = table.fields
        #expect(fields.map(\.name) == ["a", "b", "c", "d", "e"])
        #expect(fields.map(\.kind) == [.type(1), .scalar(.int), .scalar(.string), .scalar(.string), .scalar(.string)])
        #expect(fields[0].isRequired && fields[0].lists == 2 && fields[1].isMap && fields[2].isLegacy)
        #expect(table.types.map(\.fields) == [0..<5, 5..<5])
        #expect(table.types[0].group?.members == 0b11 && table.types[0].group?.isRequired == true)
        #expect(table.valueSets.first?.values == ["x", "y"])
    }

    static let schema = ProcessInfo.processInfo.environment["WFCTL_CONFORMANCE"].map {
        URL(filePath: $0).appending(path: "argo-schema/schema.json")
    }

    static let python = ["/usr/bin/python3", "/usr/local/bin/python3", "/opt/homebrew/bin/python3"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    @Test(
        .enabled(if: schema != nil, "WFCTL_CONFORMANCE is not set: the field table is not compared with the schema"),
        .enabled(if: python != nil, "there is no python3: the field table is not compared with the schema"))
    func isWhatTheGeneratorMakesOfTheSchema() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let generator = Process()
        generator.executableURL = URL(filePath: try #require(Self.python))
        generator.arguments = [
            root.appending(path: "Tests/Generators/field-table").path, try #require(Self.schema).path,
        ]
        let pipe = Pipe()
        generator.standardOutput = pipe
        try generator.run()
        let made = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        generator.waitUntilExit()
        let file = root.appending(path: "Sources/WorkflowLint/Fields/FieldTable+Text.swift")
        let committed = try String(contentsOf: file, encoding: .utf8)
        #expect(
            made == committed,
            "run: Tests/Generators/field-table \"$WFCTL_CONFORMANCE/argo-schema/schema.json\" > \(file.lastPathComponent)"
        )
    }
}
