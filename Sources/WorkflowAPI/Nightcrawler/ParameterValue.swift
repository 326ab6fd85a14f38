import DocumentKit

/// What the text of a parameter stands for where values have types.
///
///     64  true  ["a", "b"]  {"k": 1}     what JSON says
///     "64"                               the text 64
///     imagenet  2.1.0                    no JSON: text
///
/// A parameter file says itself what is a text.
enum ParameterValue {
    static func tree(_ parameter: SubmitOptions.Parameter) -> ValueTree {
        let text = parameter.value
        guard !parameter.isText, text.first?.isWhitespace == false, text.last?.isWhitespace == false,
            let document = try? JSONReader.read(Array(text.utf8))
        else { return .string(text) }
        return document.root.tree
    }
}
