import Testing
import WorkflowModel

@Suite("Kinds of resources")
struct ResourceKindTests {
    @Test(
        "argo's spellings name a kind",
        arguments: [
            ("CronWorkflow", .cronWorkflow), ("cronworkflow", .cronWorkflow), ("cronworkflows", .cronWorkflow),
            ("cronwf", .cronWorkflow), ("WorkflowTemplate", .workflowTemplate),
            ("workflowtemplate", .workflowTemplate), ("workflowtemplates", .workflowTemplate),
            ("wftmpl", .workflowTemplate), ("ClusterWorkflowTemplate", .clusterWorkflowTemplate),
            ("clusterworkflowtemplate", .clusterWorkflowTemplate),
            ("clusterworkflowtemplates", .clusterWorkflowTemplate), ("cwftmpl", .clusterWorkflowTemplate),
            ("Workflow", nil), ("", nil), ("cronWorkflow", nil),
        ] as [(String, ResourceKind?)])
    func named(word: String, expected: ResourceKind?) {
        #expect(ResourceKind.named(word) == expected)
    }

    @Test("each kind knows its paths, its body key and its words")
    func facts() {
        #expect(
            ResourceKind.allCases.map { [$0.pathSegment, $0.crdPlural, $0.bodyKey, $0.plural] } == [
                ["workflow-templates", "workflowtemplates", "template", "workflow templates"],
                [
                    "cluster-workflow-templates", "clusterworkflowtemplates", "template",
                    "cluster workflow templates",
                ],
                ["cron-workflows", "cronworkflows", "cronWorkflow", "cron workflows"],
            ])
        #expect(ResourceKind.allCases.filter(\.isNamespaced) == [.workflowTemplate, .cronWorkflow])
    }
}
