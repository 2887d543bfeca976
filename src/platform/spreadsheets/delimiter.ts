const candidates = [';', ',', '\t', '|']

/** The sign between the cells of a text table: the one that occurs equally often in nearly every line; a comma when none does. */
export function findDelimiter(lines: readonly string[]): string {
  const told = lines.filter((line) => line.trim() !== '')
  let best = { delimiter: ',', score: 0 }
  for (const delimiter of candidates) {
    const counts = told.map((line) => countOutsideQuotes(line, delimiter))
    const usual = mostFrequent(counts.filter((count) => count > 0))
    if (usual === 0) continue
    const share = counts.filter((count) => count === usual).length / told.length
    // Lines that agree say more than many signs: every sentence has commas.
    const score = share * share * (1 + Math.log2(usual))
    if (score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}

function countOutsideQuotes(line: string, delimiter: string): number {
  let count = 0
  let isQuoted = false
  for (const sign of line) {
    if (sign === '"') isQuoted = !isQuoted
    else if (sign === delimiter && !isQuoted) count++
  }
  return count
}

function mostFrequent(counts: readonly number[]): number {
  const times = Map.groupBy(counts, (count) => count)
  let [usual, most] = [0, 0]
  for (const [count, { length }] of times) if (length > most) [usual, most] = [count, length]
  return usual
}
