/// What kind of mistake a finding is about; the raw value is the stable id users see and scripts match.
package enum Rule: String, CaseIterable, Sendable {
    // What a document looks like.
    case unknownField = "unknown-field"
    case wrongType = "wrong-type"
    case missingField = "missing-field"
    case missingName = "missing-name"
    case exclusiveFields = "exclusive-fields"
    case invalidValue = "invalid-value"
    case invalidQuantity = "invalid-quantity"
    case invalidDuration = "invalid-duration"
    case invalidSchedule = "invalid-schedule"
    case invalidName = "invalid-name"
    case unknownKind = "unknown-kind"
    case unknownTimeZone = "unknown-time-zone"
    case bareScalar = "bare-scalar"
    case legacyField = "legacy-field"
    case duplicateKey = "duplicate-key"
    case tooManyFindings = "too-many-findings"

    // What a document means.
    case undefinedTemplate = "undefined-template"
    case missingReference = "missing-reference"
    case missingInput = "missing-input"
    case missingValue = "missing-value"
    case missingSource = "missing-source"
    case misplacedSource = "misplaced-source"
    case invalidManifest = "invalid-manifest"
    case unusedArgument = "unused-argument"
    case unknownVariable = "unknown-variable"
    case unclosedVariable = "unclosed-variable"
    case strayVariable = "stray-variable"
    case invalidExpression = "invalid-expression"
    case undeclaredOutput = "undeclared-output"
    case looseItem = "loose-item"
    case duplicateName = "duplicate-name"
    case duplicateMount = "duplicate-mount"
    case unknownDependency = "unknown-dependency"
    case missingDependency = "missing-dependency"
    case dependencyCycle = "dependency-cycle"
    case invalidDepends = "invalid-depends"
    case invalidWhen = "invalid-when"
    case invalidLoop = "invalid-loop"
    case emptyLoop = "empty-loop"
    case unreachableTemplate = "unreachable-template"
    case endlessRecursion = "endless-recursion"
    case endlessRetry = "endless-retry"

    package var severity: Severity {
        switch self {
        case .missingName, .unknownTimeZone, .bareScalar, .legacyField, .duplicateKey, .unusedArgument,
            .unclosedVariable, .strayVariable, .undeclaredOutput, .looseItem, .emptyLoop, .unreachableTemplate,
            .endlessRecursion, .endlessRetry:
            .warning
        default: .error
        }
    }

    /// One line on what it finds, for help and the README.
    package var summary: String {
        switch self {
        case .unknownField: "a field that no such object has"
        case .wrongType: "a value of another type than the field takes"
        case .missingField: "a required field that is not there"
        case .missingName: "neither a name nor a generateName: only a submit that gives one can use it"
        case .exclusiveFields: "fields of which only one may be set, or one must be"
        case .invalidValue: "a value outside the set or range the field takes"
        case .invalidQuantity: "no Kubernetes quantity, such as 500m or 2Gi"
        case .invalidDuration: "no duration, such as 30s or 1h"
        case .invalidSchedule: "no cron schedule"
        case .invalidName: "a name, label or annotation that Kubernetes refuses"
        case .unknownKind: "a document of argo's whose kind does not exist"
        case .unknownTimeZone: "a time zone that is not in the database wfctl was made with"
        case .bareScalar: "a number or boolean where text is meant: it should be quoted"
        case .legacyField: "a field that only older servers read"
        case .duplicateKey: "a key that stands twice in an object; the last one counts"
        case .tooManyFindings: "a document with more than a hundred mistakes in its fields"
        case .undefinedTemplate: "the name of a template that does not exist"
        case .missingReference: "a reference to an object that is not among the files"
        case .missingInput: "an input that a template needs and its caller does not give"
        case .missingValue: "an argument without a value"
        case .missingSource: "an artifact or output that says nowhere where it comes from"
        case .misplacedSource: "a path or source that such a template cannot have"
        case .invalidManifest: "a resource's manifest that is no YAML"
        case .unusedArgument: "an argument that the called template does not take"
        case .unknownVariable: "a variable that has no value where it stands"
        case .unclosedVariable: "'{{' without '}}'"
        case .strayVariable: "braces that argo leaves as they are, or an expression that asks for what is not there"
        case .invalidExpression: "an expression that cannot be read"
        case .undeclaredOutput: "an output, or the path of one, that the template does not declare"
        case .looseItem: "{{item}} without a loop around it"
        case .duplicateName: "two templates, steps, tasks, parameters or artifacts of one name"
        case .duplicateMount: "two volumes or artifacts at one path of a container"
        case .unknownDependency: "a dependency or target that is no task of the DAG"
        case .missingDependency: "a task that asks about another without waiting for it"
        case .dependencyCycle: "tasks that wait for each other"
        case .invalidDepends: "a 'depends' that cannot be read, or what cannot stand beside one"
        case .invalidWhen: "a 'when' that cannot be read"
        case .invalidLoop: "a loop that says too much or too little"
        case .emptyLoop: "a loop over no items, which runs once"
        case .unreachableTemplate: "a template that nothing runs"
        case .endlessRecursion: "templates that call each other without a condition"
        case .endlessRetry: "retries without a limit"
        }
    }
}
