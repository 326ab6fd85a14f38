/// The candidate that `word` was most likely meant to be, or nil when none is near.
///
/// Near is: the same but for case, a beginning of the candidate, or few typing mistakes
/// (a letter more, less, wrong, or two swapped): one in a short word, two from five letters on. A beginning counts as one
/// mistake, and of several the word that lacks the fewest letters is nearest.
package func nearest(to word: String, in candidates: [String]) -> String? {
    let typed = Array(word.lowercased().utf8)
    let limit = typed.count < 5 ? 1 : 2
    var best: (candidate: String, distance: Int, missing: Int)?
    for candidate in candidates {
        let letters = Array(candidate.lowercased().utf8)
        let mistakes = abs(letters.count - typed.count) <= limit ? editDistance(letters, typed) : .max
        let isBeginning = typed.count >= 2 && letters.starts(with: typed)
        let distance = isBeginning ? min(mistakes, 1) : mistakes
        let missing = isBeginning && mistakes > 1 ? letters.count - typed.count : 0
        guard distance <= limit else { continue }
        if (distance, missing) < (best?.distance ?? .max, best?.missing ?? .max) {
            best = (candidate, distance, missing)
        }
    }
    return best?.candidate
}

/// Optimal string alignment distance: insertions, deletions, replacements and swaps of neighbours, each one step.
func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
        var row = [i + 1]
        for j in b.indices {
            var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
            if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforeLast[j - 1] + 1) }
            row.append(cost)
        }
        (beforeLast, last) = (last, row)
    }
    return last[b.count]
}
