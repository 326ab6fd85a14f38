import Testing

/// What commands rely on, whatever backend they talk to. Each backend keeps all of it or refuses by name.
@Suite("backend contract", .timeLimit(.minutes(5))) struct BackendContract {}
