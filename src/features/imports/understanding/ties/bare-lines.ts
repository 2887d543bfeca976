import type { AuthorityMention } from '../names/authority-mention.ts'
import type { Mentions } from '../names/find-mentions.ts'
import type { Outline, Unit } from '../outline.ts'
import { areTwoSides, isSameParty, type StatedTie } from './tie.ts'

const longest = 110
const leading = /^[\s\d.,:;()[\]가-힣①-⑮-]{0,8}$/u
// What a heading may contain besides names: numbers, signs, the words for a pair.
const beside =
  /\([^)]*\)|(?:자매|우호|교류|협력|결연|파트너)(?: ?(?:결연|도시|지역|협력|교류))?|\b(?:ville|region|departement|province|commune|city|metropole)\b|\b(?:de|du|d|des|la|le|les|et|of)\b|(?:와|과|간|의)(?![가-힣])/gu

/** Lines with nothing but a name or a pair, above sentences about it: the names, by the passages beneath. */
export function underBareLines(
  { units }: Outline,
  mentions: Mentions,
): ReadonlyMap<Unit, readonly AuthorityMention[]> {
  const lines = units.filter((unit, at) => isBareLine(unit, units[at + 1], mentions))
  const found = new Map<Unit, readonly AuthorityMention[]>()
  for (const line of lines) {
    const beneath = units.slice(units.indexOf(line) + 1)
    for (const [at, unit] of beneath.entries()) {
      // A paragraph after the points of the last one belongs to the text again.
      const isAfter =
        unit.passage.kind === 'paragraph' && (beneath[at - 1]?.passage.kind === 'item' || at > 2)
      const isOver =
        lines.includes(unit) ||
        unit.section !== line.section ||
        unit.passage.kind === 'row' ||
        (line.passage.kind === 'item' ? !isBeneath(unit, line) : isAfter)
      if (isOver) break
      found.set(unit, mentions.authorities.get(line) ?? [])
    }
  }
  return found
}

const isBeneath = ({ passage }: Unit, line: Unit) =>
  passage.kind !== 'item' || passage.level > line.passage.level

function isBareLine(unit: Unit, next: Unit | undefined, { authorities, countries }: Mentions): boolean {
  const { passage, plain } = unit
  const own = authorities.get(unit) ?? []
  if (
    passage.kind === 'row' ||
    passage.kind === 'title' ||
    plain.length > longest ||
    !own[0] ||
    own.length > 3 ||
    !next
  )
    return false
  if (next.passage.kind === 'title' || next.passage.kind === 'row' || next.section !== unit.section)
    return false
  if (!/[가-힣]/u.test(plain) || /[:：]/u.test(plain) || !leading.test(plain.slice(0, own[0].start)))
    return false
  let rest = plain
  for (const { start, end } of [...own, ...(countries.get(unit) ?? [])])
    rest = `${rest.slice(0, start)}${' '.repeat(end - start)}${rest.slice(end)}`
  const words = rest.replace(beside, ' ').replace(/[^\p{L}]+/gu, ' ')
  return words.trim().length <= 2 || (own.length > 1 && /[–—↔⇔-]/u.test(plain) && words.trim().length <= 16)
}

/** The tie of a bare line: the pair that it names, else that of the owner of the text with its only name. */
export function tieOfBareLine(
  named: readonly AuthorityMention[] | undefined,
  ties: readonly StatedTie[],
  owner: AuthorityMention | null,
): StatedTie | null {
  const [first] = named ?? []
  if (!named || !first) return null
  const isNamed = (party: AuthorityMention) => named.some((each) => isSameParty(each, party))
  if (named.some((each) => areTwoSides(first, each)))
    return ties.find(({ parties }) => parties.every(isNamed)) ?? null
  const own = ties.filter(({ parties }) => parties.some((party) => isSameParty(party, first)))
  const ours = own.filter(({ parties }) => owner && parties.some((party) => isSameParty(party, owner)))
  const [tie, other] = ours.length > 0 ? ours : own
  return tie && !other && !(owner && isSameParty(first, owner)) ? tie : null
}
