import Testing

@testable import WorkflowLint

@Suite struct ExpressionTests {
    @Test(
        arguments: [
            ("a", ["a"]), (" a-1 && b_2 ", ["a-1", "b_2"]), ("a.Failed||b", ["a.Failed", "b"]),
            ("!(a && !b.Skipped) || (c)", ["a", "b.Skipped", "c"]), ("!!a", ["a"]), ("a&&\n\tb", ["a", "b"]),
            ("3d.Succeeded", ["3d.Succeeded"]), ("a.x.y", ["a.x.y"]),
        ] as [(String, [String])])
    func readsDepends(_ text: String, _ terms: [String]) throws {
        let expression = try DependsExpression(parsing: text)
        #expect(expression.terms.map { $0.task + ($0.result.map { ".\($0)" } ?? "") } == terms)
    }

    @Test(arguments: [
        ("", "expected a task, found the end"), ("a &&", "expected a task, found the end"),
        ("&& a", "expected a task, found '&&'"), ("a b", "expected an operator, found 'b'"),
        ("a !b", "expected an operator, found '!'"), ("a (b)", "expected an operator, found '('"),
        ("(a", "unbalanced parentheses: '(' without ')'"), ("a)", "unbalanced parentheses: ')' without '('"),
        ("()", "expected a task, found ')'"), ("!", "expected a task, found the end"),
        ("a & b", "unknown operator '&'"), ("a | b", "unknown operator '|'"), ("a, b", "unexpected ','"),
        ("a == b", "unexpected '='"), (".Failed", "unexpected '.'"), ("ä", "unexpected 'ä'"),
        ("a 🙂", "unexpected '🙂'"),
    ])
    func saysWhyItCannotReadDepends(_ text: String, _ message: String) {
        #expect { try DependsExpression(parsing: text) } throws: { ($0 as? ExpressionFault)?.message == message }
    }

    @Test(arguments: [
        "true", "a == b", "'a b' != \"c\"", "1 < 2.5", "0x1F > 1", "a =~ '^b$'", "a !~ b", "x in ('a', 'b')",
        "x IN (1, 2) || !(y && -1 < z)", "a ? b : c", "a ?? b", "1 + 2 * 3 ** 4 % 5 - -6 == 7",
        "~1 | 2 ^ 3 & 4 << 5 >> 6",
        "[a b] == 1", "ä == ö", "a.b.c == 1", "'it\\'s' == x", "{{a}} == heads", "{{a}}", "{{= a == 'b' }}",
        "{{a}} == {{b}}-{{c}}", "{{a}}-suffix == x", "x{{a}}.5 == y", "'{{a}}' == ''", "'{{=f(\"x\", 'y')}}' == 'z'",
        "{{a}} {{b}} {{c}}", "({{a}}) && !{{b}}", "prefix{{a}} == {{b}}suffix", "'{' == '}'",
    ])
    func readsConditions(_ text: String) throws {
        try WhenExpression.check(text)
    }

    @Test(arguments: [
        (" ", "expected a value, found the end"), ("a ==", "expected a value, found the end"),
        ("== a", "expected a value, found '=='"), ("a == b c", "expected an operator, found 'c'"),
        ("a 'b'", "expected an operator, found ''b''"), ("a = b", "unknown operator '='"),
        ("'a", "unclosed string literal"), ("\"a' == b", "unclosed string literal"),
        ("'a\\'", "unclosed string literal"),
        ("[a", "unclosed '['"), ("(a == b", "unbalanced parentheses: '(' without ')'"),
        ("a == b)", "unbalanced parentheses: ')' without '('"), ("f(a)", "expected an operator, found '('"),
        ("a == 1.2.3", "'1.2.3' is no number"), ("a == 1m", "expected an operator, found 'm'"),
        ("a == $b", "unknown operator '$'"), ("{{a", "unexpected '{'"), ("a && && b", "expected a value, found '&&'"),
        ("{{a}} = b", "unknown operator '='"), ("{{a}} == .", "'.' is no number"),
        ("in", "expected a value, found 'in'"),
    ])
    func saysWhyItCannotReadConditions(_ text: String, _ message: String) {
        #expect { try WhenExpression.check(text) } throws: { ($0 as? ExpressionFault)?.message == message }
    }

    @Test(
        arguments: [
            ("a", [["a"]]),
            ("inputs.parameters['n-max'].x + f(b.c)", [["inputs", "parameters", "n-max", "x"], ["f"], ["b", "c"]]),
            ("filter(xs, {# > 1 && .y == #acc})", [["filter"], ["xs"]]),
            ("not (a in [1, 2,]) or b not in {x: 1}", [["a"], ["b"], ["x"]]),
            ("a ? 1 : -2.5e-3 ?? 0x1F", [["a"]]), ("a?.b?.[0][1:][:2][:]", [["a"]]), ("1..3", []),
            ("a // ) (\n + /* ' */ b", [["a"], ["b"]]), ("if a {b} else {c}", []),
            ("let y = a; y", [["y"], ["a"], ["y"]]),
            ("`\\` + 'it\\'s' + \"}\"", []), ("[] == {} && f()", [["f"]]),
            ("(now() - a.b).Seconds() > 360 | int()", [["now"], ["a", "b"], ["int"]]),
            ("a contains 'b' and c matches '^d$' && !e", [["a"], ["c"], ["e"]]), ("\n ä\t", [["ä"]]),
            ("a * (b + c)[0].d", [["a"], ["b"], ["c"]]),
        ] as [(String, [[String]])])
    func readsExpressions(_ text: String, _ paths: [[String]]) throws {
        #expect(try ValueExpression(parsing: text).paths.map { $0.map(String.init) } == paths)
    }

    @Test(arguments: [
        ("", "expected a value, found the end"), ("1 +", "expected a value, found the end"),
        ("(", "unbalanced brackets: '(' without ')'"), (")(", "unbalanced brackets: ')' without '('"),
        ("[a)", "unbalanced brackets: ')' without '('"), ("{a: 1", "unbalanced brackets: '{' without '}'"),
        ("()", "expected a value, found ')'"), ("a[]", "expected a value, found ']'"),
        ("f(a +)", "expected a value, found ')'"), ("[1 +]", "expected a value, found ']'"),
        ("a b", "expected an operator, found 'b'"), ("a 'b'", "expected an operator, found ''b''"),
        ("a {b}", "expected an operator, found '{'"), ("a !b", "expected an operator, found '!'"),
        ("&& a", "expected a value, found '&&'"), ("a == == b", "expected a value, found '=='"),
        ("'a", "unclosed string literal"), ("'a\\'", "unclosed string literal"), ("a = b", "unexpected '='"),
        ("a.", "expected a name after '.'"),
        ("a?.", "expected a name after '?.'"), ("?.a", "expected a value, found '?.'"), ("a /* b", "unclosed comment"),
        ("a @ b", "unexpected '@'"), ("a 🙂", "unexpected '🙂'"),
    ])
    func saysWhyItCannotReadExpressions(_ text: String, _ message: String) {
        #expect { try ValueExpression(parsing: text) } throws: { ($0 as? ExpressionFault)?.message == message }
    }

    @Test(arguments: ["(", "!", "(a == b) && "]) func nestsWithoutEnd(_ part: String) {
        let text = String(repeating: part, count: 100_000)
        #expect(throws: ExpressionFault.self) { try WhenExpression.check(text) }
        #expect(throws: ExpressionFault.self) { try DependsExpression(parsing: text) }
    }
}
