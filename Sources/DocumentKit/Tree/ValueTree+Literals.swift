extension ValueTree: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByStringInterpolation, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    package init(nilLiteral: ()) {
        self = .null
    }

    package init(booleanLiteral value: Bool) {
        self = .bool(value)
    }

    package init(integerLiteral value: Int) {
        self = .number(String(value))
    }

    package init(stringLiteral value: String) {
        self = .string(value)
    }

    package init(arrayLiteral elements: ValueTree...) {
        self = .array(elements)
    }

    package init(dictionaryLiteral elements: (String, ValueTree)...) {
        self = .object(Members(elements.lazy.map { (key: $0.0, value: $0.1) }))
    }
}

extension ValueTree {
    package static func number(_ value: Int) -> ValueTree { .number(String(value)) }
}
