import type { AuthorityMention } from '../names/authority-mention.ts'
import type { Sentence } from '../outline.ts'
import type { Group } from './groups.ts'

/** From one member of a list to the next: « avec B depuis 1998 et, depuis 2003, avec C ». */
export function spanOf(
  member: AuthorityMention,
  group: Group,
  sentence: Sentence,
  partners: readonly Group[] = [],
) {
  const at = group.members.indexOf(member)
  const before = group.members[at - 1]
  const next = group.members[at + 1]
  const { plain } = sentence.unit
  const lead = before ? leadingDate.exec(plain.slice(before.end, member.start)) : null
  const trail = next ? leadingDate.exec(plain.slice(member.end, next.start)) : null
  return {
    start: before && lead ? before.end + lead.index : member.start,
    end: next ? (trail ? member.end + trail.index : next.start) : clauseOf(group, partners, sentence).end,
  }
}

// The date of the next one, before its name.
const leadingDate =
  /\b(?:et|and|puis|enfin),? (?:depuis|en|since|in) [^,]{4,20},? (?:avec|with|a|to) (?:la |le |l'|les |the )?$/u

/**
 * Of several partners named one by one, each with the words that introduce it: « liée par une convention de 2013 à B, et par une
 * charte à C ».
 */
export function clauseOf(group: Group, partners: readonly Group[], sentence: Sentence) {
  const at = partners.indexOf(group)
  const [before, next] = [partners[at - 1], partners[at + 1]]
  const boundary = (from: number, to: number) => {
    const gap = sentence.unit.plain.slice(from, to)
    // « avec B, avec qui elle est jumelée depuis 1974, et avec C »
    const joint = Array.from(gap.matchAll(/;|,? \b(?:et|and|puis|then|ainsi qu|as well as)\b/gu)).at(
      -1,
    )?.index
    const mark = joint ?? gap.search(/,/)
    // « Helmstedt depuis 1977 avec Lymington »: what nothing parts belongs to the one before.
    return mark < 0
      ? to - (/ (?:avec|with|a|to) (?:la |le |l'|les |the )?$/u.exec(gap)?.[0].length ?? 0)
      : from + mark
  }
  return {
    // « Le jumelage A / B remonte à 1987 ; celui avec C, à 1995. »
    start: before
      ? boundary(before.end, group.start)
      : group.before.includes(';')
        ? group.start - group.before.length + group.before.lastIndexOf(';') + 1
        : sentence.start,
    end: next ? boundary(group.end, next.start) : sentence.end,
  }
}
