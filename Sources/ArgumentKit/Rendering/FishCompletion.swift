/// The script for fish 3 and newer; it uses builtins only.
struct FishCompletion {
    let table: CompletionTable

    var script: String {
        "# fish completion for \(table.tool), made by '\(table.tool) completion fish'; changes here are lost.\n\n"
            + lookups + fixed
    }

    private var lookups: String {
        let steps = table.steps.map { ($0.spots.map(\.glob), ["echo \($0.place)"]) }
        let values = table.values.map { ($0.spots.map(\.glob), calls([$0.value])) }
        let texts = table.texts.map { ($0.spots.map(\.glob), ["echo \($0.value.fishQuoted)"]) }
        var next: [([String], [String])] = []
        var positionals: [([String], [String])] = []
        for offer in table.offers {
            if !offer.commands.isEmpty {
                let lines = offer.commands.map { "\($0.name)\\t".fishJoined($0.text) }
                next.append((["'\(offer.place) commands'"], ["printf '%s\\n' " + lines.joined(separator: " ")]))
            }
            if !offer.options.isEmpty {
                let words = offer.options.joined(separator: " ")
                next.append((["'\(offer.place) options'"], ["__\(table.tool)_options \(offer.place) \(words)"]))
            }
            for (index, rules) in offer.positionals.enumerated() where !rules.isEmpty {
                let isOpen = offer.repeats && index == offer.positionals.count - 1
                positionals.append((["'\(offer.place) \(isOpen ? "*" : "\(index)")'"], calls(rules)))
            }
        }
        return function("descend", steps) + function("next", next)
            + function("takes", table.valued.isEmpty ? [] : [(table.valued.map(\.glob), ["return 0"])], end: "return 1")
            + function("text", texts) + function("value", values) + function("positional", positionals)
    }

    private func function(_ name: String, _ rows: [([String], [String])], end: String? = nil) -> String {
        var out = "function __\(table.tool)_\(name)\n    switch $argv[1]\n"
        for (patterns, actions) in rows {
            out += "        case \(patterns.joined(separator: " "))\n"
            for action in actions { out += "            \(action)\n" }
        }
        out += "    end\n"
        if let end { out += "    \(end)\n" }
        return out + "end\n\n"
    }

    /// Calls that print candidates; the functions get the word so far, and the words before it.
    private func calls(_ rules: [CompletionTable.ValueRule]) -> [String] {
        rules.map { rule in
            switch rule.completion {
            case .none: "true"
            case .choices(let all): "printf '%s\\n' " + all.map(\.fishQuoted).joined(separator: " ")
            case .file(let extensions):
                (["__\(table.tool)_files $argv[2]"] + extensions.map(\.fishQuoted)).joined(separator: " ")
            case .directory: "__\(table.tool)_files $argv[2] /"
            case .dynamic(let topic):
                "command \(table.tool) __complete \(topic.fishQuoted) $argv[3..] 2>/dev/null </dev/null"
            }
        }
    }

    private var fixed: String {
        let tool = table.tool
        let lists = table.values.filter(\.value.isList).flatMap { $0.spots.map(\.glob) }
        return function("is_list", lists.isEmpty ? [] : [(lists, ["return 0"])], end: "return 1") + #"""
            function __\#(tool)_options
                for name in $argv[2..]
                    printf '%s\t%s\n' $name (__\#(tool)_text "$argv[1] $name")
                end
            end

            # Directories, and files with one of the extensions. Completing an argument of '' yields paths.
            function __\#(tool)_files
                for line in (complete -C "'' $argv[1]")
                    set -l file (string split -m 1 \t -- $line)[1]
                    if test (count $argv) = 1; or string match -q '*/' -- $file
                        printf '%s\n' $file
                        continue
                    end
                    for extension in $argv[2..]
                        string match -q "*.$extension" -- $file; and printf '%s\n' $file
                    end
                end
            end

            function __\#(tool)_complete
                set -l words (commandline -opc)[2..]
                set -l value (commandline -ct)
                set -l place \#(tool)
                set -l option ''
                set -l ended ''
                set -l count 0
                for word in $words
                    if test -n "$option"
                        set option ''
                        continue
                    end
                    if test -n "$ended"
                        set count (math $count + 1)
                        continue
                    end
                    switch $word
                        case --
                            set ended 1
                        case '--*=*'
                        case '--*'
                            __\#(tool)_takes "$place $word"; and set option $word
                        case '-?*'
                            set -l letters (string split '' -- $word)[2..]
                            while set -q letters[1]
                                set -l letter $letters[1]
                                set -e letters[1]
                                if __\#(tool)_takes "$place -$letter"
                                    set -q letters[1]; or set option -$letter
                                    break
                                end
                            end
                        case '*'
                            set -l next (__\#(tool)_descend "$place $word")
                            if test -n "$next"
                                set place $next
                            else
                                set count (math $count + 1)
                            end
                    end
                end

                set -l prefix ''
                if test -z "$option$ended"; and string match -qr -- '^(--[^=]+|-[^-])=' $value
                    set option (string replace -r '=.*' '' -- $value)
                    set prefix $option=
                    set value (string replace -r '^[^=]*=' '' -- $value)
                end
                if test -n "$option"
                    if __\#(tool)_is_list "$place $option"
                        set prefix $prefix(string replace -r '[^,]*$' '' -- $value)
                        set value (string replace -r '.*,' '' -- $value)
                    end
                    for line in (__\#(tool)_value "$place $option" "$value" $words)
                        printf '%s\n' $prefix$line
                    end
                else if test -z "$ended"; and string match -q -- '-*' $value
                    __\#(tool)_next "$place options"
                else
                    __\#(tool)_next "$place commands"
                    __\#(tool)_positional "$place $count" "$value" $words
                end
            end

            complete -c \#(tool) -f -a '(__\#(tool)_complete)'

            """#
    }
}

extension CompletionTable.Spot {
    /// `'* --output'` or `'wfctl/list --output'`
    fileprivate var glob: String {
        switch self {
        case .anywhere(let word): "'* \(word)'"
        case .at(let place, let word): "'\(place) \(word)'"
        }
    }
}

extension String {
    /// The word in single quotes, as fish reads it back.
    fileprivate var fishQuoted: String {
        var out = "'"
        for character in self {
            if character == "'" || character == "\\" { out += "\\" }
            out.append(character)
        }
        return out + "'"
    }

    /// `list\t'List boxes'`: an unquoted name with a tab, then the quoted text.
    fileprivate func fishJoined(_ text: String) -> String { self + text.fishQuoted }
}
