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
    case bareScalar = "bare-scalar"
    case legacyField = "legacy-field"
    case duplicateKey = "duplicate-key"

    package var severity: Severity {
        switch self {
        case .missingName, .bareScalar, .legacyField, .duplicateKey: .warning
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
        case .bareScalar: "a number or boolean where text is meant: it should be quoted"
        case .legacyField: "a field that only older servers read"
        case .duplicateKey: "a key that stands twice in an object; the last one counts"
        }
    }
}
