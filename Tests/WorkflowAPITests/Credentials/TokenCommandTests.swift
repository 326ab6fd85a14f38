import Testing

@testable import WorkflowAPI

@Suite struct TokenCommandTests {
    /// What is said of a command tells nothing of its secrets.
    @Test(arguments: [
        ("gcloud auth print-access-token", "gcloud"), ("A=s3cret B=s3cret get-token s3cret", "get-token"),
        ("A='x s3cret' get-token", "sh"), (#"A="s3cret" get-token"#, "sh"), ("A=a\\ s3cret get-token", "sh"),
        ("A=$(cat s3cret) get-token", "sh"), ("$(s3cret)", "sh"), ("", "sh"), ("A=s3cret", "sh"),
        ("/opt/bin/get-token|tr -d s3cret", "sh"),
    ])
    func aNameIsAWordWithoutSecrets(_ text: String, _ name: String) {
        #expect(TokenCommand.shell(text).name == name)
    }
}
