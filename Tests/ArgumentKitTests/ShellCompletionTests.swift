import ArgumentKit
import Foundation
import Testing

/// The scripts in real shells: what is typed before Tab, and the words the tool is run with after Return.
@Suite(.timeLimit(.minutes(5))) struct ShellCompletionTests {
    /// Rows that mean the same in every shell.
    static let rows: [(typed: String, words: String)] = [
        ("tool lis", "<list>"),
        ("tool shelf dr", "<shelf><drop>"),
        ("tool sh dr", "<sh><drop>"),
        ("tool -n shelf lis", "<-n><shelf><list>"),
        ("tool -en shelf lis", "<-en><shelf><list>"),
        ("tool shelf -n list dr", "<shelf><-n><list><drop>"),
        ("tool list --out", "<list><--output>"),
        ("tool list --no-col", "<list><--no-color>"),
        ("tool --names", "<--namespace>"),
        ("tool shelf drop --li", "<shelf><drop><--limit>"),
        ("tool list --output wi", "<list><--output><wide>"),
        ("tool list --output=wi", "<list><--output=wide>"),
        ("tool list -o wi", "<list><-o><wide>"),
        ("tool list -Ao wi", "<list><-Ao><wide>"),
        ("tool list -o=wi", "<list><-o=wide>"),
        ("tool shelf list -o Ru", "<shelf><list><-o><Running>"),
        ("tool list --all-namespaces=f", "<list><--all-namespaces=false>"),
        ("tool list --status Fai", "<list><--status><Failed>"),
        ("tool list --status Failed,Do", "<list><--status><Failed,Done>"),
        ("tool list --status=Failed,Do", "<list><--status=Failed,Done>"),
        ("tool send a", "<send><a.json>"),
        ("tool send -- a", "<send><--><a.json>"),
        ("tool send no", "<send><no>"),
        ("tool send \"b", "<send><b c.yaml>"),
        ("tool send sub\\ dir/in", "<send><sub dir/inner.yaml>"),
        ("tool send a.json st", "<send><a.json><staging>"),
        ("tool send @la", "<send><@latest>"),
        ("tool -n pro", "<-n><prod>"),
        ("tool list -n=pro", "<list><-n=prod>"),
        ("tool list --namespace=pro", "<list><--namespace=prod>"),
        ("tool list -s host:80 -n pro", "<list><-s><host:80><-n><prod>"),
        ("tool send -p a=b -n pro", "<send><-p><a=b><-n><prod>"),
        ("tool list -- --out", "<list><--><--out>"),
        ("tool list --server wi", "<list><--server><wi>"),
        ("tool list --interna", "<list><--interna>"),
        ("tool list --kubec", "<list><--kubec>"),
        ("tool secr", "<secr>"),
        ("tool server", "<server>"),
        ("tool help shelf dr", "<help><shelf><drop>"),
        ("tool help exit", "<help><exit-codes>"),
        ("tool send --from su", "<send><--from><sub dir/>"),
    ]

    @Test(.enabled(if: Typist.find("bash") != nil, "no bash here"))
    func bashCompletes() throws {
        let typist = try Typist()
        defer { typist.remove() }
        let script = try typist.write(sampleTool.info.completionScript(for: .bash), as: "tool.bash")
        let shell = try #require(Typist.find("bash"))
        // Bash puts a candidate on the line as it is; one that it would run must not get there.
        let rows = Self.rows + [("tool -n \\$", "<-n><$>")]
        let ran = try typist.type(
            rows.map(\.typed), setup: "source \(script)", into: [shell, "--norc", "--noprofile", "-i"])
        #expect(ran == rows.map(\.words))
        #expect(typist.log("asked").contains("<__complete><boxes><send><a.json>"))
        #expect(typist.log("asked").contains("<__complete><namespaces><list><-s><host:80><-n>"))
        #expect(!typist.wasHacked)
    }

    @Test(.enabled(if: Typist.find("zsh") != nil, "no zsh here"), arguments: [true, false])
    func zshCompletes(asAFunctionOfTheSystem isInstalled: Bool) throws {
        let typist = try Typist()
        defer { typist.remove() }
        let script = try typist.write(sampleTool.info.completionScript(for: .zsh), as: "functions/_tool")
        let folder = script.dropLast("/_tool".count)
        let start = try typist.write(
            """
            setopt no_auto_remove_slash
            \(isInstalled ? "fpath=(\(folder) $fpath)" : "")
            autoload -U compinit
            compinit -u -D
            \(isInstalled ? "" : "source \(script)")
            """, as: "start.zsh")
        let shell = try #require(Typist.find("zsh"))
        let ran = try typist.type(Self.rows.map(\.typed), setup: "source \(start)", into: [shell, "-f", "-i"])
        #expect(ran == Self.rows.map(\.words))
        #expect(typist.log("asked").contains("<__complete><boxes><send><a.json>"))
        #expect(!typist.wasHacked)
    }

    @Test(.enabled(if: Typist.find("fish") != nil, "no fish here"))
    func fishCompletes() throws {
        let typist = try Typist()
        defer { typist.remove() }
        let script = try typist.write(sampleTool.info.completionScript(for: .fish), as: "tool.fish")
        let ask = try typist.write(
            """
            source \(script)
            for line in (cat $HOME/lines)
                tool "$(complete -C $line | string replace -r '\\t.*' '')"
            end
            """, as: "ask.fish")
        _ = try typist.write(Self.rows.map(\.typed).joined(separator: "\n") + "\n", as: "lines")
        let shell = try #require(Typist.find("fish"))
        let ran = try typist.type([], setup: "", into: [shell, "--no-config", ask])
        let expected = Self.rows.map { row -> String in
            // The shell names candidates; where nothing fits there is none.
            let word = row.words.split(separator: "<").last ?? ""
            return row.typed.hasSuffix(word.dropLast()) ? "<>" : "<\(word)"
        }
        #expect(ran == expected)
        #expect(!typist.wasHacked)
    }
}
