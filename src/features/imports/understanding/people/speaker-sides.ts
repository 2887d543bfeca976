import { fold } from '../../../../platform/search/index.ts'
import type { AuthorityMention } from '../names/authority-mention.ts'
import type { Mentions } from '../names/find-mentions.ts'
import type { Outline, Unit } from '../outline.ts'
import { dashSides, koreanSpeakers } from './korean-speakers.ts'
import type { PersonMention } from './person-mention.ts'

/** The authority of the speaker of each passage: « Mme X (Ville de Y) », from there or from the list of participants. */
export function speakerSides(
  outline: Outline,
  mentions: Mentions,
  persons: ReadonlyMap<Unit, PersonMention[]>,
): Map<Unit, AuthorityMention | null> {
  const korean = koreanSpeakers(outline, mentions, persons)
  if (korean) return korean
  const sideOf = new Map<string, AuthorityMention>()
  for (const unit of outline.units) {
    const own = mentions.authorities.get(unit) ?? []
    for (const person of persons.get(unit) ?? []) {
      const next = (persons.get(unit) ?? []).find(({ start }) => start >= person.end)
      const side = own.find(
        ({ start }) =>
          start >= person.end && start - person.end < 90 && (next === undefined || start < next.start),
      )
      const gap = side ? unit.plain.slice(person.end, side.start) : ''
      // Korean names the body before the person: what follows without brackets is a topic.
      if (
        side &&
        (/\(/.test(gap) || (!/[가-힣]/.test(gap) && /^[^.;:]{0,80}$/.test(gap))) &&
        !/[.;]/.test(gap)
      ) {
        const surname = fold(person.name).split(' ').at(-1) ?? ''
        if (!sideOf.has(surname)) sideOf.set(surname, side)
      }
    }
  }
  const sides = dashSides(outline, mentions)
  for (const unit of outline.units) {
    const [first] = persons.get(unit) ?? []
    if (!first || first.start >= 30) continue
    const side = sideOf.get(fold(first.name).split(' ').at(-1) ?? '')
    if (side) sides.set(unit, side)
    else if (/^ ?(?:,|\()/.test(unit.plain.slice(first.end)) && unit.passage.strong[0]?.start === 0)
      sides.set(unit, null)
  }
  return sides
}
