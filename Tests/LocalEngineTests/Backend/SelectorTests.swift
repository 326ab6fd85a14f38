import Testing
import WorkflowAPI

@testable import LocalEngine

@Suite struct SelectorTests {
    private static let labels = ["app": "web", "tier": "back", "n": "5", "empty": ""]

    @Test(arguments: [
        ("", true), ("app", true), ("!app", false), ("!nothing", true), ("nothing", false),
        ("app=web", true), ("app==web", true), ("app = web", true), ("app=x", false), ("empty=", true),
        ("app!=web", false), ("nothing!=web", true),
        ("tier in (front, back)", true), ("tier in (front)", false), ("tier notin (front,back)", false),
        ("nothing notin (a)", true), ("n>4", true), ("n<5", false), ("app>1", false),
        ("app=web,tier=back", true), ("app=web,tier=front", false), ("tier in (a,back),!nothing,app", true),
    ])
    func labelSelectorsFollowKubernetes(_ selector: String, _ matches: Bool) throws {
        #expect(try LabelSelector(parsing: selector).matches { Self.labels[$0] } == matches)
    }

    @Test(arguments: ["=", "a=b=c", "a in b", "a in (b", ",", "a,", "a b", "!", "(a)", "a>x"])
    func whatIsNoLabelSelectorIsSaid(_ selector: String) {
        #expect(throws: BackendError.invalid("'\(selector)' is no label selector")) {
            try LabelSelector(parsing: selector)
        }
    }
}
