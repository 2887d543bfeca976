import type { Sentence } from '../outline.ts'
import { tieNear } from './group-roles.ts'
import type { Group } from './groups.ts'

/** « A – B », « A et B, que lie un pacte », « qui unit A à B », « B, ville partenaire de A »: whether a group is tied to the next one. */
export function isBoundToNext(sentence: Sentence, group: Group, next: Group): boolean {
  return (
    (/^ ?[-/↔] ?$/.test(next.before) && tieNear(sentence, group.start, next.end)) ||
    (binds.test(group.before) && boundTo.test(next.before)) ||
    /\bqui (?:les|nous) (?:lient?|unit|unissent|relient?|rapproche)/.test(next.after) ||
    isTwinOf.test(next.before)
  )
}

// « à B, ville malienne partenaire de A »
const isTwinOf =
  /^(?: \([^)]*\))?(?:, (?:la |une )?(?:ville|cite|commune|region|collectivite|departement|town|city)(?: \p{L}{4,14})? (?:jumelle|jumelee|partenaire|soe?ur|amie|twinned|partnered) (?:de |d'|du |avec |a |with |to )|, partenaire (?:de |d'|du ))(?:la |le |l'|les )?$/u
const binds =
  /(?:^|[ ,])(?:unit|unissent|unissait|lie|lient|liait|relie|relient|rattache|links|binds),?(?: depuis [^,]{3,24},)? ?(?:la |le |l'|les |the )?$/u
const boundTo = /^(?: \([^)]*\))? (?:a|aux?|et|avec|to|and|with) (?:la |le |l'|les |celle de |the )?$/u
