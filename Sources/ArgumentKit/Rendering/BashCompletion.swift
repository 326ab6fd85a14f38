/// The script for bash 4 and newer; it needs nothing but bash itself.
///
/// Bash cuts words at the characters of `COMP_WORDBREAKS`, so `--output=js` arrives as three words: the script glues
/// together what the line does not separate by spaces, and in the end takes off its candidates what bash keeps.
/// Candidates are compared in the script, never through `compgen -W`, which would run a `$(…)` in a name.
struct BashCompletion {
    let table: CompletionTable

    var script: String {
        let tool = table.tool
        let rows = table.offers.filter { !$0.options.isEmpty }.map { offer -> ([CompletionTable.Spot], String) in
            ([.at(offer.place, "options")], (["_\(tool)_offer"] + offer.options).joined(separator: " "))
        }
        let commands = table.offers.filter { !$0.commands.isEmpty }.map { offer -> ([CompletionTable.Spot], String) in
            let names = offer.commands.map(\.name)
            return ([.at(offer.place, "commands")], (["_\(tool)_offer"] + names).joined(separator: " "))
        }
        return """
            # bash completion for \(tool), made by '\(tool) completion bash'; changes here are lost.

            \(table.function("next", on: "$place $1", commands + rows))\(table.caseFunctions(lastItem: "_\(tool)_list"))\(fixed)
            """
    }

    private var fixed: String {
        let tool = table.tool
        return #"""
            # Keeps those of its arguments that begin as the word does.
            _\#(tool)_offer() {
              local candidate
              for candidate; do
                [[ $candidate == "$value"* ]] && COMPREPLY+=("$prefix$candidate")
              done
            }

            # In a comma list only the last item is completed.
            _\#(tool)_list() {
              prefix+=${value%"${value##*,}"}
              value=${value##*,}
            }

            # Directories, and files with one of the extensions.
            _\#(tool)_files() {
              local file extension
              compopt -o filenames 2>/dev/null
              while IFS= read -r file; do
                if [[ $# == 0 || -d ${file/#\~/$HOME} ]]; then
                  COMPREPLY+=("$prefix$file")
                  continue
                fi
                for extension; do
                  [[ $file == *."$extension" ]] && COMPREPLY+=("$prefix$file")
                done
              done < <(compgen -f -- "$value" 2>/dev/null)
            }

            _\#(tool)_directories() {
              local file
              compopt -o filenames 2>/dev/null
              while IFS= read -r file; do
                COMPREPLY+=("$prefix$file")
              done < <(compgen -d -- "$value" 2>/dev/null)
            }

            # Asks the tool for names; it gets the words before the cursor. Bash does not quote what it puts on the
            # line, so a name that means something to it is passed over.
            _\#(tool)_dynamic() {
              local line
              while IFS= read -r line; do
                line=${line%%$'\t'*}
                [[ $line == *[^[:alnum:]._/@:+%,=-]* ]] || _\#(tool)_offer "$line"
              done < <(command \#(tool) __complete "$1" "${words[@]:1:${#words[@]}-2}" 2>/dev/null </dev/null)
            }

            _\#(tool)() {
              local IFS=$' \t\n' line=${COMP_LINE:0:COMP_POINT} words=("$1") word i j
              COMPREPLY=()
              line=${line#*"${COMP_WORDS[0]}"}
              for ((i = 1; i <= COMP_CWORD; i++)); do
                word=${COMP_WORDS[i]}
                if [[ $line == [[:space:]]* || -z $line && -z $word ]]; then
                  line=${line#"${line%%[![:space:]]*}"}
                  words+=("")
                fi
                [[ $line == "$word"* ]] || word=$line
                line=${line#"$word"}
                words[${#words[@]}-1]+=${word//[\\\"\']/}
              done

              local place=\#(tool) option= ended= count=0 value=${words[${#words[@]}-1]} prefix=
              for ((i = 1; i < ${#words[@]} - 1; i++)); do
                word=${words[i]}
                if [[ $option ]]; then
                  option=
                elif [[ $ended ]]; then
                  ((count += 1))
                else
                  case $word in
                    --) ended=1 ;;
                    --*=*) ;;
                    --*) _\#(tool)_takes "$word" && option=$word ;;
                    -?*)
                      for ((j = 1; j < ${#word}; j++)); do
                        if _\#(tool)_takes "-${word:j:1}"; then
                          ((j == ${#word} - 1)) && option=-${word:j:1}
                          break
                        fi
                      done
                      ;;
                    *) _\#(tool)_descend "$word" || ((count += 1)) ;;
                  esac
                fi
              done

              local current=$value
              if [[ -z $option && -z $ended && ( $value == --*=* || $value == -[!-]=* ) ]]; then
                option=${value%%=*}
                prefix=$option=
                value=${value#*=}
              fi
              if [[ $option ]]; then
                _\#(tool)_value
              elif [[ -z $ended && $value == -* ]]; then
                _\#(tool)_next options
              else
                _\#(tool)_next commands
                _\#(tool)_positional
              fi

              local breaks=${COMP_WORDBREAKS//[!=:]/}
              if [[ $breaks && $current == *[$breaks]* ]]; then
                prefix=${current%"${current##*[$breaks]}"}
                for i in "${!COMPREPLY[@]}"; do
                  COMPREPLY[i]=${COMPREPLY[i]#"$prefix"}
                done
              fi
            }

            complete -F _\#(tool) \#(tool)

            """#
    }
}
