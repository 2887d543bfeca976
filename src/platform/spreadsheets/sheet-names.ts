const longest = 31

/** Names that Excel takes: at most 31 letters, none of its signs for addresses, and no two alike whatever their case. */
export function sheetNames(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    const plain =
      name
        .replace(/[\\/?*[\]:]/g, ' ')
        .replace(/^'+|'+$/g, '')
        .trim() || 'Sheet'
    for (let count = 1; ; count++) {
      const ending = count === 1 ? '' : ` (${count})`
      const named = `${plain
        .slice(0, longest - ending.length)
        .toWellFormed()
        .trimEnd()}${ending}`
      if (taken.has(named.toLowerCase())) continue
      taken.add(named.toLowerCase())
      return named
    }
  })
}
