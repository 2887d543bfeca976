import { bareName, fold } from '../../src/platform/search/index.ts'
import type { KeyParty } from './key.ts'

/** Whether a party that was read is one that a key names: by its code, or by one of its names without the words of its kind. */
export function isParty(wanted: KeyParty, read: { name: string; code: string | null }): boolean {
  if (wanted.code && read.code) return wanted.code === read.code || namesOf(wanted).has(bare(read.name))
  return namesOf(wanted).has(bare(read.name))
}

function namesOf({ name, as_written, variants }: KeyParty): Set<string> {
  const given = [name, as_written ?? '', ...variants].flatMap((each) => [each, ...each.split(/[/()]/)])
  return new Set(given.map(bare).filter((each) => each !== ''))
}

function bare(name: string): string {
  return fold(bareName(name).bare)
    .replace(
      /\b(?:ville|region|province|departement|metropole|union|federation|municipalites|des|de|du|la|le|les|d|l)\b/g,
      ' ',
    )
    .replace(/\s+/g, ' ')
    .trim()
}

/** Whether one of two names holds the other, folded. */
export function holds(one: string, other: string): boolean {
  const [a, b] = [fold(one), fold(other)]
  return a !== '' && b !== '' && (a.includes(b) || b.includes(a))
}
