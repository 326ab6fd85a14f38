/// What the local backend makes of each field of an object; the whole of its knowledge in one place.
///
/// A field that stands in neither set is refused, so nothing is ever ignored silently.
struct FieldTable: Sendable {
    /// Read and obeyed (descriptions: kept for readers).
    var used: Set<String>
    /// Tells Kubernetes, or the controller there, where and how to run pods and when to tidy up. Noted once.
    var idle: Set<String> = []

    static let workflow = FieldTable(used: ["apiVersion", "kind", "metadata", "spec", "status"])

    static let metadata = FieldTable(
        used: [
            "name", "generateName", "namespace", "labels", "annotations", "creationTimestamp", "uid",
            "resourceVersion", "generation", "managedFields", "selfLink",
        ],
        idle: ["finalizers", "ownerReferences"])

    static let spec = FieldTable(
        used: [
            "activeDeadlineSeconds", "arguments", "entrypoint", "templates", "workflowTemplateRef",
        ],
        idle: [
            "affinity", "archiveLogs", "artifactGC", "artifactRepositoryRef", "automountServiceAccountToken",
            "dnsConfig", "dnsPolicy", "executor", "hostAliases", "hostNetwork", "imagePullSecrets", "nodeSelector",
            "podDisruptionBudget", "podGC", "podMetadata", "podPriorityClassName", "podSpecPatch", "priority",
            "schedulerName", "securityContext", "serviceAccountName", "tolerations", "ttlStrategy",
            "volumeClaimGC",
        ])

    static let workflowTemplateReference = FieldTable(used: ["name", "clusterScope"])

    static let template = FieldTable(
        used: ["activeDeadlineSeconds", "container", "dag", "inputs", "name", "outputs", "script", "steps"],
        idle: [
            "affinity", "archiveLocation", "automountServiceAccountToken", "executor", "hostAliases", "metadata",
            "nodeSelector", "podSpecPatch", "priority", "priorityClassName", "schedulerName", "securityContext",
            "serviceAccountName", "tolerations",
        ])

    static let container = FieldTable(
        used: ["args", "command", "env", "image", "workingDir"],
        idle: [
            "imagePullPolicy", "livenessProbe", "name", "ports", "readinessProbe", "resources", "securityContext",
            "startupProbe", "stdin", "stdinOnce", "terminationMessagePath", "terminationMessagePolicy", "tty",
        ])

    static let script = FieldTable(used: container.used.union(["source"]), idle: container.idle)

    static let environmentVariable = FieldTable(used: ["name", "value"])
    static let inputs = FieldTable(used: ["parameters"])
    static let inputParameter = FieldTable(used: ["name", "value", "default", "enum", "description"])
    static let outputs = FieldTable(used: ["parameters"])
    static let outputParameter = FieldTable(used: ["name", "valueFrom", "description"])
    static let podOutputSource = FieldTable(used: ["path", "default"])
    static let groupOutputSource = FieldTable(used: ["parameter"])
    static let arguments = FieldTable(used: ["parameters"])
    static let argument = FieldTable(used: ["name", "value", "description"])
    static let workflowArgument = FieldTable(used: ["name", "value", "default", "enum", "description"])
    static let step = FieldTable(used: ["arguments", "name", "template", "templateRef"])
    static let dag = FieldTable(used: ["failFast", "tasks"])
    static let task = FieldTable(used: step.used.union(["dependencies"]))
    static let templateReference = FieldTable(used: ["name", "template", "clusterScope"])
}
