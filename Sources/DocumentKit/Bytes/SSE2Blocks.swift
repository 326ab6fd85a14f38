#if arch(x86_64)
    import _Builtin_intrinsics.intel.sse2

    /// Sixteen bytes at a time, in a vector register every x86-64 processor has.
    enum SSE2Blocks: ByteBlocks {
        static var width: Int { 16 }

        @inline(__always)
        static func plainPrefix(_ text: borrowing Span<UInt8>, at offset: Int) -> Int {
            let block = text.vector(at: offset)
            // The comparison is signed: everything below space is a control character or not ASCII.
            let special = _mm_or_si128(
                _mm_or_si128(equal(block, "\""), equal(block, "\\")),
                _mm_or_si128(_mm_cmplt_epi8(block, _mm_set1_epi8(0x20)), equal(block, "\u{7F}")))
            return (mask(special) | 1 << 16).trailingZeroBitCount
        }

        @inline(__always)
        static func marks(_ text: borrowing Span<UInt8>, at offset: Int) -> JSONMarks {
            let first = quarter(text, offset)
            let second = quarter(text, offset + 16)
            let third = quarter(text, offset + 32)
            let fourth = quarter(text, offset + 48)
            return JSONMarks(
                quotes: first.quotes | second.quotes &<< 16 | third.quotes &<< 32 | fourth.quotes &<< 48,
                backslashes: first.backslashes | second.backslashes &<< 16 | third.backslashes &<< 32
                    | fourth.backslashes &<< 48,
                opens: first.opens | second.opens &<< 16 | third.opens &<< 32 | fourth.opens &<< 48,
                closes: first.closes | second.closes &<< 16 | third.closes &<< 32 | fourth.closes &<< 48)
        }

        @inline(__always)
        private static func quarter(_ text: borrowing Span<UInt8>, _ offset: Int) -> JSONMarks {
            let block = text.vector(at: offset)
            // Bit 5 is all that tells `[` from `{` and `]` from `}`.
            let folded = _mm_or_si128(block, _mm_set1_epi8(0x20))
            return JSONMarks(
                quotes: mask(equal(block, "\"")), backslashes: mask(equal(block, "\\")),
                opens: mask(equal(folded, "{")), closes: mask(equal(folded, "}")))
        }

        @inline(__always)
        private static func equal(_ block: SIMD2<Int64>, _ scalar: Unicode.Scalar) -> SIMD2<Int64> {
            _mm_cmpeq_epi8(block, _mm_set1_epi8(CChar(truncatingIfNeeded: scalar.value)))
        }

        @inline(__always)
        private static func mask(_ matches: SIMD2<Int64>) -> UInt64 {
            UInt64(UInt32(bitPattern: _mm_movemask_epi8(matches)))
        }
    }
#endif
