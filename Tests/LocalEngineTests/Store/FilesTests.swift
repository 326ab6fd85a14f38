import Foundation
import Testing

@testable import LocalEngine

@Suite struct FilesTests {
    private let fixture: LocalFixture
    private var root: String { fixture.root }

    init() throws { fixture = try LocalFixture() }

    @Test func writesForTheOwnerAlone() throws {
        try Files.makeFolders("\(root)/a/b")
        try Files.write([1], atomicallyTo: "\(root)/a/b/c")
        #expect(Files.stamp("\(root)/a/b/c")?.mode == 0o100600)
        #expect(Files.stamp("\(root)/a/b")?.mode == 0o40700)
        #expect(try Files.names(in: "\(root)/a/b") == ["c"])
    }

    @Test func createsOnlyWhatIsNotThere() throws {
        try Files.create([1], at: "\(root)/x")
        #expect(throws: SystemError("create", "\(root)/x", code: EEXIST)) { try Files.create([2], at: "\(root)/x") }
        #expect(try Files.read("\(root)/x") == [1])
        #expect(try Files.names(in: root) == ["x"])
    }

    @Test func readsRegularFilesOnly() throws {
        #expect(throws: SystemError("read", root, code: EISDIR)) { try Files.read(root) }
        #expect(throws: SystemError("read", "/dev/zero", code: EINVAL)) { try Files.read("/dev/zero") }
        #expect(mkfifo("\(root)/fifo", 0o600) == 0)
        #expect(throws: SystemError("read", "\(root)/fifo", code: EINVAL)) { try Files.read("\(root)/fifo") }
        try Files.write([1, 2, 3], atomicallyTo: "\(root)/big")
        #expect(throws: SystemError("read", "\(root)/big", code: EFBIG)) { try Files.read("\(root)/big", limit: 2) }
    }

    @Test func removesTreesButNotWhatLinksPointTo() throws {
        try Files.makeFolders("\(root)/keep")
        try Files.write([1], atomicallyTo: "\(root)/keep/file")
        try Files.makeFolders("\(root)/tree/locked")
        try Files.write([1], atomicallyTo: "\(root)/tree/locked/file")
        #expect(symlink("\(root)/keep", "\(root)/tree/link") == 0)
        #expect(chmod("\(root)/tree/locked", 0) == 0)
        try Files.removeTree("\(root)/tree")
        #expect(try Files.names(in: root) == ["keep"])
        #expect(try Files.names(in: "\(root)/keep") == ["file"])
    }

    @Test func removesTreesDeeperThanAPathMayBe() throws {
        let fixture = try LocalFixture()
        // Each move keeps the path short while the tree grows.
        let part = String(repeating: "d", count: 200)
        try Files.makeFolders("\(fixture.root)/tree")
        for _ in 0..<60 {
            try Files.makeFolders("\(fixture.root)/new")
            #expect(rename("\(fixture.root)/tree", "\(fixture.root)/new/\(part)") == 0)
            #expect(rename("\(fixture.root)/new", "\(fixture.root)/tree") == 0)
        }
        try Files.removeTree("\(fixture.root)/tree")
        #expect(try Files.names(in: fixture.root) == [])
    }

    @Test func aLockIsHeldUntilItsHolderLetsGo() throws {
        let path = "\(root)/lock"
        do {
            let first = try FileLock.tryAcquire(path, .exclusive, creating: true)
            #expect(first != nil)
            #expect(try FileLock.tryAcquire(path, .shared) == nil)
            withExtendedLifetime(first) {}
        }
        withExtendedLifetime(try FileLock.acquire(path)) {}
    }

    @Test func readersShareALock() throws {
        let path = "\(root)/shared"
        let first = try FileLock.tryAcquire(path, .shared, creating: true)
        let second = try FileLock.tryAcquire(path, .shared)
        #expect(first != nil && second != nil)
        #expect(try FileLock.tryAcquire(path, .exclusive) == nil)
        #expect(first?.makeExclusive() == false)
        withExtendedLifetime(second) {}
    }

    @Test func knowsAProcessFromALaterOneOfTheSameNumber() throws {
        let current = ProcessStamp.current
        #expect(current.isAlive)
        #expect(!ProcessStamp(pid: current.pid, started: (current.started ?? 0) + 1).isAlive)
        #expect(ProcessStamp(running: -1) == nil)
    }
}
