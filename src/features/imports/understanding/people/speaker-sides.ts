import { fold } from '../../../../platform/search/index.ts'
import type { AuthorityMention } from '../names/authority-mention.ts'
import type { Mentions } from '../names/find-mentions.ts'
import type { Outline, Unit } from '../outline.ts'
import { isInstitution, isKoreanName } from './hangul-words.ts'
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

/**
 * The authority of each speaker in Korean minutes, “○ 신안군 곽두진 주무관”, and of the passages beneath until the next one: from the body
 * before the name, or from the list of participants. Null for a speaker of a body that is not an authority; speakers without such a
 * body are left out. Null for a text without such speakers.
 */
function koreanSpeakers(
  { units }: Outline,
  { authorities }: Mentions,
  persons: ReadonlyMap<Unit, readonly PersonMention[]>,
): Map<Unit, AuthorityMention | null> | null {
  const known = sidesOfNames(units, authorities, persons)
  const sides = new Map<Unit, AuthorityMention | null>()
  let speaking: AuthorityMention | null | undefined
  let isSpoken = false
  for (const unit of units) {
    if (unit.passage.kind === 'title') speaking = undefined
    const speaker = speakerIn(unit, persons.get(unit) ?? [])
    if (speaker) {
      isSpoken = true
      const [lead] = (authorities.get(unit) ?? []).filter(({ end }) => end <= speaker.start + 1)
      const body = unit.passage.text.slice(0, speaker.start) + (speaker.organisation ?? '')
      speaking = lead ?? known.get(fold(speaker.name)) ?? (isInstitution(body) ? null : undefined)
    }
    if (speaking !== undefined) sides.set(unit, speaking)
  }
  return isSpoken ? sides : null
}

/** 도영채 평창군 국제교류팀장 – 우리 군은 …: the authority of a speaker before a dash, in a text of two languages too. */
function dashSides({ units }: Outline, { authorities }: Mentions): Map<Unit, AuthorityMention | null> {
  const sides = new Map<Unit, AuthorityMention | null>()
  const known = new Map<string, AuthorityMention>()
  for (const unit of units) {
    const [lead = '', name = ''] =
      /^([가-힣]{2,5})(?: [가-힣]{2,12}){0,4} ?[–—:] /u.exec(unit.passage.text.slice(0, 80)) ?? []
    const side = (authorities.get(unit) ?? []).find(({ end }) => end <= lead.length) ?? known.get(name)
    if (unit.passage.kind === 'title' || !isKoreanName(name) || !side) continue
    known.set(name, side)
    sides.set(unit, side)
  }
  return sides
}

// A mark, at most an office and a body, and the name of the speaker; the speech follows, or is beneath.
function speakerIn({ passage }: Unit, persons: readonly PersonMention[]): PersonMention | null {
  const [first] = persons
  if (!first || passage.kind !== 'item' || first.start > 30 || !/[가-힣]/u.test(passage.text.slice(0, 50)))
    return null
  const { text } = passage
  const isLead = /^[가-힣A-Za-z0-9 ]*$/u.test(text.slice(0, first.start))
  const after = text.slice(first.end)
  return isLead &&
    /^(?: ?[가-힣]{2,10})?(?:$| {1,3}| ?[(:])/u.test(after) &&
    !/^(?:은|는|이|가|과|와|을)/u.test(after)
    ? first
    : null
}

/** 위원장: 천경화 (전주시 국제협력과장): the authority of each name at its first mention with a body. */
function sidesOfNames(
  units: readonly Unit[],
  authorities: ReadonlyMap<Unit, readonly AuthorityMention[]>,
  persons: ReadonlyMap<Unit, readonly PersonMention[]>,
): Map<string, AuthorityMention> {
  const sides = new Map<string, AuthorityMention>()
  for (const unit of units)
    for (const person of persons.get(unit) ?? []) {
      if (sides.has(fold(person.name))) continue
      const side = (authorities.get(unit) ?? []).find(
        (each) =>
          (each.start >= person.end &&
            /^ ?\(?$/u.test(unit.plain.slice(person.end, each.start)) &&
            // ○관광과장 서지안 브레스트시와는 …: the content, not the speaker's authority.
            !/^(?:와|과|는|은|의|에|를|을|도|가|이|에서|에게|로|하고)[ 는의]/u.test(
              unit.plain.slice(each.end),
            )) ||
          (each.end <= person.start && person.organisation?.includes(each.name) === true),
      )
      if (side) sides.set(fold(person.name), side)
    }
  return sides
}
