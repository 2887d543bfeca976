import type { AuthorityMention } from '../names/authority-mention.ts'
import type { Sentence } from '../outline.ts'
import { type Group, groupsOf } from './groups.ts'
import { areTwoSides } from './tie.ts'

/** Words by which French and English speak of ties. */
export const tieWords =
  /jumel|partenari|partenaires?\b|cooper|\baccords?\b|convention|protocole|\bpactes?\b|\bchartes?\b|memorandum|\bmou\b|entente|amitie|intention|\bliens?\b|\bliee?s?\b|\blie\b|\bunit\b|\bunissent\b|relations?\b|echange|collabor|travaill|dialogue|rapproch|twin|sister cit|friendship|agreement|partner|memorandum|charter|exchange|linked|discut|negoci/

const act =
  /(?:ont|a|avaient|viennent de|vient de|sont|est|se sont|etaient|ont ete|have|has|had|are|were|signent|signe|entretiennent|cooperent|coopere|collaborent|echangent|partagent|travaillent|developpent|poursuivent|concluent|nouent|scellent|renouvellent|signed|sign|cooperate|celebrent|fetent|celebrate|discutent|dialoguent|negocient)(?![\p{L}])/u

export interface Pair {
  parties: [AuthorityMention, AuthorityMention]
  /** Where what is said of this pair alone stands. */
  within: { start: number; end: number } | null
}

/**
 * The pairs that a sentence in French or English ties: « A est jumelée avec B », « un accord entre A et B ». `subject` is who is spoken of
 * where the sentence names one side alone.
 */
export function latinPairs(sentence: Sentence, mentions: readonly AuthorityMention[], subject: AuthorityMention | null): Pair[] {
  if (!tieWords.test(sentence.plain)) return []
  const groups = groupsOf(sentence, mentions)
  const pairs: Pair[] = []
  const add = (one: AuthorityMention, other: AuthorityMention, within: Pair['within']) => {
    if (areTwoSides(one, other) && !pairs.some(({ parties }) => parties.includes(one) && parties.includes(other)))
      pairs.push({ parties: [one, other], within })
  }
  for (const [at, group] of groups.entries()) {
    if (isDenied(sentence, group)) continue
    const joined = joinedInside(group, sentence)
    if (joined) {
      for (const { one, other } of acrossCountries(group.members)) add(one, other, group.members.length > 2 ? spanOf(other, group, sentence) : null)
      continue
    }
    const dashed = groups[at + 1]
    if (dashed && /^ ?[-/↔] ?$/.test(dashed.before) && tieNear(sentence, group.start, dashed.end)) {
      for (const one of group.members) for (const other of dashed.members) add(one, other, null)
      continue
    }
    if (!isPartner(group, sentence)) continue
    const side = subjectBefore(groups, at, group) ?? subjectAfter(groups, at, group, sentence) ?? (subject ? [subject] : [])
    for (const one of side) for (const other of group.members) add(one, other, group.members.length > 1 || groups.length > 2 ? spanOf(other, group, sentence) : null)
  }
  return pairs
}

const preposition = (group: Group) => group.before.replace(/(?:(?:la|le|les|l'|the|sa|son|ses|leur|leurs|notre|nos|its|their) ?)+$/u, '').trimEnd()

const apposition =
  /(?:(?:ville|cite|commune|region|province|collectivite)s? (?:jumel(?:le|ee)s?|soeurs?|partenaires?|amies?)|jumelles?|partenaires?|homologues?|sister (?:city|cities)|twin (?:town|city)s?|partner(?: city| region)?)(?: [a-z]{3,12}(?:e|ne|se|nais|ien|enne|ish|an)?)?(?: de| d'| of|,|:| est| sont| is| are)?$/u

/** « avec B », « jumelée à B », « sa ville jumelle B ». */
function isPartner(group: Group, sentence: Sentence): boolean {
  const before = preposition(group)
  if (/(?:^|[ '(])(?:avec|with)$/u.test(before)) return tieNear(sentence, sentence.start, group.end + 60)
  if (/(?:jumel[a-z]*|li[e]+s?|unie?s?|associee?s?|rattachee?s?|lie|unit|relie|twinned|linked|tied|connected) (?:officiellement |egalement |aussi |depuis [^,]{2,20} )?(?:a|aux?|to)$/u.test(before)) return true
  return apposition.test(before) && !/(?:recherche|cherche|sans|aucune?) [^,]{0,30}$/.test(before)
}

/** « A et B ont signé », « entre A et B », « signé par A et B ». */
function joinedInside(group: Group, sentence: Sentence): boolean {
  if (acrossCountries(group.members).length === 0) return false
  const before = preposition(group)
  const inner = sentence.unit.plain.slice(group.members[0]?.end ?? 0, group.members.at(-1)?.start)
  if (/ avec | with /.test(inner)) return true
  if (/(?:^|[ '(])(?:entre|between|unissant|liant|lie|unit|reliant)$/u.test(before)) return true
  if (/(?:^|[ '(])(?:par|by)$/u.test(before)) return /sign|conclu|paraph|ratifi/.test(sentence.plain)
  if (/(?:villes|communes|collectivites|regions|cities|towns|jumelage|cooperation|partenariat|accord|convention|pacte)(?: de| d'| of)?$/u.test(before)) return true
  if (/(?:^|[ '(])(?:a|en|dans|de|des|du|d'|pour|vers|chez|sur|depuis|in|at|of|for|from|to)$/u.test(before)) return false
  return act.test(group.after.slice(0, 60))
}

function acrossCountries(members: readonly AuthorityMention[]) {
  const [first] = members
  if (!first) return []
  // One side is that of the first named; each of the other side is tied to each of it.
  const own = members.filter((each) => each === first || (each.country !== null && each.country === first.country))
  const others = members.filter((each) => !own.includes(each))
  return own.flatMap((one) => others.map((other) => ({ one, other })))
}

function subjectBefore(groups: readonly Group[], at: number, partner: Group): AuthorityMention[] | null {
  for (const group of groups.slice(0, at).toReversed()) {
    if (isPlaceOnly(group)) continue
    const sides = group.members.filter((member) => partner.members.some((other) => areTwoSides(member, other)))
    if (sides.length > 0) return sides
  }
  return null
}

// « Le jumelage avec B, signé par A », « liée à B, la ville de A »
function subjectAfter(groups: readonly Group[], at: number, partner: Group, sentence: Sentence): AuthorityMention[] | null {
  const next = groups[at + 1]
  if (!next || !/^(?:,|.{0,40}\bpar\b)/.test(next.before) || isPlaceOnly(next) || sentence.plain === '') return null
  const sides = next.members.filter((member) => partner.members.some((other) => areTwoSides(member, other)))
  return sides.length > 0 ? sides : null
}

// « à Rabat », « en Isère », « l’université de Lyon »: where something is, or what is called after a place.
function isPlaceOnly(group: Group): boolean {
  const before = preposition(group)
  return (
    /(?:^|[ '(])(?:a|en|dans|vers|chez|depuis|in|at|near)$/u.test(before) ||
    /(?:universite|ecole|lycee|college|port|aeroport|hopital|chu|musee|festival|gare|association|club|chambre|cci|office|agence|habitants|quartier|orchestre|theatre|university|school)[^,.;]{0,30} (?:de|d'|du|des|of)$/u.test(before)
  )
}

const denial =
  /\b(?:n'|ne )[^,.;]{0,30}\b(?:pas|jamais|aucune?|plus|ni)\b|\b(?:aucun|aucune)\b[^,.;]{0,20}\b(?:jumelage|accord|lien|cooperation|partenariat|convention|relation)|c'est faux|\ba tort\b|refus|declin|renonc|\b(?:not|never|no)\b[^,.;]{0,30}(?:twin|agreement|link|partner|sister)|erron|by mistake|par erreur/

function isDenied({ plain, start }: Sentence, group: Group): boolean {
  const clause = clauseAround(plain, group.start - start, group.end - start)
  if (!denial.test(clause)) return false
  // « n’a rien signé mais discute avec B », « pas d’accord avec B, mais de nombreux échanges »
  return !/\bmais\b|\bbut\b|toutefois|cependant|neanmoins|malgre/.test(plain.slice(0, group.end - start + 80))
}

function clauseAround(plain: string, start: number, end: number): string {
  const from = Math.max(plain.lastIndexOf(';', start), plain.lastIndexOf(' : ', start), 0)
  const stop = plain.indexOf(';', end)
  return plain.slice(from, stop < 0 ? plain.length : stop)
}

const tieNear = ({ plain, start }: Sentence, from: number, to: number) => tieWords.test(plain.slice(Math.max(0, from - start - 60), to - start + 40))

/** From one member of a list to the next: « avec B depuis 1998 et avec C depuis 2003 ». */
function spanOf(member: AuthorityMention, group: Group, sentence: Sentence) {
  const at = group.members.indexOf(member)
  return { start: member.start, end: group.members[at + 1]?.start ?? sentence.end }
}
