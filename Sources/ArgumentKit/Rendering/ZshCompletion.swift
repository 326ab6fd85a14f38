/// The script for zsh: a file for `$fpath`, or to be read with `source <(…)`. Of the completion system it uses the
/// builtins only (`compadd`, `compset`), none of its library functions.
struct ZshCompletion {
    let table: CompletionTable

    var script: String {
        let tool = table.tool
        var rows: [([CompletionTable.Spot], String)] = []
        for offer in table.offers where !offer.commands.isEmpty {
            let words = offer.commands.flatMap { [$0.name.singleQuoted, $0.text.singleQuoted] }
            rows.append(([.at(offer.place, "commands")], "_\(tool)_describe \(words.joined(separator: " "))"))
        }
        for offer in table.offers where !offer.options.isEmpty {
            let words = offer.options.joined(separator: " ")
            rows.append(([.at(offer.place, "options")], "_\(tool)_options \(words)"))
        }
        let texts = table.texts.map { ($0.spots, "REPLY=\($0.value.singleQuoted)") }
        return """
            #compdef \(tool)
            # zsh completion for \(tool), made by '\(tool) completion zsh'; changes here are lost.

            \(table.function("next", on: "$place $1", rows))\
            \(table.function("text", on: "$place $1", texts, fallback: "REPLY="))\
            \(table.caseFunctions(lastItem: "compset -P '*,'"))\(fixed)
            """
    }

    private var fixed: String {
        let tool = table.tool
        return #"""
            _\#(tool)_offer() {
              compadd -- "$@"
            }

            # Names and their texts in turn.
            _\#(tool)_describe() {
              local name text
              local -a names labels
              integer width=0
              for name text in "$@"; do
                names+=("$name")
                (($#name > width)) && width=$#name
              done
              for name text in "$@"; do
                labels+=("${(r:width:)name}  -- $text")
              done
              compadd -l -d labels -a -- names
            }

            _\#(tool)_options() {
              local name REPLY
              local -a pairs
              for name in "$@"; do
                _\#(tool)_text $name
                pairs+=("$name" "$REPLY")
              done
              _\#(tool)_describe "${pairs[@]}"
            }

            # Directories, and files with one of the extensions.
            _\#(tool)_files() {
              local extension typed=${(Q)PREFIX} head=
              [[ $typed == */* ]] && head=${typed%/*}/
              local from=$head
              [[ $head == '~'* ]] && from=${~head}
              local -a found hide=(D)
              [[ ${typed##*/} == .* ]] || hide=()
              compset -P '*/'
              found=("$from"*(N-/${hide}:t))
              compadd -f -W "$from" -a -- found
              if (($# == 0)); then
                found=("$from"*(N-^/${hide}:t))
                compadd -f -W "$from" -a -- found
              fi
              for extension in "$@"; do
                found=("$from"*."$extension"(N-^/${hide}:t))
                compadd -f -W "$from" -a -- found
              done
            }

            _\#(tool)_directories() {
              _\#(tool)_files /
            }

            # Asks the tool for names; it gets the words before the cursor.
            _\#(tool)_dynamic() {
              local line
              local -a names labels
              for line in "${(@f)$(command \#(tool) __complete "$1" "${(@Q)words[2,CURRENT-1]}" 2>/dev/null </dev/null)}"; do
                [[ -n $line ]] || continue
                names+=("${line%%$'\t'*}")
                labels+=("${line/$'\t'/  -- }")
              done
              compadd -l -d labels -a -- names
            }

            _\#(tool)() {
              emulate -L zsh -o extended_glob
              local place=\#(tool) option= ended= word letter
              integer count=0 i j
              for ((i = 2; i < CURRENT; i++)); do
                word=${(Q)words[i]}
                if [[ -n $option ]]; then
                  option=
                elif [[ -n $ended ]]; then
                  ((count += 1))
                else
                  case $word in
                    --) ended=1 ;;
                    --*=*) ;;
                    --*) _\#(tool)_takes $word && option=$word ;;
                    -?*)
                      for ((j = 2; j <= $#word; j++)); do
                        letter=-${word[j]}
                        if _\#(tool)_takes $letter; then
                          ((j == $#word)) && option=$letter
                          break
                        fi
                      done
                      ;;
                    *) _\#(tool)_descend $word || ((count += 1)) ;;
                  esac
                fi
              done

              if [[ -z $option && -z $ended && ( $PREFIX == --*=* || $PREFIX == -[^-]=* ) ]]; then
                option=${PREFIX%%=*}
                compset -P '[^=]#='
              fi
              if [[ -n $option ]]; then
                _\#(tool)_value
              elif [[ -z $ended && $PREFIX == -* ]]; then
                _\#(tool)_next options
              else
                _\#(tool)_next commands
                _\#(tool)_positional
              fi
            }

            if [[ $funcstack[1] == _\#(tool) ]]; then
              _\#(tool) "$@"
            else
              compdef _\#(tool) \#(tool)
            fi

            """#
    }
}
