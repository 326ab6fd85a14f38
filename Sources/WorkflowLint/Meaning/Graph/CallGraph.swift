/// Which template calls which, over all documents: what is used, and what never ends.
struct CallGraph {
    struct Edge {
        var target: Int
        /// The call is made whenever its template runs.
        var isCertain: Bool
    }

    let library: Library
    /// The template of every number.
    let keys: [Library.Key]
    /// The calls of every template, numbered over all specs.
    let edges: [[Edge]]
    /// Templates that call something which is known only at run time.
    let hasUnknownCalls: [Bool]

    init(_ library: Library) {
        self.library = library
        var starts: [Int] = []
        var keys: [Library.Key] = []
        for (place, spec) in library.specs.enumerated() {
            starts.append(keys.count)
            for template in spec.templates.indices { keys.append(Library.Key(spec: place, template: template)) }
        }
        var edges: [[Edge]] = []
        var hasUnknownCalls: [Bool] = []
        for (place, spec) in library.specs.enumerated() {
            for template in spec.templates {
                var own: [Edge] = []
                var hasUnknown = false
                for call in template.allCalls {
                    switch library.resolve(call.target, in: place) {
                    case .template(_, let key):
                        own.append(
                            Edge(
                                target: starts[key.spec] + key.template,
                                isCertain: call.isCertain && call.label.template == template.path))
                    case .unknown: hasUnknown = true
                    case .inline, .undefined, .elsewhere: break
                    }
                }
                edges.append(own)
                hasUnknownCalls.append(hasUnknown)
            }
        }
        self.keys = keys
        self.edges = edges
        self.hasUnknownCalls = hasUnknownCalls
    }
}
