# fish completion for tool, made by 'tool completion fish'; changes here are lost.

function __tool_descend
    switch $argv[1]
        case 'tool run'
            echo tool/run
        case 'tool help'
            echo tool/help
        case 'tool/help run'
            echo tool/help/run
    end
end

function __tool_next
    switch $argv[1]
        case 'tool commands'
            printf '%s\n' run\t'Don\'t' help\t'Show help for a command'
        case 'tool options'
            __tool_options tool --name
        case 'tool/help commands'
            printf '%s\n' run\t'Don\'t'
    end
end

function __tool_takes
    switch $argv[1]
        case '* --name'
            return 0
    end
    return 1
end

function __tool_text
    switch $argv[1]
        case '* --name'
            echo '.Sh It\'s <b>|*bold*|</b> $(reboot) %s \\n \'x\''
    end
end

function __tool_value
    switch $argv[1]
        case '* --name'
            printf '%s\n' 'it\'s' '$(reboot)' 'a b'
    end
end

function __tool_positional
    switch $argv[1]
    end
end

function __tool_is_list
    switch $argv[1]
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
