/// The truth value that `word` spells, exactly as Go's `strconv.ParseBool` takes it; nil for anything else.
func truthValue(_ word: String) -> Bool? {
    switch word {
    case "1", "t", "T", "true", "TRUE", "True": true
    case "0", "f", "F", "false", "FALSE", "False": false
    default: nil
    }
}
