# bash completion for wfctl, made by 'wfctl completion bash'; changes here are lost.

_wfctl_next() {
  case "$place $1" in
    'wfctl commands') _wfctl_offer submit lint convert list ls get status logs wait watch stop terminate suspend resume delete rm template wftmpl cluster-template cwftmpl cron cronwf context contexts auth cache version completion help ;;
    'wfctl/template commands') _wfctl_offer create update get list ls delete rm ;;
    'wfctl/cluster-template commands') _wfctl_offer create update get list ls delete rm ;;
    'wfctl/cron commands') _wfctl_offer create update get list ls delete rm suspend resume ;;
    'wfctl/context commands') _wfctl_offer list ls show use set delete rm rename ;;
    'wfctl/auth commands') _wfctl_offer token login logout whoami ;;
    'wfctl/cache commands') _wfctl_offer clear ;;
    'wfctl/help commands') _wfctl_offer submit lint convert list ls get status logs wait watch stop terminate suspend resume delete rm template wftmpl cluster-template cwftmpl cron cronwf context contexts auth cache version completion exit-codes environment lint-rules ;;
    'wfctl/help/template commands') _wfctl_offer create update get list ls delete rm ;;
    'wfctl/help/cluster-template commands') _wfctl_offer create update get list ls delete rm ;;
    'wfctl/help/cron commands') _wfctl_offer create update get list ls delete rm suspend resume ;;
    'wfctl/help/context commands') _wfctl_offer list ls show use set delete rm rename ;;
    'wfctl/help/auth commands') _wfctl_offer token login logout whoami ;;
    'wfctl/help/cache commands') _wfctl_offer clear ;;
    'wfctl options') _wfctl_offer --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h --version ;;
    'wfctl/submit options') _wfctl_offer --from --parameter -p --parameter-file -f --name --generate-name --entrypoint --labels -l --serviceaccount --priority --environment --wait -w --watch --log --timeout --stop-on-interrupt --dry-run --server-dry-run --strict --no-lint --output -o --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h ;;
    'wfctl/lint options') _wfctl_offer --kinds --strict --ignore-missing --online --offline --explain --output -o --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h ;;
    'wfctl/convert options') _wfctl_offer --output -o --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h ;;
    'wfctl/list options') _wfctl_offer --all-namespaces -A --status --completed --resubmitted --prefix --name-pattern --since --until --finished-after --finished-before --selector -l --field-selector --workflow --running --chunk-size --output -o --no-headers --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h ;;
    'wfctl/get options') _wfctl_offer --status --node-field-selector --no-utf8 --output -o --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h ;;
    'wfctl/status options') _wfctl_offer --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h ;;
    'wfctl/logs options') _wfctl_offer --follow -f --node --failed --container -c --previous -p --since --since-time --tail --grep --selector -l --timestamps --prefix --output -o --raw --exit-status --timeout --stop-on-interrupt --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h ;;
    'wfctl/wait options') _wfctl_offer --timeout --ignore-not-found --stop-on-interrupt --output -o --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h ;;
    'wfctl/watch options') _wfctl_offer --status --node-field-selector --no-utf8 --output -o --full --timeout --ignore-not-found --stop-on-interrupt --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h ;;
    'wfctl/stop options') _wfctl_offer --node-field-selector --message --selector -l --field-selector --dry-run --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h ;;
    'wfctl/terminate options') _wfctl_offer --selector -l --field-selector --dry-run --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h ;;
    'wfctl/suspend options') _wfctl_offer --selector -l --field-selector --dry-run --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h ;;
    'wfctl/resume options') _wfctl_offer --node-field-selector --selector -l --field-selector --dry-run --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h ;;
    'wfctl/delete options') _wfctl_offer --all --all-namespaces -A --status --completed --resubmitted --prefix --name-pattern --since --until --finished-after --finished-before --selector -l --field-selector --workflow --query-chunk-size --force --dry-run --yes -y --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h ;;
    'wfctl/template options') _wfctl_offer --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h ;;
    'wfctl/template/create options') _wfctl_offer --strict --no-lint --output -o --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h ;;
    'wfctl/template/update options') _wfctl_offer --strict --no-lint --output -o --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h ;;
    'wfctl/template/get options') _wfctl_offer --output -o --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h ;;
    'wfctl/template/list options') _wfctl_offer --all-namespaces -A --selector -l --status --priority --search --output -o --no-headers --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h ;;
    'wfctl/template/delete options') _wfctl_offer --all --dry-run --yes -y --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h ;;
    'wfctl/cluster-template options') _wfctl_offer --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h ;;
    'wfctl/cluster-template/create options') _wfctl_offer --strict --no-lint --output -o --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h ;;
    'wfctl/cluster-template/update options') _wfctl_offer --strict --no-lint --output -o --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h ;;
    'wfctl/cluster-template/get options') _wfctl_offer --output -o --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h ;;
    'wfctl/cluster-template/list options') _wfctl_offer --all-namespaces -A --selector -l --output -o --no-headers --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h ;;
    'wfctl/cluster-template/delete options') _wfctl_offer --all --dry-run --yes -y --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h ;;
    'wfctl/cron options') _wfctl_offer --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h ;;
    'wfctl/cron/create options') _wfctl_offer --strict --no-lint --output -o --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h ;;
    'wfctl/cron/update options') _wfctl_offer --strict --no-lint --output -o --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h ;;
    'wfctl/cron/get options') _wfctl_offer --output -o --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h ;;
    'wfctl/cron/list options') _wfctl_offer --all-namespaces -A --selector -l --output -o --no-headers --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h ;;
    'wfctl/cron/delete options') _wfctl_offer --all --dry-run --yes -y --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h ;;
    'wfctl/cron/suspend options') _wfctl_offer --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h ;;
    'wfctl/cron/resume options') _wfctl_offer --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h ;;
    'wfctl/context options') _wfctl_offer --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h ;;
    'wfctl/context/list options') _wfctl_offer --output -o --no-headers --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h ;;
    'wfctl/context/show options') _wfctl_offer --output -o --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h ;;
    'wfctl/context/use options') _wfctl_offer --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h ;;
    'wfctl/context/set options') _wfctl_offer --unset --use --oauth-grant --oauth-client-id --oauth-token-url --oauth-device-url --oauth-client-secret-file --oauth-scope --oauth-audience --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h ;;
    'wfctl/context/delete options') _wfctl_offer --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h ;;
    'wfctl/context/rename options') _wfctl_offer --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h ;;
    'wfctl/auth options') _wfctl_offer --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h ;;
    'wfctl/auth/token options') _wfctl_offer --legacy-kubeconfig --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h ;;
    'wfctl/auth/login options') _wfctl_offer --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h ;;
    'wfctl/auth/logout options') _wfctl_offer --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h ;;
    'wfctl/auth/whoami options') _wfctl_offer --output -o --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h ;;
    'wfctl/cache options') _wfctl_offer --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h ;;
    'wfctl/cache/clear options') _wfctl_offer --help -h ;;
    'wfctl/version options') _wfctl_offer --short --with-server --server -s --namespace -n --context --no-config --local --backend --argo-base-href --secure --no-secure -e --token-file --token-stdin --token-command --token --username --password-file --api-key-file --api-key-header --service-account --no-service-account --header -H --insecure-skip-verify --no-insecure-skip-verify -k --certificate-authority --client-certificate --client-key --tls-server-name --proxy-url --kubeconfig --kube-context --cluster --user --as --as-group --as-uid --request-timeout --retries --no-retry --verbose -v --color --no-color --help -h ;;
    'wfctl/completion options') _wfctl_offer --help -h ;;
    'wfctl/help options') _wfctl_offer --man --markdown --help -h ;;
  esac
}

_wfctl_descend() {
  case "$place $1" in
    'wfctl submit') place=wfctl/submit ;;
    'wfctl lint') place=wfctl/lint ;;
    'wfctl convert') place=wfctl/convert ;;
    'wfctl list' | 'wfctl ls') place=wfctl/list ;;
    'wfctl get') place=wfctl/get ;;
    'wfctl status') place=wfctl/status ;;
    'wfctl logs') place=wfctl/logs ;;
    'wfctl wait') place=wfctl/wait ;;
    'wfctl watch') place=wfctl/watch ;;
    'wfctl stop') place=wfctl/stop ;;
    'wfctl terminate') place=wfctl/terminate ;;
    'wfctl suspend') place=wfctl/suspend ;;
    'wfctl resume') place=wfctl/resume ;;
    'wfctl delete' | 'wfctl rm') place=wfctl/delete ;;
    'wfctl template' | 'wfctl wftmpl') place=wfctl/template ;;
    'wfctl cluster-template' | 'wfctl cwftmpl') place=wfctl/cluster-template ;;
    'wfctl cron' | 'wfctl cronwf') place=wfctl/cron ;;
    'wfctl context' | 'wfctl contexts') place=wfctl/context ;;
    'wfctl auth') place=wfctl/auth ;;
    'wfctl cache') place=wfctl/cache ;;
    'wfctl version') place=wfctl/version ;;
    'wfctl completion') place=wfctl/completion ;;
    'wfctl help') place=wfctl/help ;;
    'wfctl/template create') place=wfctl/template/create ;;
    'wfctl/template update') place=wfctl/template/update ;;
    'wfctl/template get') place=wfctl/template/get ;;
    'wfctl/template list' | 'wfctl/template ls') place=wfctl/template/list ;;
    'wfctl/template delete' | 'wfctl/template rm') place=wfctl/template/delete ;;
    'wfctl/cluster-template create') place=wfctl/cluster-template/create ;;
    'wfctl/cluster-template update') place=wfctl/cluster-template/update ;;
    'wfctl/cluster-template get') place=wfctl/cluster-template/get ;;
    'wfctl/cluster-template list' | 'wfctl/cluster-template ls') place=wfctl/cluster-template/list ;;
    'wfctl/cluster-template delete' | 'wfctl/cluster-template rm') place=wfctl/cluster-template/delete ;;
    'wfctl/cron create') place=wfctl/cron/create ;;
    'wfctl/cron update') place=wfctl/cron/update ;;
    'wfctl/cron get') place=wfctl/cron/get ;;
    'wfctl/cron list' | 'wfctl/cron ls') place=wfctl/cron/list ;;
    'wfctl/cron delete' | 'wfctl/cron rm') place=wfctl/cron/delete ;;
    'wfctl/cron suspend') place=wfctl/cron/suspend ;;
    'wfctl/cron resume') place=wfctl/cron/resume ;;
    'wfctl/context list' | 'wfctl/context ls') place=wfctl/context/list ;;
    'wfctl/context show') place=wfctl/context/show ;;
    'wfctl/context use') place=wfctl/context/use ;;
    'wfctl/context set') place=wfctl/context/set ;;
    'wfctl/context delete' | 'wfctl/context rm') place=wfctl/context/delete ;;
    'wfctl/context rename') place=wfctl/context/rename ;;
    'wfctl/auth token') place=wfctl/auth/token ;;
    'wfctl/auth login') place=wfctl/auth/login ;;
    'wfctl/auth logout') place=wfctl/auth/logout ;;
    'wfctl/auth whoami') place=wfctl/auth/whoami ;;
    'wfctl/cache clear') place=wfctl/cache/clear ;;
    'wfctl/help submit') place=wfctl/help/submit ;;
    'wfctl/help lint') place=wfctl/help/lint ;;
    'wfctl/help convert') place=wfctl/help/convert ;;
    'wfctl/help list' | 'wfctl/help ls') place=wfctl/help/list ;;
    'wfctl/help get') place=wfctl/help/get ;;
    'wfctl/help status') place=wfctl/help/status ;;
    'wfctl/help logs') place=wfctl/help/logs ;;
    'wfctl/help wait') place=wfctl/help/wait ;;
    'wfctl/help watch') place=wfctl/help/watch ;;
    'wfctl/help stop') place=wfctl/help/stop ;;
    'wfctl/help terminate') place=wfctl/help/terminate ;;
    'wfctl/help suspend') place=wfctl/help/suspend ;;
    'wfctl/help resume') place=wfctl/help/resume ;;
    'wfctl/help delete' | 'wfctl/help rm') place=wfctl/help/delete ;;
    'wfctl/help template' | 'wfctl/help wftmpl') place=wfctl/help/template ;;
    'wfctl/help cluster-template' | 'wfctl/help cwftmpl') place=wfctl/help/cluster-template ;;
    'wfctl/help cron' | 'wfctl/help cronwf') place=wfctl/help/cron ;;
    'wfctl/help context' | 'wfctl/help contexts') place=wfctl/help/context ;;
    'wfctl/help auth') place=wfctl/help/auth ;;
    'wfctl/help cache') place=wfctl/help/cache ;;
    'wfctl/help version') place=wfctl/help/version ;;
    'wfctl/help completion') place=wfctl/help/completion ;;
    'wfctl/help exit-codes') place=wfctl/help/exit-codes ;;
    'wfctl/help environment') place=wfctl/help/environment ;;
    'wfctl/help lint-rules') place=wfctl/help/lint-rules ;;
    'wfctl/help/template create') place=wfctl/help/template/create ;;
    'wfctl/help/template update') place=wfctl/help/template/update ;;
    'wfctl/help/template get') place=wfctl/help/template/get ;;
    'wfctl/help/template list' | 'wfctl/help/template ls') place=wfctl/help/template/list ;;
    'wfctl/help/template delete' | 'wfctl/help/template rm') place=wfctl/help/template/delete ;;
    'wfctl/help/cluster-template create') place=wfctl/help/cluster-template/create ;;
    'wfctl/help/cluster-template update') place=wfctl/help/cluster-template/update ;;
    'wfctl/help/cluster-template get') place=wfctl/help/cluster-template/get ;;
    'wfctl/help/cluster-template list' | 'wfctl/help/cluster-template ls') place=wfctl/help/cluster-template/list ;;
    'wfctl/help/cluster-template delete' | 'wfctl/help/cluster-template rm') place=wfctl/help/cluster-template/delete ;;
    'wfctl/help/cron create') place=wfctl/help/cron/create ;;
    'wfctl/help/cron update') place=wfctl/help/cron/update ;;
    'wfctl/help/cron get') place=wfctl/help/cron/get ;;
    'wfctl/help/cron list' | 'wfctl/help/cron ls') place=wfctl/help/cron/list ;;
    'wfctl/help/cron delete' | 'wfctl/help/cron rm') place=wfctl/help/cron/delete ;;
    'wfctl/help/cron suspend') place=wfctl/help/cron/suspend ;;
    'wfctl/help/cron resume') place=wfctl/help/cron/resume ;;
    'wfctl/help/context list' | 'wfctl/help/context ls') place=wfctl/help/context/list ;;
    'wfctl/help/context show') place=wfctl/help/context/show ;;
    'wfctl/help/context use') place=wfctl/help/context/use ;;
    'wfctl/help/context set') place=wfctl/help/context/set ;;
    'wfctl/help/context delete' | 'wfctl/help/context rm') place=wfctl/help/context/delete ;;
    'wfctl/help/context rename') place=wfctl/help/context/rename ;;
    'wfctl/help/auth token') place=wfctl/help/auth/token ;;
    'wfctl/help/auth login') place=wfctl/help/auth/login ;;
    'wfctl/help/auth logout') place=wfctl/help/auth/logout ;;
    'wfctl/help/auth whoami') place=wfctl/help/auth/whoami ;;
    'wfctl/help/cache clear') place=wfctl/help/cache/clear ;;
    *) return 1 ;;
  esac
}

_wfctl_takes() {
  case "$place $1" in
    *' --server' | *' -s' | *' --argo-server' | *' --namespace' | *' -n' | *' --context' | *' --backend' | *' --argo-base-href' | *' --token-file' | *' --token-command' | *' --token' | *' --username' | *' --password-file' | *' --api-key-file' | *' --api-key-header' | *' --header' | *' -H' | *' --certificate-authority' | *' --client-certificate' | *' --client-key' | *' --tls-server-name' | *' --proxy-url' | *' --kubeconfig' | *' --kube-context' | *' --cluster' | *' --user' | *' --as' | *' --as-group' | *' --as-uid' | *' --request-timeout' | *' --retries' | *' --instanceid' | *' --color' | *' --from' | *' --parameter' | 'wfctl/submit -p' | *' --parameter-file' | 'wfctl/submit -f' | *' --name' | *' --generate-name' | *' --entrypoint' | *' --labels' | *' -l' | *' --serviceaccount' | *' --priority' | *' --environment' | *' --timeout' | *' --output' | *' -o' | *' --kinds' | *' --status' | *' --prefix' | *' --name-pattern' | *' --since' | *' --created-after' | *' --until' | *' --created-before' | *' --finished-after' | *' --finished-before' | *' --older' | *' --selector' | *' --field-selector' | *' --workflow' | *' --chunk-size' | *' --node-field-selector' | *' --node' | *' --container' | *' -c' | *' --since-time' | *' --tail' | *' --grep' | *' --message' | *' --query-chunk-size' | *' --search' | *' --unset' | *' --oauth-grant' | *' --oauth-client-id' | *' --oauth-token-url' | *' --oauth-device-url' | *' --oauth-client-secret-file' | *' --oauth-scope' | *' --oauth-audience') return 0 ;;
    *) return 1 ;;
  esac
}

_wfctl_value() {
  case "$place $option" in
    *' --namespace' | *' -n') _wfctl_dynamic namespaces ;;
    *' --context') _wfctl_dynamic contexts ;;
    *' --no-config' | *' --local' | *' --secure' | *' --no-secure' | *' -e' | *' --token-stdin' | *' --service-account' | *' --no-service-account' | *' --insecure-skip-verify' | *' --no-insecure-skip-verify' | *' -k' | *' --insecure-skip-tls-verify' | *' --no-retry' | *' --verbose' | *' -v' | *' --no-color' | *' --wait' | *' -w' | *' --watch' | *' --log' | *' --stop-on-interrupt' | *' --dry-run' | *' --server-dry-run' | *' --strict' | *' --no-lint' | *' --ignore-missing' | *' --online' | *' --offline' | *' --explain' | *' --all-namespaces' | *' -A' | *' --completed' | *' --resubmitted' | *' --running' | *' --no-headers' | *' --no-utf8' | *' --follow' | 'wfctl/logs -f' | *' --failed' | *' --previous' | *' -p' | *' --timestamps' | *' --raw' | *' --exit-status' | *' --ignore-not-found' | *' --full' | *' --all' | *' --force' | *' --yes' | *' -y' | *' --use' | *' --legacy-kubeconfig' | *' --short' | *' --with-server' | *' --man' | *' --markdown') _wfctl_offer true false ;;
    *' --backend') _wfctl_offer argo kubernetes nightcrawler local ;;
    *' --token-file' | *' --password-file' | *' --api-key-file' | *' --kubeconfig' | *' --oauth-client-secret-file') _wfctl_files ;;
    *' --certificate-authority' | *' --client-certificate') _wfctl_files pem crt ;;
    *' --client-key') _wfctl_files pem key ;;
    *' --color' | *' --prefix') _wfctl_offer auto always never ;;
    *' --from') _wfctl_dynamic sources ;;
    *' --parameter-file' | 'wfctl/submit -f') _wfctl_files yaml yml json ;;
    'wfctl/submit --output' | 'wfctl/submit -o' | 'wfctl/get --output' | 'wfctl/get -o') _wfctl_offer table wide short name json jsonl yaml ;;
    *' --kinds') _wfctl_list; _wfctl_offer all workflows workflowtemplates cronworkflows clusterworkflowtemplates wf wftmpl cronwf cwftmpl ;;
    'wfctl/lint --output' | 'wfctl/lint -o') _wfctl_offer pretty simple json yaml github ;;
    'wfctl/convert --output' | 'wfctl/convert -o') _wfctl_offer yaml json ;;
    'wfctl/list --status' | 'wfctl/delete --status') _wfctl_list; _wfctl_offer Pending Running Succeeded Failed Error ;;
    *' --workflow') _wfctl_dynamic templates ;;
    'wfctl/list --output' | 'wfctl/list -o' | 'wfctl/template/list --output' | 'wfctl/template/list -o' | 'wfctl/cluster-template/list --output' | 'wfctl/cluster-template/list -o' | 'wfctl/cron/list --output' | 'wfctl/cron/list -o') _wfctl_offer table wide name json jsonl yaml ;;
    'wfctl/get --status' | 'wfctl/watch --status') _wfctl_offer Pending Running Succeeded Skipped Failed Error Omitted ;;
    'wfctl/logs --output' | 'wfctl/logs -o') _wfctl_offer text jsonl yaml ;;
    'wfctl/wait --output' | 'wfctl/wait -o' | 'wfctl/template/create --output' | 'wfctl/template/create -o' | 'wfctl/template/update --output' | 'wfctl/template/update -o' | 'wfctl/template/get --output' | 'wfctl/template/get -o' | 'wfctl/cluster-template/create --output' | 'wfctl/cluster-template/create -o' | 'wfctl/cluster-template/update --output' | 'wfctl/cluster-template/update -o' | 'wfctl/cluster-template/get --output' | 'wfctl/cluster-template/get -o' | 'wfctl/cron/create --output' | 'wfctl/cron/create -o' | 'wfctl/cron/update --output' | 'wfctl/cron/update -o' | 'wfctl/cron/get --output' | 'wfctl/cron/get -o' | 'wfctl/context/list --output' | 'wfctl/context/list -o') _wfctl_offer table name json jsonl yaml ;;
    'wfctl/watch --output' | 'wfctl/watch -o') _wfctl_offer table wide short jsonl yaml ;;
    'wfctl/template/list --status') _wfctl_offer active inactive ;;
    *' --priority') _wfctl_offer low medium high critical ;;
    'wfctl/context/show --output' | 'wfctl/context/show -o' | 'wfctl/auth/whoami --output' | 'wfctl/auth/whoami -o') _wfctl_offer table json jsonl yaml ;;
    *' --oauth-grant') _wfctl_offer client-credentials device ;;
  esac
}

_wfctl_positional() {
  case "$place $count" in
    'wfctl/submit '*) _wfctl_files yaml yml json ;;
    'wfctl/lint '*) _wfctl_files yaml yml json ;;
    'wfctl/convert '*) _wfctl_files yaml yml json ;;
    'wfctl/get '*) _wfctl_dynamic workflows ;;
    'wfctl/status 0') _wfctl_dynamic workflows ;;
    'wfctl/logs 0') _wfctl_dynamic workflows ;;
    'wfctl/wait '*) _wfctl_dynamic workflows ;;
    'wfctl/watch '*) _wfctl_dynamic workflows ;;
    'wfctl/stop '*) _wfctl_dynamic workflows ;;
    'wfctl/terminate '*) _wfctl_dynamic workflows ;;
    'wfctl/suspend '*) _wfctl_dynamic workflows ;;
    'wfctl/resume '*) _wfctl_dynamic workflows ;;
    'wfctl/delete '*) _wfctl_dynamic workflows ;;
    'wfctl/template/create '*) _wfctl_files yaml yml json ;;
    'wfctl/template/update '*) _wfctl_files yaml yml json ;;
    'wfctl/template/get '*) _wfctl_dynamic templates ;;
    'wfctl/template/delete '*) _wfctl_dynamic templates ;;
    'wfctl/cluster-template/create '*) _wfctl_files yaml yml json ;;
    'wfctl/cluster-template/update '*) _wfctl_files yaml yml json ;;
    'wfctl/cluster-template/get '*) _wfctl_dynamic cluster-templates ;;
    'wfctl/cluster-template/delete '*) _wfctl_dynamic cluster-templates ;;
    'wfctl/cron/create '*) _wfctl_files yaml yml json ;;
    'wfctl/cron/update '*) _wfctl_files yaml yml json ;;
    'wfctl/cron/get '*) _wfctl_dynamic cron-workflows ;;
    'wfctl/cron/delete '*) _wfctl_dynamic cron-workflows ;;
    'wfctl/cron/suspend '*) _wfctl_dynamic cron-workflows ;;
    'wfctl/cron/resume '*) _wfctl_dynamic cron-workflows ;;
    'wfctl/context/show 0') _wfctl_dynamic contexts ;;
    'wfctl/context/use 0') _wfctl_dynamic contexts ;;
    'wfctl/context/set 0') _wfctl_dynamic contexts ;;
    'wfctl/context/delete '*) _wfctl_dynamic contexts ;;
    'wfctl/context/rename 0') _wfctl_dynamic contexts ;;
    'wfctl/completion 0') _wfctl_offer bash zsh fish ;;
  esac
}

# Keeps those of its arguments that begin as the word does.
_wfctl_offer() {
  local candidate
  for candidate; do
    [[ $candidate == "$value"* ]] && COMPREPLY+=("$prefix$candidate")
  done
}

# In a comma list only the last item is completed.
_wfctl_list() {
  prefix+=${value%"${value##*,}"}
  value=${value##*,}
}

# Directories, and files with one of the extensions.
_wfctl_files() {
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

_wfctl_directories() {
  local file
  compopt -o filenames 2>/dev/null
  while IFS= read -r file; do
    COMPREPLY+=("$prefix$file")
  done < <(compgen -d -- "$value" 2>/dev/null)
}

# Asks the tool for names; it gets the words before the cursor. Bash does not quote what it puts on the
# line, so a name that means something to it is passed over.
_wfctl_dynamic() {
  local line
  while IFS= read -r line; do
    line=${line%%$'\t'*}
    [[ $line == *[^[:alnum:]._/@:+%,=-]* ]] || _wfctl_offer "$line"
  done < <(command wfctl __complete "$1" "${words[@]:1:${#words[@]}-2}" 2>/dev/null </dev/null)
}

_wfctl() {
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

  local place=wfctl option= ended= count=0 value=${words[${#words[@]}-1]} prefix=
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
        --*) _wfctl_takes "$word" && option=$word ;;
        -?*)
          for ((j = 1; j < ${#word}; j++)); do
            if _wfctl_takes "-${word:j:1}"; then
              ((j == ${#word} - 1)) && option=-${word:j:1}
              break
            fi
          done
          ;;
        *) _wfctl_descend "$word" || ((count += 1)) ;;
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
    _wfctl_value
  elif [[ -z $ended && $value == -* ]]; then
    _wfctl_next options
  else
    _wfctl_next commands
    _wfctl_positional
  fi

  local breaks=${COMP_WORDBREAKS//[!=:]/}
  if [[ $breaks && $current == *[$breaks]* ]]; then
    prefix=${current%"${current##*[$breaks]}"}
    for i in "${!COMPREPLY[@]}"; do
      COMPREPLY[i]=${COMPREPLY[i]#"$prefix"}
    done
  fi
}

complete -F _wfctl wfctl
