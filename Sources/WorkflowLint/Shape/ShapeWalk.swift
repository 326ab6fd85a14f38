import DocumentKit

/// Walks a value along the type it should have, and says where it leaves it.
struct ShapeWalk {
    /// Findings of one document above which the walk ends: each has to find its way and its line.
    static let limit = 100

    let table = FieldTable.shared
    var findings: Findings
    /// How many findings there were before this document's.
    private let earlier: Int
    private let specification: Int?
    private let templateType: Int?
    /// A label's key that was meant as something else, so that its value is no label.
    let strayName: DocumentValue?
    /// Inside `templateDefaults` nothing has to be there: other templates are completed from it.
    private(set) var isPartial = false
    /// The template around what is checked, which argo's messages name.
    private(set) var template: DocumentValue?
    /// No container has to name an image.
    private let needsNoImages: Bool
    /// The types whose image `templateDefaults` names, so that no template has to.
    private var imageDefaults: Set<String> = []
    /// The server does not look at the defaults of a cluster workflow template for an image.
    private let ignoresDefaultImages: Bool

    init(_ subject: Subject, findings: Findings, strayName: DocumentValue?) {
        self.findings = findings
        self.strayName = strayName
        earlier = findings.all.count
        specification = table.type(named: "WorkflowSpec")
        templateType = table.type(named: "Template")
        needsNoImages = subject.overrides.needsNoImages
        ignoresDefaultImages = subject.kind == .clusterWorkflowTemplate
    }

    /// An object along its fields.
    mutating func check(_ object: DocumentValue, as type: Int) {
        guard object.kind == .object else {
            addWrongType(object, expected: "an object")
            return
        }
        if type == specification, !ignoresDefaultImages, let defaults = object["templateDefaults"] {
            for (key, type) in [("container", "Container"), ("script", "ScriptTemplate")]
            where defaults[key]?["image"]?.isText("") == false {
                imageDefaults.insert(type)
            }
        }
        let fields = table.types[type].fields
        var present: UInt64 = 0
        var filled: UInt64 = 0
        for (key, value) in object.fields {
            if isFull { return }
            guard let index = table.field(key, of: type) else {
                addUnknown(key, in: object, of: type)
                continue
            }
            // For a server null is as good as nothing.
            if value.isNull { continue }
            let bit: UInt64 = 1 << UInt64(index - fields.lowerBound)
            present |= bit
            if !value.isText("") { filled |= bit }
            let field = table.fields[index]
            if field.isLegacy { addLegacy(field, key) }
            check(value, as: field)
        }
        if !isPartial { checkRequired(object, type, present: present, filled: filled) }
        checkGroup(object, type, filled: filled)
        checkRules(of: object, type)
    }

    /// Whether there is enough to say of this document.
    var isFull: Bool { findings.all.count - earlier >= Self.limit }

    /// A field's value: what is in its lists and maps, one by one.
    private mutating func check(_ value: DocumentValue, as field: Field) {
        let wasPartial = isPartial
        if field.name == "templateDefaults" { isPartial = true }
        check(value, as: field.kind, lists: field.lists, isMap: field.isMap)
        isPartial = wasPartial
    }

    private mutating func check(_ value: DocumentValue, as kind: FieldKind, lists: Int, isMap: Bool) {
        if lists > 0 {
            guard value.kind == .array else {
                addWrongType(value, expected: "an array", hint: lists > 1 ? "it is a list of lists" : nil)
                return
            }
            for element in value.elements {
                if isFull { return }
                if element.isNull, kind != .scalar(.any) {
                    addWrongType(element, expected: lists > 1 ? "an array" : expectation(of: kind))
                } else {
                    check(element, as: kind, lists: lists - 1, isMap: isMap)
                }
            }
        } else if isMap {
            guard value.kind == .object else {
                addWrongType(value, expected: "an object")
                return
            }
            for (_, member) in value.fields where !member.isNull && !isFull {
                check(member, as: kind, lists: 0, isMap: false)
            }
        } else {
            switch kind {
            case .type(let type) where type == templateType:
                let outer = template
                template = value
                check(value, as: type)
                template = outer
            case .type(let type): check(value, as: type)
            case .values(let set): checkValue(value, among: table.valueSets[set])
            case .scalar(let scalar): check(value, as: scalar)
            }
        }
    }

    private func expectation(of kind: FieldKind) -> String {
        switch kind {
        case .type: "an object"
        case .values: "a string"
        case .scalar(let scalar): scalar.expectation
        }
    }

    private mutating func checkRequired(_ object: DocumentValue, _ type: Int, present: UInt64, filled: UInt64) {
        for (offset, index) in table.types[type].fields.enumerated() where table.fields[index].isRequired {
            let field = table.fields[index]
            if field.name == "image", needsNoImages || imageDefaults.contains(table.types[type].name) { continue }
            let set = field.kind.isName ? filled : present
            if set >> UInt64(offset) & 1 == 0 { addMissing(field, in: object, type) }
        }
    }
}

extension FieldKind {
    /// Whether an empty string is as good as nothing.
    fileprivate var isName: Bool {
        switch self {
        case .scalar(.fieldName), .scalar(.parameterName), .scalar(.label), .scalar(.subdomain): true
        default: false
        }
    }
}
