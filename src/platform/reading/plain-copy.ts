/**
 * A copy of a text in which patterns are sought: small letters without accents, one kind of apostrophe, dash and space. It has the
 * same length as the text, unit by unit, so that what is found in it has its place in the text.
 */
export function plainCopy(text: string): string {
  let copy = ''
  for (let at = 0; at < text.length; at += 1) copy += plainUnit(text[at] ?? '')
  return copy
}

const known = new Map<string, string>()

function plainUnit(unit: string): string {
  const before = known.get(unit)
  if (before !== undefined) return before
  const plain = special[unit] ?? (isHangul(unit) ? unit : (lowered(unit)[0] ?? unit))
  known.set(unit, plain)
  return plain
}

const lowered = (unit: string) => unit.toLowerCase().normalize('NFD')
const isHangul = (unit: string) => unit >= '가' && unit <= '힣'

const special: Readonly<Record<string, string>> = {
  ...each('’‘ʼ´`′', "'"),
  ...each('‐‑‒–—―−', '-'),
  ...each('∼〜～', '~'),
  ...each('\u00a0\u202f\u2009\t\n', ' '),
  ...each('“”«»„', '"'),
  œ: 'o',
  Œ: 'o',
}

function each(units: string, plain: string): Record<string, string> {
  return Object.fromEntries(Array.from(units, (unit) => [unit, plain]))
}

/** Whether a place of a plain copy is in a bracket that opened after `from`. */
export const isInBracket = (plain: string, from: number, at: number) =>
  plain.lastIndexOf('(', at - 1) >= Math.max(from, plain.lastIndexOf(')', at - 1)) && at > from
