import Foundation
import TestSupport
import Testing

@testable import WorkflowCommands

@Suite struct LintCommandTests {
    static let good = """
        {"apiVersion": "argoproj.io/v1alpha1", "kind": "Workflow", "metadata": {"name": "good", "namespace": "own"},
         "spec": {"entrypoint": "m", "templates": [{"name": "m", "suspend": {}}]}}
        """

    static let bad = #"{"kind": "CronWorkflow", "metadata": {"name": "bad"}, "spec": {}}"#

    @Test func theServersWordIsAFindingOnTheWholeDocument() async {
        var harness = CommandHarness()
        harness.files["good.json"] = Self.good
        harness.argo.fail("POST /api/v1/workflows/own/lint", with: .error(500, code: 2, "templates.m is unlucky"))
        let result = await harness.run("lint", "good.json", "--online", "-o", "simple")
        #expect(
            result == CommandHarness.Result(.usage, out: "good.json:1:1: error: templates.m is unlucky [server]\n"))
    }

    @Test func theServerIsAskedOnlyAboutWhatHasNoErrorHere() async {
        var harness = CommandHarness()
        harness.files = ["good.json": Self.good, "bad.json": Self.bad]
        _ = await harness.run("lint", "good.json", "bad.json", "--online")
        #expect(harness.argo.requests.map(\.path) == ["/api/v1/workflows/own/lint"])
    }

    @Test func whatWasFoundIsShownAlthoughTheServerCannotBeAsked() async {
        var harness = CommandHarness()
        harness.files = ["good.json": Self.good, "bad.json": Self.bad]
        harness.argo.fail("POST /api/v1/workflows/own/lint", with: .error(403, code: 7, "no"))
        let result = await harness.run("lint", "good.json", "bad.json", "--online", "-o", "simple")
        #expect(result.status == .denied)
        #expect(result.out.contains("cron workflow must have at least one schedule"))
        #expect(result.err.hasPrefix("wfctl: no (no credentials were sent)\n"))
    }

    @Test(arguments: [["good.json"], ["good.json", "bad.json"]])
    func jsonIsWholeOrNotThere(_ files: [String]) async {
        var harness = CommandHarness()
        harness.files = ["good.json": Self.good, "bad.json": Self.bad]
        harness.argo.fail("POST /api/v1/workflows/own/lint", with: .error(403, code: 7, "no"))
        let result = await harness.run(["lint", "--online", "-o", "json"] + files)
        #expect(result.status == .denied)
        #expect(result.out.isEmpty)
        #expect(result.err.hasPrefix("wfctl: no (no credentials were sent)\n"))
    }

    @Test func noServerIsAskedUnlessOneIsWanted() async {
        var harness = CommandHarness()
        harness.files["good.json"] = Self.good
        harness.environment = [:]
        #expect(await harness.run("lint", "good.json").status == .success)
        #expect(await harness.run("lint", "good.json", "--offline").status == .success)
        #expect(await harness.run("lint", "good.json", "--offline=false").status == .usage)
        #expect(harness.argo.requests.isEmpty)
    }

    /// What is not told about is there all the same, to be referred to.
    @Test func kindsThatAreLeftOutCanBeReferredTo() async {
        var harness = CommandHarness()
        harness.files["both.yaml"] = """
            apiVersion: argoproj.io/v1alpha1
            kind: WorkflowTemplate
            metadata: {name: lib}
            spec: {templates: [{name: a, container: {}}]}
            ---
            apiVersion: argoproj.io/v1alpha1
            kind: CronWorkflow
            metadata: {name: c}
            spec: {schedules: ['* * * * *'], workflowSpec: {entrypoint: a, workflowTemplateRef: {name: lib}}}
            """
        let result = await harness.run("lint", "both.yaml", "--kinds", "cronwf")
        #expect(result == CommandHarness.Result(.success, out: "✔ no linting errors found!\n"))
        #expect(await harness.run("lint", "both.yaml", "--kinds", "wftmpl").status == .usage)
        let none = await harness.run("lint", "both.yaml", "--kinds", "cwftmpl")
        #expect(none.status == .failure && none.err.contains("found nothing to lint"))
    }

    @Test(arguments: [
        ("entrypoints: m, templates: [{name: m, suspend: {}}]", "spec.entrypoints"),
        ("entrypoint: m, templates: [{name: m, contaner: {image: a}}]", "spec.templates[0].contaner"),
        (
            "entrypoint: m, templates: [{name: m, container: {imag: a, command: [b]}}]",
            "spec.templates[0].container.imag"
        ),
    ])
    func aMisspelledFieldIsOneMistake(_ spec: String, _ path: String) async {
        var harness = CommandHarness()
        harness.files["wf.yaml"] =
            "apiVersion: argoproj.io/v1alpha1\nkind: Workflow\nmetadata: {name: w}\nspec: {\(spec)}\n"
        let result = await harness.run("lint", "wf.yaml", "-o", "simple")
        #expect(result.out.split(separator: "\n").count == 1)
        #expect(result.out.contains("unknown field \"\(path)\""))
        #expect(await harness.run("submit", "wf.yaml").err.components(separatedBy: "hint: did you mean").count == 2)
    }

    /// The time for hints grows with what is compared, so that there is an end to it.
    @Test func notEveryOneOfAThousandUndefinedTemplatesHasAHint() async {
        var harness = CommandHarness()
        let templates = (0..<1000).map { "{name: t\($0), steps: [[{name: a, template: u\($0)}]]}" }
        harness.files["wf.yaml"] =
            "apiVersion: argoproj.io/v1alpha1\nkind: WorkflowTemplate\nmetadata: {name: w}\nspec: {templates: [\(templates.joined(separator: ", "))]}\n"
        let lines = await harness.run("lint", "wf.yaml").out.split(separator: "\n")
        #expect(lines.count { $0.contains("undefined-template") } == 1000)
        #expect((100..<500).contains(lines.count { $0.hasPrefix("hint: did you mean 't") }))
    }

    /// The places that manifests come from, where no server is asked.
    @Test func optionsOfAServerAreRefusedForAddressesWithoutOne() async {
        var harness = CommandHarness()
        harness.files["https://web.test/wf.json"] = Self.good
        harness.files["ca.pem"] = "-----BEGIN CERTIFICATE-----\n"
        for option in ["-k", "--client-certificate=ca.pem", "--tls-server-name=x"] {
            let result = await harness.run("lint", "https://web.test/wf.json", option)
            #expect(result.status == .usage)
            #expect(result.err.contains("has no effect without a server to ask"), "\(result.err)")
        }
        #expect(
            await harness.run("lint", "https://web.test/wf.json", "--certificate-authority", "ca.pem").status
                == .success)
        let missing = await harness.run("convert", "https://web.test/wf.json", "--certificate-authority", "no.pem")
        #expect(missing.status == .usage && missing.err.contains("no.pem"), "\(missing)")
        let proxy = await harness.run("lint", "https://web.test/wf.json", "--proxy-url", "proxy")
        #expect(proxy.status == .usage && proxy.err.contains("'--proxy-url': expected a URL"), "\(proxy)")
    }

    @Test func aTerminalShowsWordsInColour() async {
        var harness = CommandHarness()
        harness.files["bad.json"] = Self.bad
        harness.isTerminal = true
        let result = await harness.run("lint", "bad.json", "--color", "always")
        #expect(result.out.contains("\u{1B}[31merror\u{1B}[0m: cron workflow must have at least one schedule"))
        #expect(!(await harness.run("lint", "bad.json", "--no-color")).out.contains("\u{1B}"))
    }

    @Test func whatAFileSaysCannotDriveTheTerminalOrTheAnnotation() async {
        var harness = CommandHarness()
        harness.files["a,b:%.json"] = #"{"kind": "Workflow", "metadata": {"name": "x"}, "spec": {"\u001b[2J\n::x": 1}}"#
        let simple = await harness.run("lint", "a,b:%.json", "-o", "simple").out
        #expect(
            !simple.contains("\u{1B}") && simple.split(separator: "\n").allSatisfy { $0.hasPrefix("a,b:%.json:1:") })
        let name = "x\r\n::error::y.json"
        harness.files[name] =
            #"{"kind": "Workflow", "metadata": {"name": "x"}, "spec": {"entrypoint": "a\r\n::error::\u001b[31m"}}"#
        let forged = await harness.run("lint", name, "-o", "github").out
        let start = "::error file=x%0D%0A%3A%3Aerror%3A%3Ay.json,line=1,"
        #expect(forged.split(separator: "\n").allSatisfy { $0.hasPrefix(start) }, "\(forged)")
        #expect(!forged.utf8.contains(0x0D) && !forged.utf8.contains(0x1B))
        let github = await harness.run("lint", "a,b:%.json", "-o", "github").out
        #expect(github.split(separator: "\n").allSatisfy { $0.hasPrefix("::error file=a%2Cb%3A%25.json,line=1,") })
    }

    @Test func foldersAreSearchedInOrderAndLinksNotFollowed() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "lint-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        for path in ["b/z.yml", "b/a.json", "a.yaml", ".hidden/c.yaml", "notes.txt", ".dot.yaml"] {
            let file = folder.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data().write(to: file)
        }
        try FileManager.default.createSymbolicLink(
            at: folder.appending(path: "b/loop"), withDestinationURL: folder)
        // A folder may hold a pipe, which nobody writes, or a device; only links to files lead to some.
        #expect(mkfifo(folder.appending(path: "b/pipe.yaml").path, 0o600) == 0)
        for (link, target) in [
            ("b/pipe.json", "b/pipe.yaml"), ("b/device.yaml", "/dev/zero"), ("b/link.yaml", "a.yaml"),
            ("b/lost.yaml", "nowhere"), ("b/folder.yaml", "b"),
        ] {
            let target = target.hasPrefix("/") ? target : folder.path + "/" + target
            try FileManager.default.createSymbolicLink(
                atPath: folder.path + "/" + link, withDestinationPath: target)
        }
        let input = Input(
            readFile: Input.systemFile, readStandardInput: Input.systemStandardInput, listFolder: Input.systemFolder,
            fetch: { _, _ in [] })
        let files = try input.manifestFiles(folder.path).map { $0.dropFirst(folder.path.count + 1) }
        #expect(files == [".dot.yaml", "a.yaml", "b/a.json", "b/link.yaml", "b/lost.yaml", "b/z.yml"])
        let pipe = folder.path + "/b/pipe.yaml"
        #expect(try input.manifestFiles(pipe) == [pipe])
        #expect(try input.manifestFiles(folder.path + "/a.yaml") == [folder.path + "/a.yaml"])
        #expect(try input.manifestFiles("-") == ["-"])
    }
}
