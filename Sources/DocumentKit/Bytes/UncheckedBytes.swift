// The module's only unsafe code: block loads and bulk copies. The standard library calls them unsafe because a loaded
// type could be anything and a pointer could escape; the bounds are checked, and the types are plain integers.

extension Span where Element == UInt8 {
    /// Eight bytes, the first one lowest.
    @inline(__always)
    func word(at offset: Int) -> UInt64 {
        UInt64(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    /// Sixteen bytes as they lie in memory.
    @inline(__always)
    func vector(at offset: Int) -> SIMD2<Int64> {
        unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: SIMD2<Int64>.self)
    }
}

extension MutableSpan where Element == UInt8 {
    /// Overwrites sixteen bytes.
    @inline(__always)
    mutating func store(_ vector: SIMD2<Int64>, at offset: Int) {
        var raw = mutableBytes
        raw.storeBytes(of: vector, toByteOffset: offset, as: SIMD2<Int64>.self)
    }
}

extension Array where Element == UInt8 {
    /// Appends all bytes of a span in one copy.
    mutating func append(copying bytes: borrowing Span<UInt8>) {
        unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
    }
}
