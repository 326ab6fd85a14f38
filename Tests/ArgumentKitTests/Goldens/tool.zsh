#compdef tool
# zsh completion for tool, made by 'tool completion zsh'; changes here are lost.

_tool_next() {
  case "$place $1" in
    'tool commands') _tool_describe list 'List boxes' ls 'List boxes' send 'Send files to a box' shelf 'Work with shelves' sh 'Work with shelves' version 'Show the version' help 'Show help for a command' ;;
    'tool/shelf commands') _tool_describe list 'List shelves' drop 'Drop a shelf' ;;
    'tool/help commands') _tool_describe list 'List boxes' ls 'List boxes' send 'Send files to a box' shelf 'Work with shelves' sh 'Work with shelves' version 'Show the version' exit-codes 'Exit status' ;;
    'tool/help/shelf commands') _tool_describe list 'List shelves' drop 'Drop a shelf' ;;
    'tool options') _tool_options --server -s --namespace -n --secure --no-secure -e --header -H --timeout --help -h --version ;;
    'tool/list options') _tool_options --all-namespaces -A --status --output -o --limit --verbose -v --color --no-color --server -s --namespace -n --secure --no-secure -e --header -H --timeout --help -h ;;
    'tool/send options') _tool_options --parameter -p --priority --from --again -a --server -s --namespace -n --secure --no-secure -e --header -H --timeout --help -h ;;
    'tool/shelf options') _tool_options --server -s --namespace -n --secure --no-secure -e --header -H --timeout --help -h ;;
    'tool/shelf/list options') _tool_options --output -o --server -s --namespace -n --secure --no-secure -e --header -H --timeout --help -h ;;
    'tool/shelf/drop options') _tool_options --limit --server -s --namespace -n --secure --no-secure -e --header -H --timeout --help -h ;;
    'tool/version options') _tool_options --help -h ;;
  esac
}

_tool_text() {
  case "$place $1" in
    *' --server' | *' -s') REPLY='Server address' ;;
    *' --namespace' | *' -n') REPLY='Namespace to work in' ;;
    *' --secure' | *' --no-secure' | *' -e') REPLY='Encrypt the connection' ;;
    *' --header' | *' -H') REPLY='Send another header' ;;
    *' --timeout') REPLY='Give up after this long' ;;
    *' --help' | *' -h') REPLY='Show this help' ;;
    *' --version') REPLY='Show the version' ;;
    *' --all-namespaces' | *' -A') REPLY='Look in every namespace' ;;
    *' --status') REPLY='Keep boxes in these phases' ;;
    'tool/list --output' | 'tool/list -o') REPLY='Output format' ;;
    'tool/list --limit') REPLY='Show this many' ;;
    *' --verbose' | *' -v') REPLY='Say more' ;;
    *' --color' | *' --no-color') REPLY='Use colour' ;;
    *' --parameter' | *' -p') REPLY='Set a parameter' ;;
    *' --priority') REPLY='The higher the sooner' ;;
    *' --from') REPLY='Look for files there' ;;
    *' --again' | *' -a') REPLY='Send what was sent before' ;;
    'tool/shelf/list --output' | 'tool/shelf/list -o') REPLY='Shelf'\''s own output' ;;
    'tool/shelf/drop --limit') REPLY='At most this many' ;;
    *) REPLY= ;;
  esac
}

_tool_descend() {
  case "$place $1" in
    'tool list' | 'tool ls') place=tool/list ;;
    'tool send') place=tool/send ;;
    'tool shelf' | 'tool sh') place=tool/shelf ;;
    'tool version') place=tool/version ;;
    'tool help') place=tool/help ;;
    'tool/shelf list') place=tool/shelf/list ;;
    'tool/shelf drop') place=tool/shelf/drop ;;
    'tool/help list' | 'tool/help ls') place=tool/help/list ;;
    'tool/help send') place=tool/help/send ;;
    'tool/help shelf' | 'tool/help sh') place=tool/help/shelf ;;
    'tool/help version') place=tool/help/version ;;
    'tool/help exit-codes') place=tool/help/exit-codes ;;
    'tool/help/shelf list') place=tool/help/shelf/list ;;
    'tool/help/shelf drop') place=tool/help/shelf/drop ;;
    *) return 1 ;;
  esac
}

_tool_takes() {
  case "$place $1" in
    *' --server' | *' -s' | *' --namespace' | *' -n' | *' --header' | *' -H' | *' --timeout' | *' --max-time' | *' --status' | *' --output' | *' -o' | *' --format' | *' --fmt' | *' --limit' | *' --max' | *' --parameter' | *' -p' | *' --priority' | *' --from') return 0 ;;
    *) return 1 ;;
  esac
}

_tool_value() {
  case "$place $option" in
    *' --namespace' | *' -n') _tool_dynamic namespaces ;;
    *' --secure' | *' --no-secure' | *' -e' | *' --all-namespaces' | *' -A' | *' --verbose' | *' -v' | *' --color' | *' --no-color' | *' --again' | *' -a') _tool_offer true false ;;
    *' --status') compset -P '*,'; _tool_offer Running Failed Done ;;
    'tool/list --output' | 'tool/list -o' | *' --format' | *' --fmt') _tool_offer table wide json jsonl ;;
    *' --from') _tool_directories ;;
    'tool/shelf/list --output' | 'tool/shelf/list -o') _tool_offer Running Failed Done ;;
  esac
}

_tool_positional() {
  case "$place $count" in
    'tool/send '*) _tool_files json yaml; _tool_dynamic boxes ;;
  esac
}

_tool_offer() {
  compadd -- "$@"
}

# Names and their texts in turn.
_tool_describe() {
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

_tool_options() {
  local name REPLY
  local -a pairs
  for name in "$@"; do
    _tool_text $name
    pairs+=("$name" "$REPLY")
  done
  _tool_describe "${pairs[@]}"
}

# Directories, and files with one of the extensions.
_tool_files() {
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

_tool_directories() {
  _tool_files /
}

# Asks the tool for names; it gets the words before the cursor.
_tool_dynamic() {
  local line
  local -a names labels
  for line in "${(@f)$(command tool __complete "$1" "${(@Q)words[2,CURRENT-1]}" 2>/dev/null </dev/null)}"; do
    [[ -n $line ]] || continue
    names+=("${line%%$'\t'*}")
    labels+=("${line/$'\t'/  -- }")
  done
  compadd -l -d labels -a -- names
}

_tool() {
  emulate -L zsh -o extended_glob
  local place=tool option= ended= word letter
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
        --*) _tool_takes $word && option=$word ;;
        -?*)
          for ((j = 2; j <= $#word; j++)); do
            letter=-${word[j]}
            if _tool_takes $letter; then
              ((j == $#word)) && option=$letter
              break
            fi
          done
          ;;
        *) _tool_descend $word || ((count += 1)) ;;
      esac
    fi
  done

  if [[ -z $option && -z $ended && ( $PREFIX == --*=* || $PREFIX == -[^-]=* ) ]]; then
    option=${PREFIX%%=*}
    compset -P '[^=]#='
  fi
  if [[ -n $option ]]; then
    _tool_value
  elif [[ -z $ended && $PREFIX == -* ]]; then
    _tool_next options
  else
    _tool_next commands
    _tool_positional
  fi
}

if [[ $funcstack[1] == _tool ]]; then
  _tool "$@"
else
  compdef _tool tool
fi
