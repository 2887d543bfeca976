/** The words of a list, with any space between them. Throws on a word that is in it twice. */
export function wordSet(list: string): ReadonlySet<string> {
  const words = list.trim().split(/\s+/u)
  const set = new Set(words)
  if (set.size < words.length) {
    const doubles = words.filter((word, index) => words.indexOf(word) !== index)
    throw new Error(`A list of words has some of them twice: ${doubles.join(' ')}`)
  }
  return set
}

/** The endings of a list, with any space between them. Throws on one that is in it twice, or that ends in another. */
export function endingSet(list: string): ReadonlySet<string> {
  const endings = wordSet(list)
  const dead = [...endings].filter((ending) => endsInOne(ending.slice(1), endings))
  if (dead.length > 0) throw new Error(`A list of endings has some that end in another: ${dead.join(' ')}`)
  return endings
}

/** Whether a word is one of some endings, or ends in one. */
export function endsInOne(word: string, endings: ReadonlySet<string>): boolean {
  for (let at = 0; at < word.length; at++) if (endings.has(word.slice(at))) return true
  return false
}
