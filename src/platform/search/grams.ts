/**
 * The pieces by which an index finds a folded text, each once: three letters in a row of a word, two for
 * Hangul, initial consonants, kana and Han characters, and `^` with the first two letters of every other
 * word.
 */
export function grams(folded: string): string[] {
  const found = new Set<string>()
  for (const word of folded.split(' ')) {
    if (word === '') continue
    addWordGrams(word, found)
    if (!startsWithPair.test(word)) found.add(startGram(word))
  }
  return [...found]
}

/**
 * The pieces that hold wherever a folded word occurs, even inside a longer one; none when it is too short.
 */
export function wordGrams(word: string): string[] {
  const found = new Set<string>()
  addWordGrams(word, found)
  return [...found]
}

/** `^` and the first two letters of a word, fewer when a letter of another kind follows: `^st`, `^y`. */
export function startGram(word: string): string {
  const [first = '', second = ''] = surrogates.test(word) ? Array.from(word) : word
  return `^${first}${hasPair.test(second) ? '' : second}`
}

/**
 * True for a word of one or two letters or digits that say little: of Hangul and Han even one letter says
 * much.
 */
export function isShortWord(word: string): boolean {
  return !hasPair.test(word) && (word.length < 3 || (word.length < 5 && Array.from(word).length < 3))
}

const pairClass = '\\u3005\\u3040-\\u30ff\\u3131-\\u318e\\u3400-\\u9fff\\uac00-\\ud7a3\\uf900-\\ufaff'
const hasPair = new RegExp(`[${pairClass}]`)
const startsWithPair = new RegExp(`^[${pairClass}]`)
const runs = new RegExp(`[${pairClass}]+|[^${pairClass}]+`, 'g')
const surrogates = /[\ud800-\udfff]/

function addWordGrams(word: string, found: Set<string>): void {
  if (!hasPair.test(word)) addRun(word, 3, found)
  else for (const run of word.match(runs) ?? []) addRun(run, startsWithPair.test(run) ? 2 : 3, found)
}

function addRun(run: string, size: number, found: Set<string>): void {
  if (surrogates.test(run)) {
    const letters = Array.from(run)
    for (let at = 0; at + size <= letters.length; at += 1) found.add(letters.slice(at, at + size).join(''))
    return
  }
  for (let at = 0; at + size <= run.length; at += 1) found.add(run.slice(at, at + size))
}
