import type { AuthorityMention } from '../names/authority-mention.ts'
import type { Unit } from '../outline.ts'
import { areTwoSides, isSameParty } from './tie.ts'

const leadsToMany =
  /^ ?(?:\([^)]*\))? ?(?:[:–—=>→-]|,)? ?(?:villes? (?:jumelees?|jumelles?|partenaires?)|partenaires?|jumelages?|jumelee?s? (?:avec|a)|partners?|twinned with|twins?|자매도시|우호도시|자매결연|교류도시)?(?: depuis \d{4})?(?: avec| :| -| –)* ?$/u

const goesOnTelling =
  /\b(?:a|ont) (?:aussi |egalement |ensuite |depuis )?(?:noue|signe|conclu|etabli|developpe|engage|tisse|entame|lance|scelle)\b|\b(?:coopere|travaille|entretient|soutient|mene)\b/u

// « Coopérations décentralisées de la Métropole de A : B (depuis 1995), C (depuis 1993) »
const ofWhom =
  /^\W*(?:(?:les|nos|the) )?(?:villes? (?:jumelles?|partenaires?|soe?urs?)|jumelages?|cooperations?|partenaires?|partenariats?|twin towns|sister cities|partners)(?: decentralisees?| internationa\p{L}+)?(?: et (?:jumelages?|cooperations?|partenariats?))?(?: decentralisees?| internationa\p{L}+)? (?:de |d'|du |des |of )(?:la |le |l')?(?:(?:ville|commune|metropole|region|departement) (?:de |d'|du )?)?$/u

/** « A – partenaires : B, C et D », « A : B (1998), C (2003) ». */
export function oneToMany(unit: Unit, own: readonly AuthorityMention[]) {
  const [first, ...others] = own
  const next = others[0]
  const leads = first !== undefined && (first.start <= 6 || ofWhom.test(unit.plain.slice(0, first.start)))
  if (!first || !next || !leads) return []
  const gap = unit.plain.slice(first.end, next.start)
  if (!leadsToMany.test(gap) || !/[:–—=>→-]|partenaire|jumel|partner|twin|자매|우호/u.test(gap)) return []
  const end = unit.sentences[0]?.end ?? unit.passage.text.length
  // « (accord signé à Parakou) »: where something took place.
  const isWhere = ({ start }: AuthorityMention) =>
    /\([^)]*\b(?:a|au|in|at) $/u.test(unit.plain.slice(0, start))
  const partners = others.filter((other) => other.start < end && areTwoSides(first, other) && !isWhere(other))
  // « A, jumelée à B depuis 1964, a noué en 2003 des liens avec C »: a sentence, and no list.
  const last = partners.at(-1)
  if (last && goesOnTelling.test(unit.plain.slice(next.end, last.start))) return []
  // 수원시–투르 : 수원시는 투르시와 …: one pair, named again in the words about it.
  const isNamedAgain =
    others.some((each) => isSameParty(each, first)) && partners.every((each) => isSameParty(each, next))
  if (isNamedAgain) return []
  return partners.map((partner) => ({
    parties: [first, partner],
    within: { start: partner.start, end: endOf(partner, partners, unit, end) },
  }))
}

/** « A : B et C (accord de 2017) »: a bracket after several belongs to all of them. */
function endOf(
  partner: AuthorityMention,
  partners: readonly AuthorityMention[],
  { plain }: Unit,
  end: number,
): number {
  const next = partners[partners.indexOf(partner) + 1]
  if (!next) return end
  return /^(?:,| et| and|, et) $/u.test(plain.slice(partner.end, next.start)) &&
    /^ \(/u.test(plain.slice(partners.at(-1)?.end)) &&
    /commun|conjoint|\bjoint|tous|ensemble/u.test(plain)
    ? end
    : next.start
}
