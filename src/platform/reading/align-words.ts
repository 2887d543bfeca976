/**
 * The place in the source of each unit of words that were read from `source.slice(from, to)`: what stands between them is
 * markup (a backslash, the `>` of a quotation, the space before a line).
 */
export function alignWords(
  words: string,
  source: string,
  from: number,
  to: number,
  isCode = false,
): number[] {
  const at: number[] = []
  let place = from
  while (at.length < words.length) {
    const unit = words[at.length] ?? ''
    const entity = isCode ? null : entityAt(source, place, unit)
    if (entity) {
      for (let unit = 0; unit < entity.units; unit += 1) at.push(place)
      place += entity.length
      continue
    }
    const found = findUnit(source, place, to, unit)
    at.push(Math.min(found, to))
    place = Math.min(found + 1, to)
  }
  return at
}

/** No markup between two words is longer: looking further would only find another word. */
const farthest = 400

function findUnit(source: string, from: number, to: number, unit: string): number {
  if (isSame(source[from], unit)) return from
  // A line end may be two signs, with spaces around them that are no part of the words.
  let at = from
  const end = Math.min(to, from + farthest)
  while (at < end && !isSame(source[at], unit)) at += 1
  return at < end ? at : from
}

const isSame = (there: string | undefined, unit: string) =>
  there === unit ||
  (unit === '\n' && there === '\r') ||
  (unit === ' ' && /^[\t\n\r]$/.test(there ?? '')) ||
  (unit === '\ufffd' && there === '\0')

function entityAt(source: string, at: number, unit: string): { length: number; units: number } | null {
  if (source[at] !== '&') return null
  const match = /^&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z\d]{1,31}));/i.exec(source.slice(at, at + 36))
  if (!match) return null
  const [whole, decimal, hexadecimal, name] = match
  if (name !== undefined)
    return unit !== '&' || /^amp$/i.test(name) ? { length: whole.length, units: 1 } : null
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number.parseInt(decimal, 10)
  return { length: whole.length, units: code > 0xffff && code <= 0x10ffff ? 2 : 1 }
}
