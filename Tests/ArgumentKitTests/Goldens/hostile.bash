# bash completion for tool, made by 'tool completion bash'; changes here are lost.

_tool_next() {
  case "$place $1" in
    'tool commands') _tool_offer run help ;;
    'tool/help commands') _tool_offer run ;;
    'tool options') _tool_offer --name ;;
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

# Keeps those of its arguments that begin as the word does.
_tool_offer() {
  local candidate
  for candidate; do
    [[ $candidate == "$value"* ]] && COMPREPLY+=("$prefix$candidate")
  done
}

# In a comma list only the last item is completed.
_tool_list() {
  prefix+=${value%"${value##*,}"}
  value=${value##*,}
}

# Directories, and files with one of the extensions.
_tool_files() {
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

_tool_directories() {
  local file
  compopt -o filenames 2>/dev/null
  while IFS= read -r file; do
    COMPREPLY+=("$prefix$file")
  done < <(compgen -d -- "$value" 2>/dev/null)
}

# Asks the tool for names; it gets the words before the cursor. Bash does not quote what it puts on the
# line, so a name that means something to it is passed over.
_tool_dynamic() {
  local line
  while IFS= read -r line; do
    line=${line%%$'\t'*}
    [[ $line == *[^[:alnum:]._/@:+%,=-]* ]] || _tool_offer "$line"
  done < <(command tool __complete "$1" "${words[@]:1:${#words[@]}-2}" 2>/dev/null </dev/null)
}

_tool() {
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

  local place=tool option= ended= count=0 value=${words[${#words[@]}-1]} prefix=
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
        --*) _tool_takes "$word" && option=$word ;;
        -?*)
          for ((j = 1; j < ${#word}; j++)); do
            if _tool_takes "-${word:j:1}"; then
              ((j == ${#word} - 1)) && option=-${word:j:1}
              break
            fi
          done
          ;;
        *) _tool_descend "$word" || ((count += 1)) ;;
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
    _tool_value
  elif [[ -z $ended && $value == -* ]]; then
    _tool_next options
  else
    _tool_next commands
    _tool_positional
  fi

  local breaks=${COMP_WORDBREAKS//[!=:]/}
  if [[ $breaks && $current == *[$breaks]* ]]; then
    prefix=${current%"${current##*[$breaks]}"}
    for i in "${!COMPREPLY[@]}"; do
      COMPREPLY[i]=${COMPREPLY[i]#"$prefix"}
    done
  fi
}

complete -F _tool tool
