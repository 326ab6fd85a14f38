/// How much a finding matters: an error would be refused or would fail, a warning is probably not what was meant.
package enum Severity: String, Sendable {
    case error
    case warning
}
