import type { AuthorityMention } from '../names/authority-mention.ts'
import type { Mentions } from '../names/find-mentions.ts'
import type { Outline } from '../outline.ts'
import { isSameParty, type StatedTie } from './tie.ts'

/** Assigns passages to a line that is only a pair: it is the title of what follows it. */
export function tellBeneath(ties: readonly StatedTie[], { units }: Outline): void {
  for (const tie of ties) {
    const { unit } = tie.stated
    if (tie.by !== 'list' || unit.passage.kind !== 'paragraph' || unit.passage.text.length > 140) continue
    const next = units[units.indexOf(unit) + 1]
    const isBare = unit.plain.length - (tie.parties.at(-1)?.end ?? 0) < 3
    if (!isBare || next?.section !== unit.section || next.passage.kind !== 'paragraph') continue
    if (!ties.some(({ told }) => told.some((each) => each.unit === next))) tie.told.push(...next.sentences)
  }
}

/** In a speech or an article with one clearly dominant tie, assigns to it the passages that name no other party. */
export function tellMain(
  ties: readonly StatedTie[],
  { units }: Outline,
  { authorities }: Mentions,
  owner: AuthorityMention | null,
): void {
  if (
    ties.length < 2 ||
    !owner ||
    units.some(({ plain }) => /[가-힣]{3}/u.test(plain)) ||
    ties.some(({ by }) => by !== 'sentence')
  )
    return
  const all = [...authorities.values()].flat()
  const counted = ties
    .map((tie) => {
      const other = tie.parties.find((party) => !isSameParty(party, owner))
      return { tie, times: all.filter((each) => other && isSameParty(each, other)).length }
    })
    .sort((a, b) => b.times - a.times)
  const [main, next] = counted
  if (!main || !next || main.times < 3 || main.times < next.times * 2) return
  for (const unit of units) {
    if (unit.passage.kind !== 'paragraph' || ties.some(({ told }) => told.some((each) => each.unit === unit)))
      continue
    const own = authorities.get(unit) ?? []
    // Other towns of the two countries are named only in passing.
    const isPassing = (each: AuthorityMention) =>
      main.tie.parties.some((party) => isSameParty(party, each)) ||
      (main.tie.parties.some(({ country }) => country === each.country) &&
        !ties.some(({ parties }) =>
          parties.some((party) => !isSameParty(party, owner) && isSameParty(party, each)),
        ))
    if (own.every(isPassing)) main.tie.told.push(...unit.sentences)
  }
  main.tie.told.sort((a, b) => a.unit.index - b.unit.index || a.start - b.start)
}
