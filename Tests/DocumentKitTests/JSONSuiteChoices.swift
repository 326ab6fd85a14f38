/// What the reader does with each file that the suite leaves open, by the name between `i_` and `.json`.
enum JSONSuiteChoices {
    /// The document as compact text.
    static let read: [String: String] = [
        // Numbers keep their text, however large.
        "number_double_huge_neg_exp": "[123.456e-789]",
        "number_huge_exp": "[0.4e00669" + String(repeating: "9", count: 115) + "69999999006]",
        "number_neg_int_huge_exp": "[-1e+9999]",
        "number_pos_double_huge_exp": "[1.5e+9999]",
        "number_real_neg_overflow": "[-123123e100000]",
        "number_real_pos_overflow": "[123123e100000]",
        "number_real_underflow": "[123e-10000000]",
        "number_too_big_neg_int": "[-123123123123123123123123123123]",
        "number_too_big_pos_int": "[100000000000000000000]",
        "number_very_big_negative_int": "[-237462374673276894279832749832423479823246327846]",
        // A surrogate without its partner becomes U+FFFD.
        "object_key_lone_2nd_surrogate": "{\"\u{FFFD}\":0}",
        "string_1st_surrogate_but_2nd_missing": "[\"\u{FFFD}\"]",
        "string_1st_valid_surrogate_2nd_invalid": "[\"\u{FFFD}ሴ\"]",
        "string_incomplete_surrogate_and_escape_valid": "[\"\u{FFFD}\\n\"]",
        "string_incomplete_surrogate_pair": "[\"\u{FFFD}a\"]",
        "string_incomplete_surrogates_escape_valid": "[\"\u{FFFD}\u{FFFD}\\n\"]",
        "string_invalid_lonely_surrogate": "[\"\u{FFFD}\"]",
        "string_invalid_surrogate": "[\"\u{FFFD}abc\"]",
        "string_inverted_surrogates_U+1D11E": "[\"\u{FFFD}\u{FFFD}\"]",
        "string_lone_second_surrogate": "[\"\u{FFFD}\"]",
        "structure_UTF-8_BOM_empty_object": "{}",
        "structure_500_nested_arrays": String(repeating: "[", count: 500) + String(repeating: "]", count: 500),
    ]

    /// Bytes that are not UTF-8 are refused, and so are other encodings.
    static let refused: [String: String] = [
        "string_UTF-16LE_with_BOM": "1:1: expected a value, found byte 0xFF",
        "string_UTF-8_invalid_sequence": "1:5: the text is not UTF-8: byte 0xFA",
        "string_UTF8_surrogate_U+D800": "1:3: the text is not UTF-8: byte 0xED",
        "string_invalid_utf-8": "1:3: the text is not UTF-8: byte 0xFF",
        "string_iso_latin_1": "1:3: the text is not UTF-8: byte 0xE9",
        "string_lone_utf8_continuation_byte": "1:3: the text is not UTF-8: byte 0x81",
        "string_not_in_unicode_range": "1:3: the text is not UTF-8: byte 0xF4",
        "string_overlong_sequence_2_bytes": "1:3: the text is not UTF-8: byte 0xC0",
        "string_overlong_sequence_6_bytes": "1:3: the text is not UTF-8: byte 0xFC",
        "string_overlong_sequence_6_bytes_null": "1:3: the text is not UTF-8: byte 0xFC",
        "string_truncated-utf-8": "1:3: the text is not UTF-8: byte 0xE0",
        "string_utf16BE_no_BOM": "1:1: expected a value, found U+0000",
        "string_utf16LE_no_BOM": "1:2: expected a value or ']', found U+0000",
    ]
}
