# fish completion for wfctl, made by 'wfctl completion fish'; changes here are lost.

function __wfctl_descend
    switch $argv[1]
        case 'wfctl submit'
            echo wfctl/submit
        case 'wfctl lint'
            echo wfctl/lint
        case 'wfctl convert'
            echo wfctl/convert
        case 'wfctl list' 'wfctl ls'
            echo wfctl/list
        case 'wfctl get'
            echo wfctl/get
        case 'wfctl status'
            echo wfctl/status
        case 'wfctl logs'
            echo wfctl/logs
        case 'wfctl wait'
            echo wfctl/wait
        case 'wfctl watch'
            echo wfctl/watch
        case 'wfctl stop'
            echo wfctl/stop
        case 'wfctl terminate'
            echo wfctl/terminate
        case 'wfctl suspend'
            echo wfctl/suspend
        case 'wfctl resume'
            echo wfctl/resume
        case 'wfctl delete' 'wfctl rm'
            echo wfctl/delete
        case 'wfctl template' 'wfctl wftmpl'
            echo wfctl/template
        case 'wfctl cluster-template' 'wfctl cwftmpl'
            echo wfctl/cluster-template
        case 'wfctl cron' 'wfctl cronwf'
            echo wfctl/cron
        case 'wfctl context' 'wfctl contexts'
            echo wfctl/context
        case 'wfctl auth'
            echo wfctl/auth
        case 'wfctl cache'
            echo wfctl/cache
        case 'wfctl version'
            echo wfctl/version
        case 'wfctl completion'
            echo wfctl/completion
        case 'wfctl help'
            echo wfctl/help
        case 'wfctl/template create'
            echo wfctl/template/create
        case 'wfctl/template update'
            echo wfctl/template/update
        case 'wfctl/template get'
            echo wfctl/template/get
        case 'wfctl/template list' 'wfctl/template ls'
            echo wfctl/template/list
        case 'wfctl/template delete' 'wfctl/template rm'
            echo wfctl/template/delete
        case 'wfctl/cluster-template create'
            echo wfctl/cluster-template/create
        case 'wfctl/cluster-template update'
            echo wfctl/cluster-template/update
        case 'wfctl/cluster-template get'
            echo wfctl/cluster-template/get
        case 'wfctl/cluster-template list' 'wfctl/cluster-template ls'
            echo wfctl/cluster-template/list
        case 'wfctl/cluster-template delete' 'wfctl/cluster-template rm'
            echo wfctl/cluster-template/delete
        case 'wfctl/cron create'
            echo wfctl/cron/create
        case 'wfctl/cron update'
            echo wfctl/cron/update
        case 'wfctl/cron get'
            echo wfctl/cron/get
        case 'wfctl/cron list' 'wfctl/cron ls'
            echo wfctl/cron/list
        case 'wfctl/cron delete' 'wfctl/cron rm'
            echo wfctl/cron/delete
        case 'wfctl/cron suspend'
            echo wfctl/cron/suspend
        case 'wfctl/cron resume'
            echo wfctl/cron/resume
        case 'wfctl/context list' 'wfctl/context ls'
            echo wfctl/context/list
        case 'wfctl/context show'
            echo wfctl/context/show
        case 'wfctl/context use'
            echo wfctl/context/use
        case 'wfctl/context set'
            echo wfctl/context/set
        case 'wfctl/context delete' 'wfctl/context rm'
            echo wfctl/context/delete
        case 'wfctl/context rename'
            echo wfctl/context/rename
        case 'wfctl/auth token'
            echo wfctl/auth/token
        case 'wfctl/auth login'
            echo wfctl/auth/login
        case 'wfctl/auth logout'
            echo wfctl/auth/logout
        case 'wfctl/auth whoami'
            echo wfctl/auth/whoami
        case 'wfctl/cache clear'
            echo wfctl/cache/clear
        case 'wfctl/help submit'
            echo wfctl/help/submit
        case 'wfctl/help lint'
            echo wfctl/help/lint
        case 'wfctl/help convert'
            echo wfctl/help/convert
        case 'wfctl/help list' 'wfctl/help ls'
            echo wfctl/help/list
        case 'wfctl/help get'
            echo wfctl/help/get
        case 'wfctl/help status'
            echo wfctl/help/status
        case 'wfctl/help logs'
            echo wfctl/help/logs
        case 'wfctl/help wait'
            echo wfctl/help/wait
        case 'wfctl/help watch'
            echo wfctl/help/watch
        case 'wfctl/help stop'
            echo wfctl/help/stop
        case 'wfctl/help terminate'
            echo wfctl/help/terminate
        case 'wfctl/help suspend'
            echo wfctl/help/suspend
        case 'wfctl/help resume'
            echo wfctl/help/resume
        case 'wfctl/help delete' 'wfctl/help rm'
            echo wfctl/help/delete
        case 'wfctl/help template' 'wfctl/help wftmpl'
            echo wfctl/help/template
        case 'wfctl/help cluster-template' 'wfctl/help cwftmpl'
            echo wfctl/help/cluster-template
        case 'wfctl/help cron' 'wfctl/help cronwf'
            echo wfctl/help/cron
        case 'wfctl/help context' 'wfctl/help contexts'
            echo wfctl/help/context
        case 'wfctl/help auth'
            echo wfctl/help/auth
        case 'wfctl/help cache'
            echo wfctl/help/cache
        case 'wfctl/help version'
            echo wfctl/help/version
        case 'wfctl/help completion'
            echo wfctl/help/completion
        case 'wfctl/help exit-codes'
            echo wfctl/help/exit-codes
        case 'wfctl/help environment'
            echo wfctl/help/environment
        case 'wfctl/help lint-rules'
            echo wfctl/help/lint-rules
        case 'wfctl/help/template create'
            echo wfctl/help/template/create
        case 'wfctl/help/template update'
            echo wfctl/help/template/update
        case 'wfctl/help/template get'
            echo wfctl/help/template/get
        case 'wfctl/help/template list' 'wfctl/help/template ls'
            echo wfctl/help/template/list
        case 'wfctl/help/template delete' 'wfctl/help/template rm'
            echo wfctl/help/template/delete
        case 'wfctl/help/cluster-template create'
            echo wfctl/help/cluster-template/create
        case 'wfctl/help/cluster-template update'
            echo wfctl/help/cluster-template/update
        case 'wfctl/help/cluster-template get'
            echo wfctl/help/cluster-template/get
        case 'wfctl/help/cluster-template list' 'wfctl/help/cluster-template ls'
            echo wfctl/help/cluster-template/list
        case 'wfctl/help/cluster-template delete' 'wfctl/help/cluster-template rm'
            echo wfctl/help/cluster-template/delete
        case 'wfctl/help/cron create'
            echo wfctl/help/cron/create
        case 'wfctl/help/cron update'
            echo wfctl/help/cron/update
        case 'wfctl/help/cron get'
            echo wfctl/help/cron/get
        case 'wfctl/help/cron list' 'wfctl/help/cron ls'
            echo wfctl/help/cron/list
        case 'wfctl/help/cron delete' 'wfctl/help/cron rm'
            echo wfctl/help/cron/delete
        case 'wfctl/help/cron suspend'
            echo wfctl/help/cron/suspend
        case 'wfctl/help/cron resume'
            echo wfctl/help/cron/resume
        case 'wfctl/help/context list' 'wfctl/help/context ls'
            echo wfctl/help/context/list
        case 'wfctl/help/context show'
            echo wfctl/help/context/show
        case 'wfctl/help/context use'
            echo wfctl/help/context/use
        case 'wfctl/help/context set'
            echo wfctl/help/context/set
        case 'wfctl/help/context delete' 'wfctl/help/context rm'
            echo wfctl/help/context/delete
        case 'wfctl/help/context rename'
            echo wfctl/help/context/rename
        case 'wfctl/help/auth token'
            echo wfctl/help/auth/token
        case 'wfctl/help/auth login'
            echo wfctl/help/auth/login
        case 'wfctl/help/auth logout'
            echo wfctl/help/auth/logout
        case 'wfctl/help/auth whoami'
            echo wfctl/help/auth/whoami
        case 'wfctl/help/cache clear'
            echo wfctl/help/cache/clear
    end
end

function __wfctl_next
    switch $argv[1]
        case 'wfctl commands'
            printf '%s\n' submit\t'Submit workflows' lint\t'Find mistakes in manifests' convert\t'Rewrite manifests of older servers' list\t'List workflows' ls\t'List workflows' get\t'Show workflows with their steps' status\t'Print a workflow\'s phase as one word' logs\t'Print the logs of a workflow, or of some of its steps' wait\t'Wait until workflows are over' watch\t'Watch workflows until they are over' stop\t'Stop workflows; their exit handlers still run' terminate\t'Terminate workflows at once, without their exit handlers' suspend\t'Suspend workflows: nothing new starts until they are resumed' resume\t'Resume workflows that are suspended or wait at a suspend step' delete\t'Delete workflows' rm\t'Delete workflows' template\t'Work with workflow templates' wftmpl\t'Work with workflow templates' cluster-template\t'Work with cluster workflow templates' cwftmpl\t'Work with cluster workflow templates' cron\t'Work with cron workflows' cronwf\t'Work with cron workflows' context\t'Name the places where workflows live' contexts\t'Name the places where workflows live' auth\t'Work with credentials' cache\t'Work with what is kept to spare the server' version\t'Print the version' completion\t'Print a shell completion script' help\t'Explain a command, or print the whole manual'
        case 'wfctl options'
            __wfctl_options wfctl --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h --version
        case 'wfctl/submit options'
            __wfctl_options wfctl/submit --from --parameter -p --parameter-file -f --name --generate-name --entrypoint --labels -l --serviceaccount --priority --environment --wait -w --watch --log --timeout --stop-on-interrupt --dry-run --server-dry-run --strict --no-lint --output -o --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h
        case 'wfctl/lint options'
            __wfctl_options wfctl/lint --kinds --strict --ignore-missing --online --offline --explain --output -o --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h
        case 'wfctl/convert options'
            __wfctl_options wfctl/convert --output -o --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h
        case 'wfctl/list options'
            __wfctl_options wfctl/list --all-namespaces -A --status --completed --resubmitted --prefix --name-pattern --since --until --finished-after --finished-before --selector -l --field-selector --workflow --running --chunk-size --output -o --no-headers --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h
        case 'wfctl/get options'
            __wfctl_options wfctl/get --status --node-field-selector --no-utf8 --output -o --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h
        case 'wfctl/status options'
            __wfctl_options wfctl/status --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h
        case 'wfctl/logs options'
            __wfctl_options wfctl/logs --follow -f --node --failed --container -c --previous -p --since --since-time --tail --grep --selector -l --timestamps --prefix --output -o --raw --exit-status --timeout --stop-on-interrupt --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h
        case 'wfctl/wait options'
            __wfctl_options wfctl/wait --timeout --ignore-not-found --stop-on-interrupt --output -o --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h
        case 'wfctl/watch options'
            __wfctl_options wfctl/watch --status --node-field-selector --no-utf8 --output -o --full --timeout --ignore-not-found --stop-on-interrupt --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h
        case 'wfctl/stop options'
            __wfctl_options wfctl/stop --node-field-selector --message --selector -l --field-selector --dry-run --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h
        case 'wfctl/terminate options'
            __wfctl_options wfctl/terminate --selector -l --field-selector --dry-run --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h
        case 'wfctl/suspend options'
            __wfctl_options wfctl/suspend --selector -l --field-selector --dry-run --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h
        case 'wfctl/resume options'
            __wfctl_options wfctl/resume --node-field-selector --selector -l --field-selector --dry-run --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h
        case 'wfctl/delete options'
            __wfctl_options wfctl/delete --all --all-namespaces -A --status --completed --resubmitted --prefix --name-pattern --since --until --finished-after --finished-before --selector -l --field-selector --workflow --query-chunk-size --force --dry-run --yes -y --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h
        case 'wfctl/template commands'
            printf '%s\n' create\t'Create workflow templates from manifests' update\t'Replace workflow templates from manifests' get\t'Show workflow templates' list\t'List workflow templates' ls\t'List workflow templates' delete\t'Delete workflow templates' rm\t'Delete workflow templates'
        case 'wfctl/template options'
            __wfctl_options wfctl/template --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h
        case 'wfctl/template/create options'
            __wfctl_options wfctl/template/create --strict --no-lint --output -o --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h
        case 'wfctl/template/update options'
            __wfctl_options wfctl/template/update --strict --no-lint --output -o --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h
        case 'wfctl/template/get options'
            __wfctl_options wfctl/template/get --output -o --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h
        case 'wfctl/template/list options'
            __wfctl_options wfctl/template/list --all-namespaces -A --selector -l --status --priority --search --output -o --no-headers --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h
        case 'wfctl/template/delete options'
            __wfctl_options wfctl/template/delete --all --dry-run --yes -y --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h
        case 'wfctl/cluster-template commands'
            printf '%s\n' create\t'Create cluster workflow templates from manifests' update\t'Replace cluster workflow templates from manifests' get\t'Show cluster workflow templates' list\t'List cluster workflow templates' ls\t'List cluster workflow templates' delete\t'Delete cluster workflow templates' rm\t'Delete cluster workflow templates'
        case 'wfctl/cluster-template options'
            __wfctl_options wfctl/cluster-template --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h
        case 'wfctl/cluster-template/create options'
            __wfctl_options wfctl/cluster-template/create --strict --no-lint --output -o --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h
        case 'wfctl/cluster-template/update options'
            __wfctl_options wfctl/cluster-template/update --strict --no-lint --output -o --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h
        case 'wfctl/cluster-template/get options'
            __wfctl_options wfctl/cluster-template/get --output -o --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h
        case 'wfctl/cluster-template/list options'
            __wfctl_options wfctl/cluster-template/list --all-namespaces -A --selector -l --output -o --no-headers --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h
        case 'wfctl/cluster-template/delete options'
            __wfctl_options wfctl/cluster-template/delete --all --dry-run --yes -y --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h
        case 'wfctl/cron commands'
            printf '%s\n' create\t'Create cron workflows from manifests' update\t'Replace cron workflows from manifests' get\t'Show cron workflows' list\t'List cron workflows' ls\t'List cron workflows' delete\t'Delete cron workflows' rm\t'Delete cron workflows' suspend\t'Suspend cron workflows: they start no runs until they are resumed' resume\t'Let suspended cron workflows start runs again'
        case 'wfctl/cron options'
            __wfctl_options wfctl/cron --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h
        case 'wfctl/cron/create options'
            __wfctl_options wfctl/cron/create --strict --no-lint --output -o --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h
        case 'wfctl/cron/update options'
            __wfctl_options wfctl/cron/update --strict --no-lint --output -o --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h
        case 'wfctl/cron/get options'
            __wfctl_options wfctl/cron/get --output -o --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h
        case 'wfctl/cron/list options'
            __wfctl_options wfctl/cron/list --all-namespaces -A --selector -l --output -o --no-headers --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h
        case 'wfctl/cron/delete options'
            __wfctl_options wfctl/cron/delete --all --dry-run --yes -y --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h
        case 'wfctl/cron/suspend options'
            __wfctl_options wfctl/cron/suspend --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h
        case 'wfctl/cron/resume options'
            __wfctl_options wfctl/cron/resume --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h
        case 'wfctl/context commands'
            printf '%s\n' list\t'List the contexts' ls\t'List the contexts' show\t'Show which settings count, and where each was found' use\t'Choose the context for the commands to come' set\t'Make or change a context' delete\t'Remove contexts' rm\t'Remove contexts' rename\t'Give a context another name'
        case 'wfctl/context options'
            __wfctl_options wfctl/context --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h
        case 'wfctl/context/list options'
            __wfctl_options wfctl/context/list --output -o --no-headers --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h
        case 'wfctl/context/show options'
            __wfctl_options wfctl/context/show --output -o --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h
        case 'wfctl/context/use options'
            __wfctl_options wfctl/context/use --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h
        case 'wfctl/context/set options'
            __wfctl_options wfctl/context/set --unset --use --oauth-grant --oauth-client-id --oauth-token-url --oauth-device-url --oauth-client-secret-file --oauth-scope --oauth-audience --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h
        case 'wfctl/context/delete options'
            __wfctl_options wfctl/context/delete --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h
        case 'wfctl/context/rename options'
            __wfctl_options wfctl/context/rename --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h
        case 'wfctl/auth commands'
            printf '%s\n' token\t'Print the value of the header that authenticates' login\t'Log in with the OAuth client of a context' logout\t'Forget the token of an OAuth login' whoami\t'Show whom the server takes you for'
        case 'wfctl/auth options'
            __wfctl_options wfctl/auth --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h
        case 'wfctl/auth/token options'
            __wfctl_options wfctl/auth/token --legacy-kubeconfig --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h
        case 'wfctl/auth/login options'
            __wfctl_options wfctl/auth/login --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h
        case 'wfctl/auth/logout options'
            __wfctl_options wfctl/auth/logout --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h
        case 'wfctl/auth/whoami options'
            __wfctl_options wfctl/auth/whoami --output -o --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h
        case 'wfctl/cache commands'
            printf '%s\n' clear\t'Forget what is kept to spare servers'
        case 'wfctl/cache options'
            __wfctl_options wfctl/cache --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h
        case 'wfctl/cache/clear options'
            __wfctl_options wfctl/cache/clear --help -h
        case 'wfctl/version options'
            __wfctl_options wfctl/version --short --with-server --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h
        case 'wfctl/completion options'
            __wfctl_options wfctl/completion --help -h
        case 'wfctl/help commands'
            printf '%s\n' submit\t'Submit workflows' lint\t'Find mistakes in manifests' convert\t'Rewrite manifests of older servers' list\t'List workflows' ls\t'List workflows' get\t'Show workflows with their steps' status\t'Print a workflow\'s phase as one word' logs\t'Print the logs of a workflow, or of some of its steps' wait\t'Wait until workflows are over' watch\t'Watch workflows until they are over' stop\t'Stop workflows; their exit handlers still run' terminate\t'Terminate workflows at once, without their exit handlers' suspend\t'Suspend workflows: nothing new starts until they are resumed' resume\t'Resume workflows that are suspended or wait at a suspend step' delete\t'Delete workflows' rm\t'Delete workflows' template\t'Work with workflow templates' wftmpl\t'Work with workflow templates' cluster-template\t'Work with cluster workflow templates' cwftmpl\t'Work with cluster workflow templates' cron\t'Work with cron workflows' cronwf\t'Work with cron workflows' context\t'Name the places where workflows live' contexts\t'Name the places where workflows live' auth\t'Work with credentials' cache\t'Work with what is kept to spare the server' version\t'Print the version' completion\t'Print a shell completion script' exit-codes\t'Exit statuses' environment\t'Environment variables' lint-rules\t'Rules of lint'
        case 'wfctl/help options'
            __wfctl_options wfctl/help --man --markdown --help -h
        case 'wfctl/help/template commands'
            printf '%s\n' create\t'Create workflow templates from manifests' update\t'Replace workflow templates from manifests' get\t'Show workflow templates' list\t'List workflow templates' ls\t'List workflow templates' delete\t'Delete workflow templates' rm\t'Delete workflow templates'
        case 'wfctl/help/cluster-template commands'
            printf '%s\n' create\t'Create cluster workflow templates from manifests' update\t'Replace cluster workflow templates from manifests' get\t'Show cluster workflow templates' list\t'List cluster workflow templates' ls\t'List cluster workflow templates' delete\t'Delete cluster workflow templates' rm\t'Delete cluster workflow templates'
        case 'wfctl/help/cron commands'
            printf '%s\n' create\t'Create cron workflows from manifests' update\t'Replace cron workflows from manifests' get\t'Show cron workflows' list\t'List cron workflows' ls\t'List cron workflows' delete\t'Delete cron workflows' rm\t'Delete cron workflows' suspend\t'Suspend cron workflows: they start no runs until they are resumed' resume\t'Let suspended cron workflows start runs again'
        case 'wfctl/help/context commands'
            printf '%s\n' list\t'List the contexts' ls\t'List the contexts' show\t'Show which settings count, and where each was found' use\t'Choose the context for the commands to come' set\t'Make or change a context' delete\t'Remove contexts' rm\t'Remove contexts' rename\t'Give a context another name'
        case 'wfctl/help/auth commands'
            printf '%s\n' token\t'Print the value of the header that authenticates' login\t'Log in with the OAuth client of a context' logout\t'Forget the token of an OAuth login' whoami\t'Show whom the server takes you for'
        case 'wfctl/help/cache commands'
            printf '%s\n' clear\t'Forget what is kept to spare servers'
    end
end

function __wfctl_takes
    switch $argv[1]
        case '* --server' '* -s' '* --argo-server' '* --namespace' '* -n' '* --context' '* --backend' '* --argo-base-href' '* --token-file' '* --token-command' '* --token' '* --username' '* --password-file' '* --api-key-file' '* --api-key-header' '* --header' '* -H' '* --certificate-authority' '* --client-certificate' '* --client-key' '* --tls-server-name' '* --proxy-url' '* --kubeconfig' '* --kube-context' '* --cluster' '* --user' '* --as' '* --as-group' '* --as-uid' '* --request-timeout' '* --retries' '* --instanceid' '* --color' '* --from' '* --parameter' 'wfctl/submit -p' '* --parameter-file' 'wfctl/submit -f' '* --name' '* --generate-name' '* --entrypoint' '* --labels' '* -l' '* --serviceaccount' '* --priority' '* --environment' '* --timeout' '* --output' '* -o' '* --kinds' '* --status' '* --prefix' '* --name-pattern' '* --since' '* --created-after' '* --until' '* --created-before' '* --finished-after' '* --finished-before' '* --older' '* --selector' '* --field-selector' '* --workflow' '* --chunk-size' '* --node-field-selector' '* --node' '* --container' '* -c' '* --since-time' '* --tail' '* --grep' '* --message' '* --query-chunk-size' '* --search' '* --unset' '* --oauth-grant' '* --oauth-client-id' '* --oauth-token-url' '* --oauth-device-url' '* --oauth-client-secret-file' '* --oauth-scope' '* --oauth-audience'
            return 0
    end
    return 1
end

function __wfctl_text
    switch $argv[1]
        case '* --server' '* -s'
            echo 'Server, as host:port, URL or unix:///path (ARGO_SERVER)'
        case '* --namespace' '* -n'
            echo 'Namespace to work in (ARGO_NAMESPACE)'
        case '* --context'
            echo 'Context of the configuration file (WFCTL_CONTEXT)'
        case '* --no-config'
            echo 'Read no configuration file'
        case '* --local'
            echo 'Work on this machine, without a server'
        case '* --backend'
            echo 'Kind of place where workflows live (WFCTL_BACKEND)'
        case '* --argo-base-href'
            echo 'Path before /api/v1 (ARGO_BASE_HREF)'
        case '* --secure' '* --no-secure' '* -e'
            echo 'Talk TLS unless the address says otherwise (ARGO_SECURE)'
        case '* --token-file'
            echo 'File that holds the token (WFCTL_TOKEN_FILE)'
        case '* --token-stdin'
            echo 'Read the token from standard input'
        case '* --token-command'
            echo 'Shell command that prints the token (WFCTL_TOKEN_COMMAND)'
        case '* --token'
            echo 'The token itself (ARGO_TOKEN); other users of the machine can see it here'
        case '* --username'
            echo 'User name for basic authentication, its password in WFCTL_PASSWORD or --password-file'
        case '* --password-file'
            echo 'File that holds the password'
        case '* --api-key-file'
            echo 'File that holds an API key; WFCTL_API_KEY holds one itself'
        case '* --api-key-header'
            echo 'Header that carries the API key, X-API-Key if not given'
        case '* --service-account' '* --no-service-account'
            echo 'Use the token that Kubernetes gives to a pod'
        case '* --header' '* -H'
            echo 'Header to send along'
        case '* --insecure-skip-verify' '* --no-insecure-skip-verify' '* -k'
            echo 'Accept any certificate (ARGO_INSECURE_SKIP_VERIFY)'
        case '* --certificate-authority'
            echo 'Certificates to trust instead of the system\'s (ARGO_CERTIFICATE_AUTHORITY)'
        case '* --client-certificate'
            echo 'Certificate that proves who asks'
        case '* --client-key'
            echo 'Key of that certificate'
        case '* --tls-server-name'
            echo 'Name in the server\'s certificate, where it is not the address\'s'
        case '* --proxy-url'
            echo 'Proxy for every connection, in place of http_proxy and https_proxy'
        case '* --kubeconfig'
            echo 'Kubernetes configuration file, in place of KUBECONFIG'
        case '* --kube-context'
            echo 'Context of the kubeconfig'
        case '* --cluster'
            echo 'Cluster of the kubeconfig'
        case '* --user'
            echo 'User of the kubeconfig'
        case '* --as'
            echo 'User to act as, in Kubernetes'
        case '* --as-group'
            echo 'Group to act as a member of'
        case '* --as-uid'
            echo 'UID to act with'
        case '* --request-timeout'
            echo 'How long an answer may take, retries included, 30s if not given; 0 waits for ever. A submission whose answer is lost may take ten seconds more, to be looked for'
        case '* --retries'
            echo 'Further tries of a request that may yet succeed, 5 if not given'
        case '* --no-retry'
            echo 'Try every request once; a watch or a followed log that breaks off is not taken up again'
        case '* --verbose' '* -v'
            echo 'Say every request and retry on standard error, credentials masked'
        case '* --color'
            echo 'When to use colour'
        case '* --no-color'
            echo 'The same as --color never'
        case '* --help' '* -h'
            echo 'Show this help'
        case '* --version'
            echo 'Show the version'
        case '* --from'
            echo 'Start a stored workflowtemplate, clusterworkflowtemplate, cronworkflow or, on a dashboard, workflow'
        case '* --parameter' 'wfctl/submit -p'
            echo 'Set a parameter; a dashboard takes numbers, true, false and JSON as such'
        case '* --parameter-file' 'wfctl/submit -f'
            echo 'Set parameters from a mapping in YAML or JSON'
        case '* --name'
            echo 'Name of the workflow'
        case '* --generate-name'
            echo 'Start of a generated name'
        case '* --entrypoint'
            echo 'Template to start with'
        case '* --labels' 'wfctl/submit -l'
            echo 'Labels to add'
        case '* --serviceaccount'
            echo 'Service account of the pods'
        case 'wfctl/submit --priority'
            echo 'Priority of the workflow'
        case '* --environment'
            echo 'On a Nightcrawler dashboard: what to run in'
        case '* --wait' '* -w'
            echo 'Wait until the workflows are over'
        case '* --watch'
            echo 'Show the workflows and their steps until they are over'
        case '* --log'
            echo 'Follow the workflows\' logs until they are over'
        case 'wfctl/submit --timeout'
            echo 'With --wait, --watch or --log: give up after this time, with exit status 124'
        case 'wfctl/submit --stop-on-interrupt'
            echo 'With --wait, --watch or --log: Ctrl-C stops the workflows too'
        case 'wfctl/submit --dry-run'
            echo 'Print what would be submitted and submit nothing'
        case '* --server-dry-run'
            echo 'Let the server check and complete the workflow, and keep nothing'
        case 'wfctl/submit --strict' 'wfctl/template/create --strict' 'wfctl/template/update --strict' 'wfctl/cluster-template/create --strict' 'wfctl/cluster-template/update --strict' 'wfctl/cron/create --strict' 'wfctl/cron/update --strict'
            echo 'Duplicate keys in manifests are errors'
        case '* --no-lint'
            echo 'Send the manifests without looking for mistakes in them'
        case 'wfctl/submit --output' 'wfctl/submit -o' 'wfctl/lint --output' 'wfctl/lint -o' 'wfctl/convert --output' 'wfctl/convert -o' 'wfctl/list --output' 'wfctl/list -o' 'wfctl/get --output' 'wfctl/get -o' 'wfctl/template/create --output' 'wfctl/template/create -o' 'wfctl/template/update --output' 'wfctl/template/update -o' 'wfctl/template/get --output' 'wfctl/template/get -o' 'wfctl/template/list --output' 'wfctl/template/list -o' 'wfctl/cluster-template/create --output' 'wfctl/cluster-template/create -o' 'wfctl/cluster-template/update --output' 'wfctl/cluster-template/update -o' 'wfctl/cluster-template/get --output' 'wfctl/cluster-template/get -o' 'wfctl/cluster-template/list --output' 'wfctl/cluster-template/list -o' 'wfctl/cron/create --output' 'wfctl/cron/create -o' 'wfctl/cron/update --output' 'wfctl/cron/update -o' 'wfctl/cron/get --output' 'wfctl/cron/get -o' 'wfctl/cron/list --output' 'wfctl/cron/list -o' 'wfctl/context/list --output' 'wfctl/context/list -o' 'wfctl/context/show --output' 'wfctl/context/show -o' 'wfctl/auth/whoami --output' 'wfctl/auth/whoami -o'
            echo 'Output format'
        case '* --kinds'
            echo 'Kinds to tell about; others are there to be referred to'
        case 'wfctl/lint --strict'
            echo 'Warnings are errors'
        case '* --ignore-missing'
            echo 'Templates that are in none of the files are taken to exist on the server'
        case '* --online'
            echo 'Ask the server about manifests that have no error here'
        case '* --offline'
            echo 'Ask no server, which is the default; --offline=false asks'
        case '* --explain'
            echo 'List what could stand in the place of an unknown word'
        case 'wfctl/list --all-namespaces' 'wfctl/list -A' 'wfctl/template/list --all-namespaces' 'wfctl/template/list -A' 'wfctl/cluster-template/list --all-namespaces' 'wfctl/cluster-template/list -A' 'wfctl/cron/list --all-namespaces' 'wfctl/cron/list -A'
            echo 'Look in every namespace'
        case 'wfctl/list --status' 'wfctl/delete --status'
            echo 'Workflows in these phases'
        case '* --completed'
            echo 'Workflows that have finished'
        case '* --resubmitted'
            echo 'Workflows made by resubmitting another'
        case 'wfctl/list --prefix' 'wfctl/delete --prefix'
            echo 'Workflows whose names start so'
        case '* --name-pattern'
            echo 'Workflows with this in their names; with * or ? it is the whole name'
        case 'wfctl/list --since' 'wfctl/delete --since'
            echo 'Workflows created within this time, or after it (--created-after)'
        case '* --until'
            echo 'Workflows created longer ago, or before that time (--created-before)'
        case '* --finished-after'
            echo 'Workflows finished within this time, or after it'
        case '* --finished-before'
            echo 'Workflows finished longer ago, or before that time (--older)'
        case 'wfctl/list --selector' 'wfctl/list -l' 'wfctl/delete --selector' 'wfctl/delete -l' 'wfctl/template/list --selector' 'wfctl/template/list -l' 'wfctl/cluster-template/list --selector' 'wfctl/cluster-template/list -l' 'wfctl/cron/list --selector' 'wfctl/cron/list -l'
            echo 'Label selector'
        case 'wfctl/list --field-selector' 'wfctl/delete --field-selector'
            echo 'Field selector, as the server takes it'
        case '* --workflow'
            echo 'On a Nightcrawler dashboard: executions of this workflow alone'
        case '* --running'
            echo 'Workflows that have not finished'
        case '* --chunk-size'
            echo 'Workflows per request; 0 asks for all at once'
        case '* --no-headers'
            echo 'Leave the header row out'
        case 'wfctl/get --status' 'wfctl/watch --status'
            echo 'Keep steps in this phase'
        case 'wfctl/get --node-field-selector' 'wfctl/watch --node-field-selector'
            echo 'Keep steps whose fields match, such as displayName=build'
        case '* --no-utf8'
            echo 'Draw the tree with ASCII characters'
        case '* --follow' 'wfctl/logs -f'
            echo 'Go on until the workflow is over'
        case '* --node'
            echo 'Steps to read, each named as <step> is'
        case '* --failed'
            echo 'Only steps that have failed; with --follow, each step\'s log once it has'
        case '* --container' '* -c'
            echo 'Container to read, or all'
        case '* --previous' 'wfctl/logs -p'
            echo 'The instance before the last restart'
        case 'wfctl/logs --since'
            echo 'Lines written within this time'
        case '* --since-time'
            echo 'Lines written after this RFC 3339 time'
        case '* --tail'
            echo 'Lines from the end of each pod\'s log; -1 for all'
        case '* --grep'
            echo 'Lines that match a regular expression, in the syntax of RE2'
        case 'wfctl/logs --selector' 'wfctl/logs -l'
            echo 'Label selector for pods'
        case '* --timestamps'
            echo 'Start each line with its time'
        case 'wfctl/logs --prefix'
            echo 'When to start lines with the pod\'s name'
        case 'wfctl/logs --output' 'wfctl/logs -o'
            echo 'Lines as they are, or each as an object'
        case '* --raw'
            echo 'Pass control characters to the terminal'
        case '* --exit-status'
            echo 'With --follow: end with the run\'s own status, 0 or 3'
        case 'wfctl/logs --timeout' 'wfctl/wait --timeout' 'wfctl/watch --timeout'
            echo 'Give up after this time, with exit status 124'
        case 'wfctl/logs --stop-on-interrupt'
            echo 'Ctrl-C stops the workflow too'
        case '* --ignore-not-found'
            echo 'A workflow that does not exist counts as over'
        case 'wfctl/wait --stop-on-interrupt' 'wfctl/watch --stop-on-interrupt'
            echo 'Ctrl-C stops the workflows too'
        case 'wfctl/wait --output' 'wfctl/wait -o'
            echo 'What to print of each workflow that is over'
        case 'wfctl/watch --output' 'wfctl/watch -o'
            echo 'Output format; jsonl and yaml have each state as an event'
        case '* --full'
            echo 'Use the whole screen of a terminal while watching'
        case 'wfctl/stop --node-field-selector'
            echo 'Fail the waiting suspend steps that match, such as displayName=approve'
        case '* --message'
            echo 'Why, with --node-field-selector'
        case 'wfctl/stop --selector' 'wfctl/stop -l' 'wfctl/terminate --selector' 'wfctl/terminate -l' 'wfctl/suspend --selector' 'wfctl/suspend -l' 'wfctl/resume --selector' 'wfctl/resume -l'
            echo 'Runs that go on and whose labels match'
        case 'wfctl/stop --field-selector' 'wfctl/terminate --field-selector' 'wfctl/suspend --field-selector' 'wfctl/resume --field-selector'
            echo 'Runs that go on and whose fields match'
        case 'wfctl/stop --dry-run' 'wfctl/terminate --dry-run' 'wfctl/suspend --dry-run' 'wfctl/resume --dry-run'
            echo 'Say what would be done and do nothing'
        case 'wfctl/resume --node-field-selector'
            echo 'Resume only the waiting suspend steps that match, such as displayName=approve'
        case 'wfctl/delete --all'
            echo 'Delete every workflow of the namespace'
        case 'wfctl/delete --all-namespaces' 'wfctl/delete -A'
            echo 'Apply the filters in every namespace; is no filter itself'
        case '* --query-chunk-size'
            echo 'Workflows per list request; 0 asks for all at once'
        case '* --force'
            echo 'Drop finalizers that keep a workflow from going'
        case 'wfctl/delete --dry-run' 'wfctl/template/delete --dry-run' 'wfctl/cluster-template/delete --dry-run' 'wfctl/cron/delete --dry-run'
            echo 'Print what would be deleted and delete nothing'
        case '* --yes' '* -y'
            echo 'Do not ask'
        case 'wfctl/template/list --status'
            echo 'On a Nightcrawler dashboard: workflows that are so'
        case 'wfctl/template/list --priority'
            echo 'On a Nightcrawler dashboard: workflows of this priority'
        case '* --search'
            echo 'On a Nightcrawler dashboard: workflows with this in their name or description'
        case 'wfctl/template/delete --all' 'wfctl/cron/delete --all'
            echo 'Delete all of the namespace'
        case 'wfctl/cluster-template/delete --all'
            echo 'Delete all of the cluster'
        case '* --unset'
            echo 'Setting to remove, such as namespace; may be repeated'
        case '* --use'
            echo 'Use it from now on'
        case '* --oauth-grant'
            echo 'How tokens are had'
        case '* --oauth-client-id'
            echo 'The client\'s id'
        case '* --oauth-token-url'
            echo 'Where tokens are given out'
        case '* --oauth-device-url'
            echo 'Where a device login begins'
        case '* --oauth-client-secret-file'
            echo 'File that holds the client\'s secret'
        case '* --oauth-scope'
            echo 'Scope to ask for; may be repeated'
        case '* --oauth-audience'
            echo 'Whom the tokens are for'
        case '* --legacy-kubeconfig'
            echo 'Print the kubeconfig in base64, as Argo Servers of version 2 took it'
        case '* --short'
            echo 'Print the number alone'
        case '* --with-server'
            echo 'Ask the server for its version too'
        case '* --man'
            echo 'Print the manual page, in mdoc'
        case '* --markdown'
            echo 'Print the reference in Markdown'
    end
end

function __wfctl_value
    switch $argv[1]
        case '* --namespace' '* -n'
            command wfctl __complete 'namespaces' $argv[3..] 2>/dev/null </dev/null
        case '* --context'
            command wfctl __complete 'contexts' $argv[3..] 2>/dev/null </dev/null
        case '* --no-config' '* --local' '* --secure' '* --no-secure' '* -e' '* --token-stdin' '* --service-account' '* --no-service-account' '* --insecure-skip-verify' '* --no-insecure-skip-verify' '* -k' '* --insecure-skip-tls-verify' '* --no-retry' '* --verbose' '* -v' '* --no-color' '* --wait' '* -w' '* --watch' '* --log' '* --stop-on-interrupt' '* --dry-run' '* --server-dry-run' '* --strict' '* --no-lint' '* --ignore-missing' '* --online' '* --offline' '* --explain' '* --all-namespaces' '* -A' '* --completed' '* --resubmitted' '* --running' '* --no-headers' '* --no-utf8' '* --follow' 'wfctl/logs -f' '* --failed' '* --previous' '* -p' '* --timestamps' '* --raw' '* --exit-status' '* --ignore-not-found' '* --full' '* --all' '* --force' '* --yes' '* -y' '* --use' '* --legacy-kubeconfig' '* --short' '* --with-server' '* --man' '* --markdown'
            printf '%s\n' 'true' 'false'
        case '* --backend'
            printf '%s\n' 'argo' 'kubernetes' 'nightcrawler' 'local'
        case '* --token-file' '* --password-file' '* --api-key-file' '* --kubeconfig' '* --oauth-client-secret-file'
            __wfctl_files $argv[2]
        case '* --certificate-authority' '* --client-certificate'
            __wfctl_files $argv[2] 'pem' 'crt'
        case '* --client-key'
            __wfctl_files $argv[2] 'pem' 'key'
        case '* --color' '* --prefix'
            printf '%s\n' 'auto' 'always' 'never'
        case '* --from'
            command wfctl __complete 'sources' $argv[3..] 2>/dev/null </dev/null
        case '* --parameter-file' 'wfctl/submit -f'
            __wfctl_files $argv[2] 'yaml' 'yml' 'json'
        case 'wfctl/submit --output' 'wfctl/submit -o' 'wfctl/get --output' 'wfctl/get -o'
            printf '%s\n' 'table' 'wide' 'short' 'name' 'json' 'jsonl' 'yaml'
        case '* --kinds'
            printf '%s\n' 'all' 'workflows' 'workflowtemplates' 'cronworkflows' 'clusterworkflowtemplates' 'wf' 'wftmpl' 'cronwf' 'cwftmpl'
        case 'wfctl/lint --output' 'wfctl/lint -o'
            printf '%s\n' 'pretty' 'simple' 'json' 'yaml' 'github'
        case 'wfctl/convert --output' 'wfctl/convert -o'
            printf '%s\n' 'yaml' 'json'
        case 'wfctl/list --status' 'wfctl/delete --status'
            printf '%s\n' 'Pending' 'Running' 'Succeeded' 'Failed' 'Error'
        case '* --workflow'
            command wfctl __complete 'templates' $argv[3..] 2>/dev/null </dev/null
        case 'wfctl/list --output' 'wfctl/list -o' 'wfctl/template/list --output' 'wfctl/template/list -o' 'wfctl/cluster-template/list --output' 'wfctl/cluster-template/list -o' 'wfctl/cron/list --output' 'wfctl/cron/list -o'
            printf '%s\n' 'table' 'wide' 'name' 'json' 'jsonl' 'yaml'
        case 'wfctl/get --status' 'wfctl/watch --status'
            printf '%s\n' 'Pending' 'Running' 'Succeeded' 'Skipped' 'Failed' 'Error' 'Omitted'
        case 'wfctl/logs --output' 'wfctl/logs -o'
            printf '%s\n' 'text' 'jsonl' 'yaml'
        case 'wfctl/wait --output' 'wfctl/wait -o' 'wfctl/template/create --output' 'wfctl/template/create -o' 'wfctl/template/update --output' 'wfctl/template/update -o' 'wfctl/template/get --output' 'wfctl/template/get -o' 'wfctl/cluster-template/create --output' 'wfctl/cluster-template/create -o' 'wfctl/cluster-template/update --output' 'wfctl/cluster-template/update -o' 'wfctl/cluster-template/get --output' 'wfctl/cluster-template/get -o' 'wfctl/cron/create --output' 'wfctl/cron/create -o' 'wfctl/cron/update --output' 'wfctl/cron/update -o' 'wfctl/cron/get --output' 'wfctl/cron/get -o' 'wfctl/context/list --output' 'wfctl/context/list -o'
            printf '%s\n' 'table' 'name' 'json' 'jsonl' 'yaml'
        case 'wfctl/watch --output' 'wfctl/watch -o'
            printf '%s\n' 'table' 'wide' 'short' 'jsonl' 'yaml'
        case 'wfctl/template/list --status'
            printf '%s\n' 'active' 'inactive'
        case '* --priority'
            printf '%s\n' 'low' 'medium' 'high' 'critical'
        case 'wfctl/context/show --output' 'wfctl/context/show -o' 'wfctl/auth/whoami --output' 'wfctl/auth/whoami -o'
            printf '%s\n' 'table' 'json' 'jsonl' 'yaml'
        case '* --oauth-grant'
            printf '%s\n' 'client-credentials' 'device'
    end
end

function __wfctl_positional
    switch $argv[1]
        case 'wfctl/submit *'
            __wfctl_files $argv[2] 'yaml' 'yml' 'json'
        case 'wfctl/lint *'
            __wfctl_files $argv[2] 'yaml' 'yml' 'json'
        case 'wfctl/convert *'
            __wfctl_files $argv[2] 'yaml' 'yml' 'json'
        case 'wfctl/get *'
            command wfctl __complete 'workflows' $argv[3..] 2>/dev/null </dev/null
        case 'wfctl/status 0'
            command wfctl __complete 'workflows' $argv[3..] 2>/dev/null </dev/null
        case 'wfctl/logs 0'
            command wfctl __complete 'workflows' $argv[3..] 2>/dev/null </dev/null
        case 'wfctl/wait *'
            command wfctl __complete 'workflows' $argv[3..] 2>/dev/null </dev/null
        case 'wfctl/watch *'
            command wfctl __complete 'workflows' $argv[3..] 2>/dev/null </dev/null
        case 'wfctl/stop *'
            command wfctl __complete 'workflows' $argv[3..] 2>/dev/null </dev/null
        case 'wfctl/terminate *'
            command wfctl __complete 'workflows' $argv[3..] 2>/dev/null </dev/null
        case 'wfctl/suspend *'
            command wfctl __complete 'workflows' $argv[3..] 2>/dev/null </dev/null
        case 'wfctl/resume *'
            command wfctl __complete 'workflows' $argv[3..] 2>/dev/null </dev/null
        case 'wfctl/delete *'
            command wfctl __complete 'workflows' $argv[3..] 2>/dev/null </dev/null
        case 'wfctl/template/create *'
            __wfctl_files $argv[2] 'yaml' 'yml' 'json'
        case 'wfctl/template/update *'
            __wfctl_files $argv[2] 'yaml' 'yml' 'json'
        case 'wfctl/template/get *'
            command wfctl __complete 'templates' $argv[3..] 2>/dev/null </dev/null
        case 'wfctl/template/delete *'
            command wfctl __complete 'templates' $argv[3..] 2>/dev/null </dev/null
        case 'wfctl/cluster-template/create *'
            __wfctl_files $argv[2] 'yaml' 'yml' 'json'
        case 'wfctl/cluster-template/update *'
            __wfctl_files $argv[2] 'yaml' 'yml' 'json'
        case 'wfctl/cluster-template/get *'
            command wfctl __complete 'cluster-templates' $argv[3..] 2>/dev/null </dev/null
        case 'wfctl/cluster-template/delete *'
            command wfctl __complete 'cluster-templates' $argv[3..] 2>/dev/null </dev/null
        case 'wfctl/cron/create *'
            __wfctl_files $argv[2] 'yaml' 'yml' 'json'
        case 'wfctl/cron/update *'
            __wfctl_files $argv[2] 'yaml' 'yml' 'json'
        case 'wfctl/cron/get *'
            command wfctl __complete 'cron-workflows' $argv[3..] 2>/dev/null </dev/null
        case 'wfctl/cron/delete *'
            command wfctl __complete 'cron-workflows' $argv[3..] 2>/dev/null </dev/null
        case 'wfctl/cron/suspend *'
            command wfctl __complete 'cron-workflows' $argv[3..] 2>/dev/null </dev/null
        case 'wfctl/cron/resume *'
            command wfctl __complete 'cron-workflows' $argv[3..] 2>/dev/null </dev/null
        case 'wfctl/context/show 0'
            command wfctl __complete 'contexts' $argv[3..] 2>/dev/null </dev/null
        case 'wfctl/context/use 0'
            command wfctl __complete 'contexts' $argv[3..] 2>/dev/null </dev/null
        case 'wfctl/context/set 0'
            command wfctl __complete 'contexts' $argv[3..] 2>/dev/null </dev/null
        case 'wfctl/context/delete *'
            command wfctl __complete 'contexts' $argv[3..] 2>/dev/null </dev/null
        case 'wfctl/context/rename 0'
            command wfctl __complete 'contexts' $argv[3..] 2>/dev/null </dev/null
        case 'wfctl/completion 0'
            printf '%s\n' 'bash' 'zsh' 'fish'
    end
end

function __wfctl_is_list
    switch $argv[1]
        case '* --kinds' 'wfctl/list --status' 'wfctl/delete --status'
            return 0
    end
    return 1
end

function __wfctl_options
    for name in $argv[2..]
        printf '%s\t%s\n' $name (__wfctl_text "$argv[1] $name")
    end
end

# Directories, and files with one of the extensions. Completing an argument of '' yields paths.
function __wfctl_files
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

function __wfctl_complete
    set -l words (commandline -opc)[2..]
    set -l value (commandline -ct)
    set -l place wfctl
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
                __wfctl_takes "$place $word"; and set option $word
            case '-?*'
                set -l letters (string split '' -- $word)[2..]
                while set -q letters[1]
                    set -l letter $letters[1]
                    set -e letters[1]
                    if __wfctl_takes "$place -$letter"
                        set -q letters[1]; or set option -$letter
                        break
                    end
                end
            case '*'
                set -l next (__wfctl_descend "$place $word")
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
        if __wfctl_is_list "$place $option"
            set prefix $prefix(string replace -r '[^,]*$' '' -- $value)
            set value (string replace -r '.*,' '' -- $value)
        end
        for line in (__wfctl_value "$place $option" "$value" $words)
            printf '%s\n' $prefix$line
        end
    else if test -z "$ended"; and string match -q -- '-*' $value
        __wfctl_next "$place options"
    else
        __wfctl_next "$place commands"
        __wfctl_positional "$place $count" "$value" $words
    end
end

complete -c wfctl -f -a '(__wfctl_complete)'
