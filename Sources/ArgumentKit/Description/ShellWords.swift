/// The words of the first command of a shell line, as far as examples in help need them: quotes and backslashes are
/// understood, and a pipe, a list, a redirection or a comment ends the command.
///
///     wfctl list -o name | head -n 1     →   wfctl, list, -o, name
package func shellWords(_ line: String) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    var isEscaped = false
    for character in line {
        if isEscaped {
            word = (word ?? "") + String(character)
            isEscaped = false
        } else if let open = quote {
            if character == open { quote = nil } else { word = (word ?? "") + String(character) }
        } else if character == "\\" {
            isEscaped = true
        } else if character == "'" || character == "\"" {
            quote = character
            word = word ?? ""
        } else if "|&;<>".contains(character) || (character == "#" && word == nil) {
            break
        } else if character == " " {
            if let word { words.append(word) }
            word = nil
        } else {
            word = (word ?? "") + String(character)
        }
    }
    if let word { words.append(word) }
    return words
}
