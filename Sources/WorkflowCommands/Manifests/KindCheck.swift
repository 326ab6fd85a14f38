import ArgumentKit
import DocumentKit
import WorkflowLint

/// Tells a document of argo's that does not say rightly what it is from a document of another kind.
enum KindCheck {
    private static let version = "argoproj.io/v1alpha1"
    private static let linted = ManifestKind.allCases.map(\.rawValue)
    /// What else has this API group: argo's own records, Argo Events, Argo CD and its operator, Argo Rollouts.
    private static let others = [
        "WorkflowArtifactGCTask", "WorkflowEventBinding", "WorkflowTaskResult", "WorkflowTaskSet",
        "EventBus", "EventSource", "Sensor",
        "AppProject", "Application", "ApplicationSet", "ArgoCD", "ArgoCDExport", "ArgoCDExtension", "ImageUpdater",
        "NamespaceManagement", "NotificationsConfiguration",
        "AnalysisRun", "AnalysisTemplate", "ClusterAnalysisTemplate", "Experiment", "Rollout", "RolloutManager",
    ]

    /// A kind that is missing or misspelt; nothing of a kind that is merely another one.
    static func finding(in root: DocumentValue) -> Finding? {
        var findings = Findings()
        let group = root["apiVersion"]?.string
        let isArgo = group?.hasPrefix("argoproj.io/") ?? false
        let holdsTemplates = holdsTemplates(root)
        if let place = root["kind"], !place.isNull {
            guard let kind = place.string, !linted.contains(kind), !others.contains(kind) else { return nil }
            let isOther = nearest(to: kind, in: linted) == nil && nearest(to: kind, in: others) != nil
            let isNear = isOther || nearest(to: kind, in: linted) != nil
            guard isArgo && isNear && !isList(kind) || (isArgo || group == nil) && holdsTemplates else { return nil }
            findings.add(
                .unknownKind, "unknown kind '\(kind)'", at: place,
                choice: Finding.Choice(kind, among: isOther ? others : linted))
        } else if isArgo || holdsTemplates {
            findings.add(
                .missingField, "kind is required", at: root["kind"] ?? root,
                hint: "a manifest says what it is, as in kind: Workflow")
        }
        return findings.all.first
    }

    /// A version that is missing beside templates. Whoever sends the document adds it; `kubectl` refuses to.
    static func missingVersion(in root: DocumentValue) -> Finding? {
        guard root["apiVersion"].map(\.isNull) ?? true, holdsTemplates(root) else { return nil }
        var findings = Findings()
        findings.add(.missingField, "apiVersion is required", at: root, hint: "apiVersion: \(version)")
        return findings.all.first
    }

    /// What `kubectl get` may print of several.
    private static func isList(_ kind: String) -> Bool {
        kind.hasSuffix("List") && (linted + others).contains(String(kind.dropLast(4)))
    }

    private static func holdsTemplates(_ root: DocumentValue) -> Bool {
        guard let spec = root["spec"] else { return false }
        return [spec, spec["workflowSpec"]].contains { holder in
            guard let templates = holder?["templates"], templates.kind == .array else { return false }
            return templates.elements.contains { $0["name"]?.string != nil }
        }
    }
}
