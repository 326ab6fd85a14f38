# fish completion for tool, made by 'tool completion fish'; changes here are lost.

function __tool_descend
    switch $argv[1]
        case 'tool list' 'tool ls'
            echo tool/list
        case 'tool send'
            echo tool/send
        case 'tool shelf' 'tool sh'
            echo tool/shelf
        case 'tool version'
            echo tool/version
        case 'tool help'
            echo tool/help
        case 'tool/shelf list'
            echo tool/shelf/list
        case 'tool/shelf drop'
            echo tool/shelf/drop
        case 'tool/help list' 'tool/help ls'
            echo tool/help/list
        case 'tool/help send'
            echo tool/help/send
        case 'tool/help shelf' 'tool/help sh'
            echo tool/help/shelf
        case 'tool/help version'
            echo tool/help/version
        case 'tool/help exit-codes'
            echo tool/help/exit-codes
        case 'tool/help/shelf list'
            echo tool/help/shelf/list
        case 'tool/help/shelf drop'
            echo tool/help/shelf/drop
    end
end

function __tool_next
    switch $argv[1]
        case 'tool commands'
            printf '%s\n' list\t'List boxes' ls\t'List boxes' send\t'Send files to a box' shelf\t'Work with shelves' sh\t'Work with shelves' version\t'Show the version' help\t'Show help for a command'
        case 'tool options'
            __tool_options tool --server -s --namespace -n --secure --no-secure -e --header -H --timeout --help -h --version
        case 'tool/list options'
            __tool_options tool/list --all-namespaces -A --status --output -o --limit --verbose -v --color --no-color --server -s --namespace -n --secure --no-secure -e --header -H --timeout --help -h
        case 'tool/send options'
            __tool_options tool/send --parameter -p --priority --from --again -a --server -s --namespace -n --secure --no-secure -e --header -H --timeout --help -h
        case 'tool/shelf commands'
            printf '%s\n' list\t'List shelves' drop\t'Drop a shelf'
        case 'tool/shelf options'
            __tool_options tool/shelf --server -s --namespace -n --secure --no-secure -e --header -H --timeout --help -h
        case 'tool/shelf/list options'
            __tool_options tool/shelf/list --output -o --server -s --namespace -n --secure --no-secure -e --header -H --timeout --help -h
        case 'tool/shelf/drop options'
            __tool_options tool/shelf/drop --limit --server -s --namespace -n --secure --no-secure -e --header -H --timeout --help -h
        case 'tool/version options'
            __tool_options tool/version --help -h
        case 'tool/help commands'
            printf '%s\n' list\t'List boxes' ls\t'List boxes' send\t'Send files to a box' shelf\t'Work with shelves' sh\t'Work with shelves' version\t'Show the version' exit-codes\t'Exit status'
        case 'tool/help/shelf commands'
            printf '%s\n' list\t'List shelves' drop\t'Drop a shelf'
    end
end

function __tool_takes
    switch $argv[1]
        case '* --server' '* -s' '* --namespace' '* -n' '* --header' '* -H' '* --timeout' '* --max-time' '* --status' '* --output' '* -o' '* --format' '* --fmt' '* --limit' '* --max' '* --parameter' '* -p' '* --priority' '* --from'
            return 0
    end
    return 1
end

function __tool_text
    switch $argv[1]
        case '* --server' '* -s'
            echo 'Server address'
        case '* --namespace' '* -n'
            echo 'Namespace to work in'
        case '* --secure' '* --no-secure' '* -e'
            echo 'Encrypt the connection'
        case '* --header' '* -H'
            echo 'Send another header'
        case '* --timeout'
            echo 'Give up after this long'
        case '* --help' '* -h'
            echo 'Show this help'
        case '* --version'
            echo 'Show the version'
        case '* --all-namespaces' '* -A'
            echo 'Look in every namespace'
        case '* --status'
            echo 'Keep boxes in these phases'
        case 'tool/list --output' 'tool/list -o'
            echo 'Output format'
        case 'tool/list --limit'
            echo 'Show this many'
        case '* --verbose' '* -v'
            echo 'Say more'
        case '* --color' '* --no-color'
            echo 'Use colour'
        case '* --parameter' '* -p'
            echo 'Set a parameter'
        case '* --priority'
            echo 'The higher the sooner'
        case '* --from'
            echo 'Look for files there'
        case '* --again' '* -a'
            echo 'Send what was sent before'
        case 'tool/shelf/list --output' 'tool/shelf/list -o'
            echo 'Shelf\'s own output'
        case 'tool/shelf/drop --limit'
            echo 'At most this many'
    end
end

function __tool_value
    switch $argv[1]
        case '* --namespace' '* -n'
            command tool __complete 'namespaces' $argv[3..] 2>/dev/null </dev/null
        case '* --secure' '* --no-secure' '* -e' '* --all-namespaces' '* -A' '* --verbose' '* -v' '* --color' '* --no-color' '* --again' '* -a'
            printf '%s\n' 'true' 'false'
        case '* --status'
            printf '%s\n' 'Running' 'Failed' 'Done'
        case 'tool/list --output' 'tool/list -o' '* --format' '* --fmt'
            printf '%s\n' 'table' 'wide' 'json' 'jsonl'
        case '* --from'
            __tool_files $argv[2] /
        case 'tool/shelf/list --output' 'tool/shelf/list -o'
            printf '%s\n' 'Running' 'Failed' 'Done'
    end
end

function __tool_positional
    switch $argv[1]
        case 'tool/send *'
            __tool_files $argv[2] 'json' 'yaml'
            command tool __complete 'boxes' $argv[3..] 2>/dev/null </dev/null
    end
end

function __tool_is_list
    switch $argv[1]
        case '* --status'
            return 0
    end
    return 1
end

function __tool_options
    for name in $argv[2..]
        printf '%s\t%s\n' $name (__tool_text "$argv[1] $name")
    end
end

# Directories, and files with one of the extensions. Completing an argument of '' yields paths.
function __tool_files
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

function __tool_complete
    set -l words (commandline -opc)[2..]
    set -l value (commandline -ct)
    set -l place tool
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
                __tool_takes "$place $word"; and set option $word
            case '-?*'
                set -l letters (string split '' -- $word)[2..]
                while set -q letters[1]
                    set -l letter $letters[1]
                    set -e letters[1]
                    if __tool_takes "$place -$letter"
                        set -q letters[1]; or set option -$letter
                        break
                    end
                end
            case '*'
                set -l next (__tool_descend "$place $word")
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
        if __tool_is_list "$place $option"
            set prefix $prefix(string replace -r '[^,]*$' '' -- $value)
            set value (string replace -r '.*,' '' -- $value)
        end
        for line in (__tool_value "$place $option" "$value" $words)
            printf '%s\n' $prefix$line
        end
    else if test -z "$ended"; and string match -q -- '-*' $value
        __tool_next "$place options"
    else
        __tool_next "$place commands"
        __tool_positional "$place $count" "$value" $words
    end
end

complete -c tool -f -a '(__tool_complete)'
