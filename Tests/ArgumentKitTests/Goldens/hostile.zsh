#compdef tool
# zsh completion for tool, made by 'tool completion zsh'; changes here are lost.

_tool_next() {
  case "$place $1" in
    'tool commands') _tool_describe run 'Don'\''t' help 'Show help for a command' ;;
    'tool/help commands') _tool_describe run 'Don'\''t' ;;
    'tool options') _tool_options --name ;;
  esac
}

_tool_text() {
  case "$place $1" in
    *' --name') REPLY='.Sh It'\''s <b>|*bold*|</b> $(reboot) %s \n '\''x'\''' ;;
    *) REPLY= ;;
  esac
}

_tool_descend() {
  case "$place $1" in
    'tool run') place=tool/run ;;
    'tool help') place=tool/help ;;
    'tool/help run') place=tool/help/run ;;
    *) return 1 ;;
  esac
}

_tool_takes() {
  case "$place $1" in
    *' --name') return 0 ;;
    *) return 1 ;;
  esac
}

_tool_value() {
  case "$place $option" in
    *' --name') _tool_offer 'it'\''s' '$(reboot)' 'a b' ;;
  esac
}

_tool_positional() {
  case "$place $count" in
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
