/// What a field takes: one value of a kind; `Field.lists` and `Field.isMap` say whether several.
enum FieldKind: Equatable, Sendable {
    case scalar(Scalar)
    /// An object of this type, by its index in the table.
    case type(Int)
    /// One of a closed set of strings, by its index in the table.
    case values(Int)

    /// The kinds that the table knows by name.
    enum Scalar: String, CaseIterable, Sendable {
        case any, object
        case string, bool, int, number
        /// A string for argo, which also takes numbers and booleans for one.
        case anyString
        case intOrString
        /// A whole number, or a string that holds one or a variable.
        case intOrVariable
        case quantity
        /// An RFC 3339 time.
        case time
        /// A number of seconds, or what Go reads as a duration.
        case duration
        /// What Go reads as a duration.
        case goDuration
        case schedule
        /// In the language of `ValueExpression`.
        case expression
        /// The name of a template, a step or a task.
        case fieldName
        case parameterName
        /// A parameter's name, or a variable that gives one.
        case globalName
        /// An RFC 1123 subdomain: the name of most Kubernetes objects.
        case subdomain
        /// The beginning of a subdomain.
        case namePrefix
        /// An RFC 1123 label: the name of a container, a volume, a namespace.
        case label
        case portName
        case labels, annotations
    }
}
