// swift-tools-version: 6.2
import PackageDescription

// Release builds for Linux have Swift's libraries linked in and, as Go's programs, a fixed address: they are one file and
// start five times faster.
let linkedIn = BuildSettingCondition.when(platforms: [.linux], configuration: .release)

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
    .unsafeFlags(["-static-stdlib"], linkedIn),
]

let package = Package(
    name: "wfctl",
    products: [.executable(name: "wfctl", targets: ["wfctl"])],
    targets: [
        .target(name: "ArgumentKit", swiftSettings: strict),
        .target(name: "DocumentKit", swiftSettings: strict),
        .target(name: "TerminalKit", swiftSettings: strict),
        .target(name: "WorkflowModel", dependencies: ["DocumentKit"], swiftSettings: strict),
        .target(name: "WorkflowLint", dependencies: ["DocumentKit", "WorkflowModel"], swiftSettings: strict),
        // Makes FoundationNetworking call our curl_* functions instead of libcurl's, in every executable that has them.
        .target(
            name: "CurlShim", exclude: ["linker"],
            linkerSettings: [
                .unsafeFlags(
                    ["-use-ld=lld", "-Xlinker", "--export-dynamic-symbol=curl_*"], .when(platforms: [.linux])),
                // The folder holds a libcurl for the linker only: FoundationNetworking asks for one, and has ours.
                .unsafeFlags(
                    [
                        "-static-stdlib", "-L\(Context.packageDirectory)/Sources/CurlShim/linker",
                        "-Xlinker", "--icf=all", "-Xclang-linker", "-no-pie",
                    ], linkedIn),
            ]),
        .target(
            name: "WorkflowAPI", dependencies: ["CurlShim", "DocumentKit", "WorkflowModel"], swiftSettings: strict),
        .target(
            name: "LocalEngine", dependencies: ["DocumentKit", "WorkflowAPI", "WorkflowModel"],
            swiftSettings: strict),
        .target(
            name: "WorkflowCommands",
            dependencies: [
                "ArgumentKit", "DocumentKit", "LocalEngine", "TerminalKit", "WorkflowAPI", "WorkflowLint",
                "WorkflowModel",
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "wfctl", dependencies: ["TerminalKit", "WorkflowCommands"], swiftSettings: strict),
        .target(
            name: "TestSupport",
            dependencies: [
                "DocumentKit", "LocalEngine", "TerminalKit", "WorkflowAPI", "WorkflowCommands", "WorkflowModel",
            ],
            path: "Tests/TestSupport", swiftSettings: strict),
        .testTarget(
            name: "ArgumentKitTests", dependencies: ["ArgumentKit"], exclude: ["Goldens"], swiftSettings: strict),
        .testTarget(name: "DocumentKitTests", dependencies: ["DocumentKit"], swiftSettings: strict),
        .testTarget(name: "TerminalKitTests", dependencies: ["TerminalKit", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "WorkflowModelTests", dependencies: ["DocumentKit", "TestSupport", "WorkflowModel"],
            swiftSettings: strict),
        .testTarget(
            name: "WorkflowLintTests", dependencies: ["DocumentKit", "TestSupport", "WorkflowLint", "WorkflowModel"],
            swiftSettings: strict),
        .testTarget(
            name: "WorkflowAPITests",
            dependencies: ["CurlShim", "DocumentKit", "TestSupport", "WorkflowAPI", "WorkflowModel"],
            swiftSettings: strict),
        .testTarget(
            name: "LocalEngineTests",
            dependencies: ["DocumentKit", "LocalEngine", "TestSupport", "WorkflowAPI", "WorkflowModel"],
            swiftSettings: strict),
        .testTarget(
            name: "ContractTests",
            dependencies: ["DocumentKit", "LocalEngine", "TestSupport", "WorkflowAPI", "WorkflowModel"],
            swiftSettings: strict),
        .testTarget(
            name: "WorkflowCommandsTests",
            dependencies: [
                "ArgumentKit", "DocumentKit", "LocalEngine", "TerminalKit", "TestSupport", "WorkflowAPI",
                "WorkflowCommands", "WorkflowLint", "WorkflowModel",
            ],
            exclude: ["Goldens", "Transcripts"], swiftSettings: strict),
        .testTarget(
            name: "BinaryTests", dependencies: ["DocumentKit", "TestSupport", "WorkflowAPI", "WorkflowModel", "wfctl"],
            swiftSettings: strict),
        .testTarget(name: "SourceRulesTests", swiftSettings: strict),
    ]
)
