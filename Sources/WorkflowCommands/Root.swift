import ArgumentKit
import WorkflowModel

/// The whole tool, one line a command; what argo has and wfctl does not is refused by name.
let rootCommand = CommandNode<CommandContext>.root(
    CommandInfo(
        name: "wfctl",
        abstract: "Run and watch workflows, on an Argo Server, in a cluster, on a dashboard or on this machine",
        discussion: """
            Data goes to standard output, everything else to standard error. The exit status tells the truth about \
            the run; see 'wfctl help exit-codes'.
            """,
        examples: [
            .init("Run a workflow on this machine", "wfctl submit --local examples/hello-world.json --log"),
            .init("Submit to a server and wait for the end", "wfctl submit wf.json -s argo:2746 -n argo --wait"),
            .init("What failed in the last hour", "wfctl list --status Failed,Error --since 1h"),
        ],
        topics: [.exitCodes, .environment, .lintRules]),
    globals: GlobalOptions.self, title: "Connection",
    [
        .command(SubmitCommand.self),
        .command(LintCommand.self),
        .command(ConvertCommand.self),
        .command(ListCommand.self),
        .command(GetCommand.self),
        .command(StatusCommand.self),
        .command(LogsCommand.self),
        .command(WaitCommand.self),
        .command(WatchCommand.self),
        .command(SteeringCommand<StopVerb>.self),
        .command(SteeringCommand<TerminateVerb>.self),
        .command(SteeringCommand<SuspendVerb>.self),
        .command(SteeringCommand<ResumeVerb>.self),
        .command(DeleteCommand.self),
        resourceCommands(TemplateNoun.self),
        resourceCommands(ClusterTemplateNoun.self),
        resourceCommands(
            CronNoun.self,
            [
                .command(CronSuspensionCommand<CronSuspendVerb>.self),
                .command(CronSuspensionCommand<CronResumeVerb>.self),
            ],
            refused: [.refused("backfill", reason: "submit the runs one by one with 'submit --from cronworkflow/NAME'")]
        ),
        .branch(
            CommandInfo(name: "context", aliases: ["contexts"], abstract: "Name the places where workflows live"),
            [
                .command(ContextListCommand.self),
                .command(ContextShowCommand.self),
                .command(ContextUseCommand.self),
                .command(ContextSetCommand.self),
                .command(ContextDeleteCommand.self),
                .command(ContextRenameCommand.self),
            ]),
        .branch(
            CommandInfo(name: "auth", abstract: "Work with credentials"),
            [
                .command(AuthTokenCommand.self),
                .command(AuthLoginCommand.self),
                .command(AuthLogoutCommand.self),
                .command(AuthWhoamiCommand.self),
            ]),
        .branch(
            CommandInfo(name: "cache", abstract: "Work with what is kept to spare the server"),
            [.command(CacheClearCommand.self)]),
        .command(VersionCommand.self),
        .command(CompletionCommand.self),
        .command(HelpCommand.self),
        .command(RunLocalCommand.self),
        .command(RunProgramCommand.self),
    ] + refusedCommands)

/// The five verbs of one kind of stored object, and those that it alone has.
private func resourceCommands<Noun: ResourceNoun>(
    _ noun: Noun.Type, _ own: [CommandNode<CommandContext>] = [], refused: [CommandNode<CommandContext>] = []
) -> CommandNode<CommandContext> {
    .branch(
        CommandInfo(name: Noun.word, aliases: Noun.aliases, abstract: "Work with \(Noun.kind.plural)"),
        [
            .command(ResourceWriteCommand<Noun, CreateVerb>.self),
            .command(ResourceWriteCommand<Noun, UpdateVerb>.self),
            .command(ResourceGetCommand<Noun>.self),
            .command(ResourceListCommand<Noun>.self),
            .command(ResourceDeleteCommand<Noun>.self),
        ] + own + refused + [
            .refused("lint", reason: "use 'wfctl lint --kinds \(Noun.kind.crdPlural)'")
        ])
}

/// Commands of the argo CLI that wfctl lacks.
private let refusedCommands: [CommandNode<CommandContext>] =
    [
        .refused("retry", reason: "submit the manifest again"),
        .refused("resubmit", reason: "submit the manifest again"),
        .refused("node", reason: "wfctl cannot change single steps"),
        .refused("archive", reason: "archived workflows appear in 'wfctl list' and 'wfctl get' of an Argo Server"),
        .refused("cp", reason: "wfctl does not fetch artifacts"),
        .refused("sync", reason: "wfctl does not manage synchronization limits"),
        .refused("executor-plugin", reason: "wfctl does not build plugins"),
        .refused("server", reason: "wfctl is a client; it needs no server with --local"),
    ]
