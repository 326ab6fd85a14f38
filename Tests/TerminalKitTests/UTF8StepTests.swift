import Testing

@testable import TerminalKit

@Suite struct UTF8StepTests {
    @Test func readsScalarsOfEveryLength() {
        let values = Array(UInt32(0)...0x1_00FF) + Array(stride(from: 0x1_0100, through: 0x10_FFFF, by: 0xFF))
        for value in values {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let bytes = Array(String(scalar).utf8)
            let step = UTF8Step(bytes.span, at: 0)
            if step.scalar != value || step.length != bytes.count { Issue.record("U+\(String(value, radix: 16))") }
        }
    }

    /// Every pair of bytes, and longer sequences with boundary values, against the standard library's validation.
    @Test func refusesWhatTheStandardLibraryRefuses() {
        let edges: [UInt8] = [0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xFF]
        for first in UInt8.min...UInt8.max {
            for second in UInt8.min...UInt8.max {
                check([first, second])
                guard first >= 0xC0 else { continue }
                for third in edges { check([first, second, third]) }
                guard first >= 0xF0 else { continue }
                for third in edges { check([first, second, third, 0x80]) }
            }
        }
    }

    private func check(_ bytes: [UInt8]) {
        var index = 0
        var isText = true
        while index < bytes.count {
            let step = UTF8Step(bytes.span, at: index)
            if step.scalar == nil { isText = false }
            index += step.length
        }
        if isText != (String(validating: bytes, as: UTF8.self) != nil) { Issue.record("\(bytes)") }
    }
}
