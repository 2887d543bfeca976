import type { Sentence } from '../outline.ts'
import type { Group } from './groups.ts'

/** Anywhere in the clause of a group. */
const denial =
  /\b(?:n'|ne )[^,.;]{0,30}\b(?:pas|jamais|aucune?|plus|ni)\b(?! eu )|\b(?:aucun|aucune)\b[^,.;]{0,20}\b(?:jumelage|accord|lien|cooperation|partenariat|convention|relation)|\bidee\b[^.;]{0,60}(?:couru|evoqu|abandonn)|\b(?:not|never|no)\b[^,.;]{0,30}(?:twin|agreement|link|\btie\b|relationship|partner|sister|signed? anything)|\b(?:nothing|rien)\b[^,.;]{0,30}\b(?:between|entre)\b/
/** Anywhere in the sentence. */
const falsehood =
  /c'est faux|\ba tort\b|no such (?:relation|link|tie|twinning|agreement|partnership)|does not exist|never existed|unfounded|infonde|sans fondement|n'a jamais existe|n'existe pas|imaginaire|came to nothing|came to naught|n'a (?:rien donne|pas abouti|pas eu de suite)|lettre morte|tourne court|fait long feu|en est reste la|sans lendemain|\berron|by mistake|par erreur|contrairement a ce|\b(?:plan|proposal|idea|projet|proposition)\b[^.;]{0,120}\b(?:turned down|rejected|dropped|abandon\w+|rejetee?)\b/
/** A rejected plan: « le conseil a rejeté le projet de jumelage avec B », « une lettre proposant … est classée sans suite ». */
const rejected =
  /\b(?:rejet|repouss|retoqu|enterr|ecart|abandonn|declin|refus|recus)\p{L}*[^.;]{0,50}\b(?:projet|idee|proposition|demande|candidature|offre|serment|jumelage|pacte|charte|partenariat)|\b(?:projet|idee|proposition|demande|candidature|offre|lettre|courrier)\b[^.;]{0,140}\b(?:rejet\p{L}*|classee?s? sans|(?:restee?s?|laissee?s?|est|sont) sans (?:suite|reponse)|refusee?s?|abandonnee?s?|ecartee?s?|repoussee?s?|pas retenue?s?)/u
/** Hearsay about a tie: « on nous prête un jumelage avec B », « on m'a parlé d'un jumelage ». */
const hearsay =
  /\b(?:m'|nous |lui |leur )(?:a|ont|avaient|avait|en ont)? ?(?:meme |souvent |parfois |deja )?(?:parl\w+|attribu\w+|pret(?:e|ent|ait)) (?:d')?une? |\b(?:rumeur|il parait|a en croire|is said to be|are said to be|is rumoured)\b/
/** A mere suggestion to a town, or a declined one: « un particulier suggère à la Ville de se jumeler avec B ». */
const suggested =
  /\b(?:sugger|propos|invit|demand|recommand)\p{L}*[^.;]{0,60}\b(?:de |que |d')[^.;]{0,24}(?:se |s')(?:jumel|rapproch|lie|associ)\p{L}*[^.;]{0,14} (?:avec|a|de) ?(?:la |le |l'|les )?$/u
/** Right beside the group. */
const doubt =
  /\bdement\b|conteste tout|un temps (?:pressenti|envisag)|ecartee?\b|a failli|turned down|courtisee?|\bhesite|refus|declin|renonc/

/** Whether a sentence denies a tie with a group: « n'a pas d'accord avec B », « B a décliné ». */
export function isDenied({ plain, start }: Sentence, group: Group): boolean {
  const [from, to] = [group.start - start, group.end - start]
  if (
    doubt.test(
      `${plain.slice(Math.max(0, from - 40), from).replace(upToClause, '')}${plain.slice(from, to)}${beforeClause(plain.slice(to, to + 40))}`,
    )
  )
    return true
  if (suggested.test(plain.slice(0, from))) return true
  if (hearsay.test(plain.slice(Math.max(0, from - longestReach), from))) return true
  if (
    rejected.test(clauseAround(plain, from, to)) &&
    !/renouvel|nouvel|deuxieme|second|extension/.test(plain)
  )
    return true
  // « Aucun lien n'unit A à B : c'est A et C qui sont jumelées. »
  const before = plain.slice(Math.max(0, from - longestReach), from).replace(upToTruth, '')
  if (falsehood.test(`${before}${plain.slice(from, to + longestReach)}`)) return true
  const clause = clauseAround(plain, from, to).replace(neverLess, ' ')
  if (noText.test(clause) && stillActs.test(plain.slice(to))) return false
  if (!denial.test(clause) || lacksText.test(clause) || isSignedOnDay.test(clause)) return false
  // « n’a rien signé mais discute avec B », « pas d’accord avec B, mais de nombreux échanges »
  return !/\bmais\b|\bbut\b|toutefois|cependant|neanmoins|malgre|sauf/.test(plain.slice(0, to + 80))
}

// « ne se sont jamais perdues de vue », « n'a jamais été rompu »: what such a clause denies is an end.
export const neverLess =
  /\b(?:n'|ne )(?:est|sont|a|ont|etait|etaient) plus (?:\p{L}+ )?(?:active?s?|actifs?|vivante?s?|en vigueur|animee?s?|de (?:contacts?|nouvelles|relations?|echanges?))\b|\b(?:n'|ne )\p{L}+(?: \p{L}+)? (?:pas|plus|point)(?: \p{L}+){0,2} (?:de |a )?(?:la |le |les |l')?(?:renouveler|reconduire|prolonger)|\b(?:n'|ne )(?:\p{L}+ |s'|l')*?(?:jamais|pas|point) (?:ete )?(?:perdue?s? de vue|reconduite?s?|renouvelee?s?|prolongee?s?|cess\p{L}+|romp\p{L}+|interromp\p{L}+|denonc\p{L}+|dement\p{L}+|faibli\p{L}*|oubli\p{L}+|abandonn\p{L}+|quitt\p{L}+|lach\p{L}+|eteint\p{L}*)/gu
// « coopère avec B sans qu'aucune convention ait été signée »: there is a tie, though no paper.
const lacksText =
  /(?:\b(?:cooper|travaill|echang|collabor|aid|soutien|soutenu|corresp|frequent|accueill)\p{L}*|\b(?:la|une|cette|leur|notre|sa|les|des) (?:cooperation|relation|partenariat|lien|echange|amitie)s?)\b[^.;]{0,100}\b(?:sans|hors|n'|ne )[^.;]{0,50}(?:accord|convention|texte|cadre|signature|papier|document|charte|formalis)/u

// « Aucune convention ne lie A et B ; les deux villes s'échangent des informations »
const noText =
  /\b(?:aucune?|pas (?:de |d'(?:une? )?))(?:\p{L}+ )?(?:accords?|conventions?|textes?|chartes?|pactes?|cadre)\b/u
const stillActs =
  /^[^.;]{0,20}[;,:] (?:mais |pourtant |cependant |toutefois )?(?:elles|ils|les deux (?:villes|collectivites|communes|regions|departements|territoires))\b[^.]{0,40}(?:echang|cooper|travaill|collabor|correspond|se (?:voient|visitent|rencontrent)|accueill)/u

// « que A et B avaient signée en 2013 n'a jamais été suivie d'effet »
const isSignedOnDay =
  /(?<!n')\b(?:a|ont|avait|avaient|ete|fut|was|were|had|have) (?:\p{L}+ment )?(?:sign|conclu|scell|paraph)\p{L}* (?:le|en|des|on|in) [^.;]{0,16}\d{4}/u

// « …avec A, tandis que B, courtisée par C, hésite »: what is doubted of the next one.
const upToClause = /^.*(?:[;:]|, et que|tandis que|alors que|whereas|while) /u
const upToTruth = /^.*[:;] (?:c'est|ce sont|en realite|en fait|it is) /u
const beforeClause = (after: string) =>
  after.split(/[;:]|, et que|,? tandis que|,? alors que|,? whereas|,? while/u)[0] ?? ''

const longestReach = 160

function clauseAround(whole: string, start: number, end: number): string {
  const truth = upToTruth.exec(whole.slice(0, start))?.[0].length ?? 0
  const plain = `${' '.repeat(truth)}${whole.slice(truth)}`
  const from = Math.max(
    plain.lastIndexOf(';', start),
    plain.lastIndexOf(' : ', start),
    start - longestReach,
    0,
  )
  // A relative clause after the name denies something else.
  const stop = plain.slice(end).search(/[,;:]/)
  return plain.slice(from, stop < 0 ? plain.length : end + stop)
}
