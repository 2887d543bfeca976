/** Where a sentence stands in a text: UTF-16 offsets, `end` exclusive. */
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
  let start = skipSpace(text, 0)
  for (const match of text.matchAll(/[.!?…]+(?:\s*»|[”"’)\]])*(?=\s)/gu)) {
    const end = match.index + match[0].length
    const next = skipSpace(text, end)
    if (next >= text.length || !endsHere(text, start, match.index, end, next)) continue
    spans.push({ start, end })
    start = next
  }
  const last = text.trimEnd().length
  if (last > start) spans.push({ start, end: last })
  return spans
}

function endsHere(text: string, start: number, mark: number, end: number, next: number): boolean {
  if (!/^[\p{Lu}\p{Lo}\p{N}«“"([—–-]/u.test(text.slice(next))) return false
  if (
    text[mark] === '.' &&
    isPointOfDate(text.slice(Math.max(0, mark - 12), mark), text.slice(next, next + 4))
  )
    return false
  if (text[mark] === '.' && end - mark === 1 && isAbbreviation(text.slice(start, mark), text.slice(next)))
    return false
  return !isOpen(text.slice(start, end), '«', '»') && !isOpen(text.slice(start, end), '(', ')')
}

// 2012. 9. 18. and ’96. 10.: each number of a Korean date has its point; after a year alone, one ends a sentence.
function isPointOfDate(before: string, after: string): boolean {
  if (/(?:(?:1[89]|20)\d{2}|['’`]\d{2})\.\s?\d{1,2}(?:\.\s?\d{1,2})?$/u.test(before)) return true
  // 6. 19. 오후 3시, where the year is said elsewhere.
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

function isOpen(text: string, opening: string, closing: string): boolean {
  return text.split(opening).length > text.split(closing).length
}

function skipSpace(text: string, from: number): number {
  let at = from
  while (at < text.length && /\s/u.test(text[at] ?? '')) at += 1
  return at
}
