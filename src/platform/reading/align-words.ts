/**
 * The place in the source of each unit of words that were read from `source.slice(from, to)`: what lies between them is
 * markup (a backslash, the `>` of a quotation, the space before a line).
 */
export function alignWords(
  words: string,
  source: string,
  from: number,
  to: number,
  writing: Writing = 'markdown',
): number[] {
  const at: number[] = []
  let place = from
  while (at.length < words.length) {
    const { at: found, length, units } = findUnit(source, place, to, words[at.length] ?? '', writing)
    for (let unit = 0; unit < units; unit += 1) at.push(Math.min(found, to))
    place = Math.min(found + length, to)
  }
  return at.slice(0, words.length)
}

/** Code has no entities; only HTML has tags among words. */
export type Writing = 'markdown' | 'code' | 'html'

interface Found {
  at: number
  /** Units of the source, and the units of the words that they give. */
  length: number
  units: number
}

/** No markup between two words is longer: looking further would only find another word. */
const farthest = 400

function findUnit(source: string, from: number, to: number, unit: string, writing: Writing): Found {
  // A line end may be two signs, with spaces around them that are no part of the words.
  let end = from + farthest
  for (let at = from; at < Math.min(to, end); at += 1) {
    const tag = writing === 'html' && source[at] === '<' ? tagLength(source, at) : 0
    if (tag > 0) {
      // A tag that means nothing in its place does not part two words.
      at += tag - 1
      end += tag
      continue
    }
    const entity = writing === 'code' ? null : entityAt(source, at, unit)
    if (entity) return { at, ...entity }
    if (isSame(source[at], unit)) return { at, length: 1, units: 1 }
  }
  return { at: from, length: 1, units: 1 }
}

const tagLength = (source: string, at: number) =>
  /^<(?:!--[\s\S]*?-->|[a-z/!?][^>]*>)/i.exec(source.slice(at, at + 2_000))?.[0].length ?? 0

const isSame = (there: string | undefined, unit: string) =>
  there === unit ||
  (unit === '\n' && there === '\r') ||
  (unit === ' ' && /^[\t\n\r]$/.test(there ?? '')) ||
  (unit === '\ufffd' && there === '\0')

/** An entity for a sign: by its number, or by a name, of which only that of `&` itself is known here. */
function entityAt(source: string, at: number, unit: string): { length: number; units: number } | null {
  if (source[at] !== '&') return null
  const match = /^&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z\d]{1,31}));/i.exec(source.slice(at, at + 36))
  if (!match) return null
  const [whole, decimal, hexadecimal, name] = match
  if (name !== undefined) {
    const isMeant = unit === '&' ? /^amp$/i.test(name) : !/^[a-z\d\s]$/i.test(unit)
    return isMeant ? { length: whole.length, units: 1 } : null
  }
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number.parseInt(decimal, 10)
  const isWide = code > 0xffff && code <= 0x10ffff
  const isMeant = isWide
    ? /[\ud800-\udbff]/.test(unit)
    : unit.charCodeAt(0) === code || code < 0xa0 || code > 0xd7ff
  return isMeant ? { length: whole.length, units: isWide ? 2 : 1 } : null
}
