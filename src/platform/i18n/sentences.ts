/** Where a sentence is in a text: UTF-16 offsets, `end` exclusive. */
export interface Span {
  start: number
  end: number
}

/**
 * The sentences of a paragraph. Abbreviations (`M.`, `n°`, initials), ellipses that run on, brackets and
 * `« … »` do not end a sentence; French, English and Korean are split alike.
 */
export function sentences(text: string): Span[] {
  const spans: Span[] = []
  const open = new OpenBrackets(text)
  let start = skipSpace(text, 0)
  for (const match of text.matchAll(/[.!?…]+(?:\s*»|[”"’)\]])*(?=\s)/gu)) {
    const end = match.index + match[0].length
    const next = skipSpace(text, end)
    if (next >= text.length || !mayEnd(text, start, match.index, end, next) || open.at(start, end)) continue
    spans.push({ start, end })
    start = next
  }
  const last = text.trimEnd().length
  if (last > start) spans.push({ start, end: last })
  return spans
}

function mayEnd(text: string, start: number, mark: number, end: number, next: number): boolean {
  if (!/^[\p{Lu}\p{Lo}\p{N}«“"([—–-]/u.test(text.slice(next))) return false
  if (
    text[mark] === '.' &&
    isPointOfDate(text.slice(Math.max(0, mark - 12), mark), text.slice(next, next + 4))
  )
    return false
  // No abbreviation is longer: a sentence that fills a whole book is not searched back to its start at each of its points.
  const before = text.slice(Math.max(start, mark - 40), mark)
  return !(text[mark] === '.' && end - mark === 1 && isAbbreviation(before, text.slice(next)))
}

// 2012. 9. 18. and ’96. 10.: each number of a Korean date has its point; after a year alone, one ends a sentence.
function isPointOfDate(before: string, after: string): boolean {
  if (/(?:(?:1[89]|20)\d{2}|['’`]\d{2})\.\s?\d{1,2}(?:\.\s?\d{1,2})?$/u.test(before)) return true
  // 6. 19. 오후 3시, where the year is given elsewhere.
  if (/(?<![\d.])(?:0?[1-9]|1[0-2])$/u.test(before) && /^(?:0?[1-9]|[12]\d|3[01])\./u.test(after)) return true
  if (/(?<![\d.])(?:0?[1-9]|1[0-2])\.\s?\d{1,2}$/u.test(before)) return true
  return /(?:(?<!\d)(?:1[89]|20)\d{2}|['’`]\d{2})$/u.test(before) && /^\d{1,2}(?:\.|월)/u.test(after)
}

/** Words that keep their point in running text; `etc.` is not among them, it may well end a sentence. */
const titles = new Set('m mm mme mmes mlle me mgr dr pr st ste cf ex av mr mrs ms vs'.split(' '))
const beforeNumbers = new Set(
  'no nos art al p pp vol éd chap tél fig réf janv févr avr juil sept oct nov déc jan feb apr aug sep dec'.split(
    ' ',
  ),
)

function isAbbreviation(before: string, after: string): boolean {
  const word = before.match(/[\p{L}\p{N}°.-]+$/u)?.[0] ?? ''
  if (/^(?:\p{Lu}\.-?)*\p{Lu}$/u.test(word) || titles.has(word.toLowerCase())) return true
  return /^\p{N}/u.test(after) && (beforeNumbers.has(word.toLowerCase()) || word.endsWith('°'))
}

/** Whether more was opened than closed in a sentence: each of its letters is looked at once, however many points it has. */
class OpenBrackets {
  readonly #text: string
  #start = -1
  #counted = 0
  #quotations = 0
  #brackets = 0

  constructor(text: string) {
    this.#text = text
  }

  at(start: number, end: number): boolean {
    if (start !== this.#start)
      [this.#start, this.#counted, this.#quotations, this.#brackets] = [start, start, 0, 0]
    for (; this.#counted < end; this.#counted++) {
      const letter = this.#text[this.#counted]
      if (letter === '«') this.#quotations++
      else if (letter === '»') this.#quotations--
      else if (letter === '(') this.#brackets++
      else if (letter === ')') this.#brackets--
    }
    return this.#quotations > 0 || this.#brackets > 0
  }
}

function skipSpace(text: string, from: number): number {
  let at = from
  while (at < text.length && /\s/u.test(text[at] ?? '')) at += 1
  return at
}
