/// The lines of a log as it was kept: plain, packed with gzip, or the one file of a tar archive packed with gzip.
///
/// What is packed comes out when all of it is there, a little at a time.
struct KeptLog {
    /// Bytes of a packed log that are taken in.
    private static let packedLimit = 512 << 20

    private var framer = LineFramer(ending: .lineFeedAlone, limit: ArgoFrameReader.limit)
    /// nil while nothing has come.
    private var isPacked: Bool?
    private var packed: [UInt8] = []

    mutating func append(_ piece: [UInt8], each body: (ArraySlice<UInt8>) throws -> Void) throws {
        guard isPacked != false else { return try split(piece, each: body) }
        packed += piece
        // Three bytes tell.
        guard packed.count > 2 else { return }
        isPacked = Gzip.isGzip(packed)
        guard isPacked == false else {
            guard packed.count <= Self.packedLimit else { throw BackendError.failed("it is packed, and too large") }
            return
        }
        let start = packed
        packed = []
        try split(start, each: body)
    }

    mutating func finish(each body: (ArraySlice<UInt8>) throws -> Void) throws {
        if isPacked == true {
            do {
                try unpack(each: body)
            } catch let error as GzipError {
                throw BackendError.failed("it is packed with gzip, and \(error == .cutOff ? "cut off" : "damaged")")
            } catch let problem as TarFile.Problem {
                let fault = problem == .severalFiles ? "a tar archive of several files" : "a damaged tar archive"
                throw BackendError.failed("it is \(fault)")
            }
        } else {
            try split(packed, each: body)
        }
        if let rest = framer.finish() { try body(rest) }
    }

    private mutating func unpack(each body: (ArraySlice<UInt8>) throws -> Void) throws {
        var gzip = try Gzip(packed, limit: .max)
        packed = []
        var archive: TarFile?
        var isFirst = true
        while let piece = try gzip.next() {
            if isFirst, TarFile.isStart(piece) { archive = TarFile() }
            isFirst = false
            try split(Array(try archive?.content(of: piece) ?? piece), each: body)
        }
        if archive?.isComplete == false { throw TarFile.Problem.corrupt }
    }

    private mutating func split(_ piece: [UInt8], each body: (ArraySlice<UInt8>) throws -> Void) throws {
        for line in try framer.append(piece) { try body(line) }
    }
}
