#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The terminal as a value: where text goes and what the other end can show. stdout and stderr are judged apart.
package struct Terminal: Sendable {
    /// Data: what a script reads.
    package var out: Output
    /// Everything else: notes, warnings, questions, progress.
    package var err: Output
    package var outIsTerminal: Bool
    package var errIsTerminal: Bool
    package var inIsTerminal: Bool
    /// Columns of a line; 80 where nothing says otherwise.
    package var width: Int
    /// How large it is at this moment: people change that.
    package var size: @Sendable () -> Size
    package var usesColor: Bool
    package var usesColorOnErr: Bool
    /// The descriptor `ask` reads answers from.
    package var inputDescriptor: Int32

    /// Columns and rows.
    package struct Size: Sendable, Equatable {
        package var columns: Int
        package var rows: Int

        package init(columns: Int, rows: Int) {
            self.columns = columns
            self.rows = rows
        }
    }

    /// A terminal made of parts, for tests; memory outputs unless others are given.
    package init(
        out: Output = .memory(), err: Output = .memory(), outIsTerminal: Bool = false, errIsTerminal: Bool = false,
        inIsTerminal: Bool = false, width: Int = 80, height: Int = 24, usesColor: Bool = false,
        usesColorOnErr: Bool = false,
        inputDescriptor: Int32 = 0
    ) {
        self.out = out
        self.err = err
        self.outIsTerminal = outIsTerminal
        self.errIsTerminal = errIsTerminal
        self.inIsTerminal = inIsTerminal
        self.width = width
        size = { Size(columns: width, rows: height) }
        self.usesColor = usesColor
        self.usesColorOnErr = usesColorOnErr
        self.inputDescriptor = inputDescriptor
    }

    /// The terminal of this process, with the colours `--color auto` means.
    package static func system(environment: [String: String]) -> Terminal {
        on(input: 0, out: 1, err: 2, environment: environment)
    }

    /// The terminal, or what stands in for it, behind three descriptors.
    static func on(input: Int32, out: Int32, err: Int32, environment: [String: String]) -> Terminal {
        let outIsTerminal = isatty(out) == 1
        let errIsTerminal = isatty(err) == 1
        let screen = Screen()
        let output = Output(
            channel: .descriptor(out), flushesLines: outIsTerminal, screen: outIsTerminal ? screen : Screen())
        let errors = Output(
            channel: .descriptor(err), flushesLines: true, screen: errIsTerminal ? screen : Screen(),
            after: isOneFile(out, err) ? output : nil)
        let size: @Sendable () -> Size = {
            let measured = measuredSize(of: out) ?? measuredSize(of: err)
            return Size(
                columns: width(environment: environment, measured: measured?.columns), rows: measured?.rows ?? 24)
        }
        var terminal = Terminal(
            out: output, err: errors, outIsTerminal: outIsTerminal, errIsTerminal: errIsTerminal,
            inIsTerminal: isatty(input) == 1, width: size().columns, inputDescriptor: input)
        terminal.size = size
        return terminal.choosing(.auto, environment: environment)
    }

    /// The same terminal with the colours of a `--color` option.
    package func choosing(_ color: ColorChoice, environment: [String: String]) -> Terminal {
        var terminal = self
        terminal.usesColor = color.usesColor(isTerminal: outIsTerminal, environment: environment)
        terminal.usesColorOnErr = color.usesColor(isTerminal: errIsTerminal, environment: environment)
        return terminal
    }

    /// Paints for stdout.
    package var painter: Painter { Painter(enabled: usesColor) }

    /// Paints for stderr.
    package var errPainter: Painter { Painter(enabled: usesColorOnErr) }

    /// `COLUMNS`, else what the terminal says, else 80.
    static func width(environment: [String: String], measured: Int?) -> Int {
        if let columns = Int(environment["COLUMNS"] ?? ""), columns > 0 { return min(columns, 65_535) }
        return measured ?? 80
    }

    /// Whether two descriptors end in the same terminal, pipe or file, as with `2>&1`.
    private static func isOneFile(_ one: Int32, _ other: Int32) -> Bool {
        var first = stat()
        var second = stat()
        guard fstat(one, &first) == 0, fstat(other, &second) == 0 else { return false }
        return first.st_dev == second.st_dev && first.st_ino == second.st_ino
    }

    private static func measuredSize(of descriptor: Int32) -> Size? {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Size(columns: Int(size.ws_col), rows: size.ws_row > 0 ? Int(size.ws_row) : 24)
    }
}
