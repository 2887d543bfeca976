import type { AuthorityMention } from '../names/authority-mention.ts'
import type { Sentence } from '../outline.ts'
import { type Group, groupsOf } from './groups.ts'
import type { Pair } from './latin-ties.ts'
import { areTwoSides } from './tie.ts'

/** Words by which Korean speaks of ties. */
export const koreanTieWords = /자매|우호|결연|협약|협정|양해각서|MOU|LOI|의향서|교류|협력|동맹|인연/i

/** The pairs that a Korean sentence ties: “A는 B와 자매결연을 맺었다”. */
export function koreanPairs(sentence: Sentence, mentions: readonly AuthorityMention[], subject: AuthorityMention | null): Pair[] {
  if (!koreanTieWords.test(sentence.text)) return []
  const groups = groupsOf(sentence, mentions)
  const pairs: Pair[] = []
  const add = (one: AuthorityMention, other: AuthorityMention, within: Pair['within']) => {
    if (areTwoSides(one, other) && !pairs.some(({ parties }) => parties.includes(one) && parties.includes(other)))
      pairs.push({ parties: [one, other], within })
  }
  for (const [at, group] of groups.entries()) {
    if (denied.test(sentence.text)) continue
    const [first] = group.members
    const others = group.members.filter((each) => first && areTwoSides(first, each))
    const isTied = koreanTieWords.test(group.after) || /(?:간|사이)/.test(group.after.slice(0, 4))
    if (first && others.length > 0 && isTied) {
      const own = group.members.filter((each) => !others.includes(each))
      for (const one of own) for (const other of others) add(one, other, others.length > 1 ? spanOf(other, group, sentence) : null)
      continue
    }
    const next = groups[at + 1]
    if (next && /^ ?[-–·~↔] ?$/.test(next.before)) {
      for (const one of group.members) for (const other of next.members) add(one, other, null)
      continue
    }
    if (!isPartner(group)) continue
    const side = groups.slice(0, at).toReversed().find((each) => !isPlace(each) && each.members.some((one) => group.members.some((other) => areTwoSides(one, other))))
    const later = side ? undefined : groups.slice(at + 1).find((each) => isSubject(each) && each.members.some((one) => group.members.some((other) => areTwoSides(one, other))))
    for (const one of side?.members ?? later?.members ?? (subject ? [subject] : []))
      for (const other of group.members) add(one, other, group.members.length > 1 || groups.length > 2 ? spanOf(other, group, sentence) : null)
  }
  return pairs
}

const titled = '(?:시청|시의회|의회|정부|청|측|시장|군수|구청장|도지사|지사)?(?: ?\\([^)]*\\))?'
const withParticle = new RegExp(`^${titled}(?:와의|과의|와는|과는|와도|과도|와|과|하고)(?![가-힣])`, 'u')
const subjectParticle = new RegExp(`^${titled}(?:은|는|이|가|도|에서는|,)`, 'u')
const placeParticle = new RegExp(`^${titled}(?:에서|에|로|으로|까지|부터)(?!서는)`, 'u')

function isPartner({ before, after }: Group): boolean {
  if (withParticle.test(after)) return koreanTieWords.test(after) || koreanTieWords.test(before)
  return /(?:자매|우호|교류|결연|협력) ?(?:결연 ?)?(?:도시|지역|자치단체|지자체|지방정부)(?:인|이자|들?은|로는|:|,| )? ?$/u.test(before.trimEnd()) || /(?:자매|우호|교류|협력)(?:결연)?도시인? ?$/u.test(before)
}

const isPlace = ({ after }: Group) => placeParticle.test(after)
const isSubject = ({ after }: Group) => subjectParticle.test(after)

const denied = /(?:사실이 아니|사실과 다르|관계(?:가|는)? 없|맺은 적이 없|체결한 적이 없|결연(?:을|은)? 맺지 않|거절|무산|고사)/u

function spanOf(member: AuthorityMention, group: Group, sentence: Sentence) {
  const at = group.members.indexOf(member)
  return { start: member.start, end: group.members[at + 1]?.start ?? sentence.end }
}
