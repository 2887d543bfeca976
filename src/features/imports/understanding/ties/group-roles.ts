import { type AuthorityMention, isHome } from '../names/authority-mention.ts'
import type { Sentence } from '../outline.ts'
import { latinRole } from '../people/roles.ts'
import type { Group } from './groups.ts'
import { act, tieWords, together } from './latin-words.ts'

const articles = /(?:(?:la|le|les|l'|the|sa|son|ses|leur|leurs|notre|nos|its|their) ?)+$/u
// « avec le maire de B », « avec son homologue de B »: a representative.
const speaker = new RegExp(
  `(?:(?:monsieur|madame|m\\.|mme|le|la|l'|son|sa|the|its) ?)?(?:${latinRole}|homologues?|delegation|representants?|elus?|services?|autorites|equipe)(?: adjointe?s?| municipaux?| generale?| delegue)?,? (?:de|du|d'|des|of)$`,
  'u',
)

// « avec la ville galloise de B », “with the Basque town of B”
const whichTown =
  /(?:(?:la|le|l'|les|the|une?|a) ?)?(?:petite |grande )?(?:\p{L}{4,14} )?(?:ville|commune|cite|municipalite|localite|town|city) (?:\p{L}{4,16} )?(?:de|d'|of)$/u

/** The words before a group, without its articles and representatives: they end with the preposition. */
function preposition(group: Group): string {
  const before = group.before
    .replace(articles, '')
    .trimEnd()
    .replace(whichTown, '')
    .replace(articles, '')
    .trimEnd()
  const without = before.replace(speaker, '')
  return without === before ? before : without.trimEnd().replace(articles, '').trimEnd()
}

const follows = (words: string) => new RegExp(`(?:^|[ '(])(?:${words})$`, 'u')
const withWords = follows('avec|with')
const placeWords = follows('a|en|dans|vers|chez|depuis|in|at|near')
const anyPreposition = follows("a|en|dans|de|des|du|d'|pour|vers|chez|sur|depuis|in|at|of|for|from|to")
const joinWords = follows('entre|between|unissant|liant|lie|unit|reliant')
const byWords = follows('par|by')

/** Words before a group that make it a partner. */
const partnerAfter: readonly RegExp[] = [
  /\b(?:help|support|assistance|aide|appui|soutien)\b[^,.;]{0,30} (?:from|de la part d[eu'])$/u,
  // « intervient auprès de B », « engagé aux côtés de B »
  /(?:intervien\w+|appui\w*|soutien\w*|accompagn\w+|engagee?s?|travail\w+)[^.;]{0,50}(?:aupres de|aux cotes de|alongside)$/u,
  // « intervient dans la région de B », « l'engagement de A aux côtés de B »
  /\b(?:intervien(?:t|nent)|(?:est|sont) (?:engagee?s?|presente?s?))(?: depuis [^,;]{2,24})? (?:a|dans)(?: la (?:region|commune|ville|province) de| le departement d[eu])?$/u,
  // « soutient B », “once supported B”
  /\b(?:soutien(?:t|nent)|souten(?:ait|aient|u)|appui(?:e|ent)|appuyait|accompagn(?:e|ent|ait|aient)|aid(?:e|ent|ait|aient|er)|soutenir|accompagner|appuyer|epauler|parrain(?:e|ent|ait)|epaul(?:e|ent|ait)|supported|supports|helped|helps|assists|assisted)$/u,
  // « jumelée à B », « s'était liée en 1976 par un jumelage à B »
  /(?:jumel[a-z]*|li[e]+s?|liait|liaient|lient|unissait|unie?s?|associee?s?|rattachee?s?|lie|unit|relie|twinned|linked|tied|connected) (?:officiellement |egalement |aussi |depuis [^,]{2,20} )?(?:a|aux?|to)$/u,
  /(?:li[e]+s?|unie?s?|jumelee?s?) (?:par|depuis|en|grace)[^.;]{3,110} (?:a|aux?)$/u,
  // “a draft charter had been sent to B”
  /(?:charte|charter|accord|agreement|draft|projet|convention|protocole|memorandum|pacte|texte)[^.;]{0,40}(?:sent|submitted|adressee?|envoyee?|transmise?|soumise?|proposee?) (?:to|a|aux?)$/u,
  // « prête main-forte à B », « vient en aide à B »
  /(?:main[ -]forte|en aide|assistance|(?:son|leur) (?:aide|appui|soutien|concours)|la main) (?:a|aux?|to)$/u,
  // “has had a sister city in the United States, B”
  /(?:sister city|twin town|partner city|ville jumelle|ville so(?:e)?ur|\bjumelle)[^.;:,]{0,40},$/u,
  // « a pour partenaire depuis 2003 B »
  /\b(?:a|ont|avait|avaient|has|have) (?:pour|as|for)(?: seule?| unique| principale?)? (?:partenaires?|ville jumelle|villes jumelles|jumelles?|soe?urs?|marraines?|twin|sister city)(?: \p{L}{4,14}(?:aise?|oise?|ienne?|ande?|ine?|ole|ique))?(?: depuis [^,;]{3,24}|, [^,;]{3,40})?,?$/u,
  // « entre la Région et B »
  /\bentre (?:la |le |l'|notre |sa |son )(?:region|ville|departement|commune|metropole|collectivite|agglomeration|communaute|syndicat)[^,.;]{0,24} et$/u,
]

const apposition =
  /(?:(?:ville|cite|commune|region|province|collectivite)s? (?:jumel(?:le|ee)s?|soe?urs?|partenaires?|amies?)|(?:l')?amies?|jumelles?|partenaires?|homologues?|sister (?:city|cities)|twin (?:town|city)s?|partner(?: city| region)?)(?: [a-z]{3,12}(?:e|ne|se|nais|ien|enne|ish|an)?)?(?: de| d'| of|,| ?:| ?-| est| sont| is| are|,? (?:parmi lesquel[a-z]*|dont|a savoir|notamment|including|such as|among (?:them|which)))?$/u

// « B est notre jumelle », « B : vous savez que la ville bavaroise est notre jumelle »
const isItsTwin =
  /^(?:(?: \([^)]*\))?,|(?:,? (?:en|au) [a-z-]+)? \() ?(?:la|sa|notre|son|leur|leurs|l'autre|its|our|their) (?:premiere |seule |plus ancienne |ancienne |grande )?(?:ville |cite |commune |sister |twin )?(?:jumelle|jumelee|partenaire|soe?ur|amie|homologue|twin|partner|city|town)\b/u
const isATwin =
  /^(?: \([^)]*\))?, (?:ville|cite|commune|region|collectivite|departement)s?(?: \p{L}{4,14}(?:aise?|oise?|ienne?|ande?|ine?|ole|ique|ane|e|be|que))?(?: avec| de)? ?(?:jumelle|jumelee|partenaire|soe?ur|amie)s?\b(?! (?:de|d'|du|des|avec|a|aux?) )/u
const isOurTwin =
  /^(?:,[^,.;]{3,34},)? est (?:notre|sa) (?:ville )?(?:jumelle|partenaire|soe?ur|amie)\b|^(?: ?[:,][^.;]{0,40} (?:la|cette|the|this) (?:ville|cite|commune|town|city)(?: \p{L}+)?)? (?:est|sont|reste|demeure|restent|is|are)[^.;]{0,24} (?:notre|nos|sa|leur|la|une|our) (?:ville |plus ancienne |twin |sister )?(?:jumelle|jumelee|partenaire|soe?ur|amie|compagne|town|city)/u

/** « notre ville et B », “B and us” */
export const weOurselves =
  /\b(?:(?:notre|our) (?:ville|commune|cite|collectivite|region|departement|agglomeration|metropole|municipalite|territoire|city|town|county|district|council|municipality|region)|nous|la ville|la commune|la mairie|la region|le departement|le conseil (?:departemental|regional|municipal|general)|la metropole|l'agglomeration) (?:et|and) (?:la |le |l'|the |celle de |celui de )?(?:ville de |commune de |city of |town of |(?:conseil|mairie|municipalite|region|province) (?:de |du |d'))?$/u

/** « avec B », « jumelée à B », « sa ville jumelle B », « B est notre jumelle ». */
export function isPartner(group: Group, sentence: Sentence): boolean {
  const before = preposition(group)
  // « B nous a associés par une convention »
  if (/^ nous (?:a|ont|avait|avaient) /.test(group.after) && tieNear(sentence, group.start, group.end + 60))
    return true
  if (weOurselves.test(group.before) && tieNear(sentence, group.start, group.end + 60)) return true
  if (withWords.test(before)) return tieNear(sentence, sentence.start, group.end + 60)
  if (beside.test(before) && engaged.test(sentence.plain.slice(0, group.start - sentence.start))) return true
  if (
    partnerAfter.some((words) => words.test(before)) ||
    isOurTwin.test(group.after) ||
    isItsTwin.test(group.after) ||
    isATwin.test(group.after)
  )
    return true
  return apposition.test(before) && !/(?:recherche|cherche|sans|aucune?) [^,]{0,30}$/.test(before)
}

// « L'engagement de A aux côtés de la région de B »
const beside = /\b(?:aupres|aux cotes) d(?:e|u)(?: la (?:region|commune|ville|province) de)?$/u
const engaged = /\b(?:engagement|s'(?:est|etait) engagee?|partenariat|cooperation)\b/u

// “Geilenkirchen, Quimperlé’s other twin”
const isTheirTwin = /^['’]s (?:other |own |oldest |first |new )?(?:twin|partner|sister)/u
const summedUp =
  /^(?: \([^)]*\))?,? (?:cela|ca|c'est|ce sont|that is|that makes|jumelees?s?|twinned|unies?|liees?|linked)\b/u
const ofSeveral =
  /(?:villes|communes|collectivites|regions|cities|towns|jumelage|cooperation|partenariat|accord|convention|pacte|charte|protocole|memorandum|lettre|declaration)(?: (?:d'|de )(?:amitie|cooperation|jumelage|intention|partenariat|entente))?(?: de| d'| of)?$/u

/** « A et B ont signé », « entre A et B », « signé par A et B ». */
export function isJoinedInside(group: Group, sentence: Sentence): boolean {
  if (acrossCountries(group.members).length === 0) return false
  const before = preposition(group)
  if (withWords.test(before)) return false
  // « Concarneau compte trois villes partenaires : Bielefeld, Penzance et M'Bour »
  if (apposition.test(before) && !group.members.some(isHome)) return false
  const inner = sentence.unit.plain.slice(group.members[0]?.end ?? 0, group.members.at(-1)?.start)
  if (/ avec | with /.test(inner) || joinWords.test(before)) return true
  if (byWords.test(before))
    return /sign|conclu|paraph|ratifi|(?:organis|port|pilot|mont|men|conduit|financ)\p{L}* (?:conjointement |ensemble )?par /u.test(
      sentence.plain,
    )
  if (ofSeveral.test(before)) return true
  // « A et B, cela fait trois conventions », “A and B, twinned in 1986”
  if (summedUp.test(group.after) || isTheirTwin.test(group.after)) return true
  return !anyPreposition.test(before) && (act.test(group.after.slice(0, 60)) || together.test(group.after))
}

/** Pairs each authority on the side of the first with each of the other side. */
export function acrossCountries(members: readonly AuthorityMention[]) {
  const [first] = members
  if (!first) return []
  const own = members.filter(
    (each) => each === first || (each.country !== null && each.country === first.country),
  )
  const others = members.filter((each) => !own.includes(each))
  return own.flatMap((one) => others.map((other) => ({ one, other })))
}

const calledAfter =
  /(?:universite|ecole|lycee|college|port|aeroport|hopital|chu|musee|festival|gare|association|club|chambre|cci|office|agence|habitants|quartier|sapeurs-pompiers|pompiers|lyceens|collegiens|eleves|etudiants|enseignants|jeunes|artisans|agriculteurs|agents|techniciens|orchestre|theatre|university|school)[^,.;]{0,30} (?:de|d'|du|des|of)$/u

// « à l'abbaye Saint-Michel »
const venue =
  /\b(?:abbaye|eglise|chapelle|salle|place|rue|avenue|quai|stade|gymnase|espace|lycee|college|ecole|theatre|hotel|chateau|parc|pont) $/u

/** « à Rabat », « en Isère », « l’université de Lyon »: a location, or something named after a place. */
export function isPlaceOnly(group: Group): boolean {
  if (venue.test(group.before)) return true
  const before = preposition(group)
  return placeWords.test(before) || calledAfter.test(before)
}

/** Whether words for a tie occur near a part of a sentence. */
export const tieNear = ({ plain, start }: Sentence, from: number, to: number) =>
  tieWords.test(plain.slice(Math.max(0, from - start - 60), to - start + 40))

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
