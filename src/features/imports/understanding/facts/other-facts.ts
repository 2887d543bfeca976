import type { SettledDate } from '../dates/settled-dates.ts'
import type { ReadAgreement, ReadCooperation } from '../reading.ts'
import type { Told } from './clauses.ts'

/** Whether a date is that of a signature, a beginning, an end, a law or a letter, and none of what the two did together. */
export function isOtherFact(
  plain: string,
  { start, end, edtf }: SettledDate,
  told: Told,
  agreements: readonly ReadAgreement[],
  since: ReadCooperation['since'],
): boolean {
  const isAgreement = agreements.some(
    ({ date, quote }) =>
      date === edtf && quote.passage === told.sentence.unit.index && quote.start === told.sentence.start,
  )
  if (isAgreement) return true
  const before = plain.slice(Math.max(told.start, start - 60), start)
  // « C'était le 13 juin 1992 », of what was told before.
  if (/^(?:c'etait|c'est|it was|that was) (?:le |en |on |in )?$/.test(before)) return true
  // The same told again, as a letter in two languages does.
  if (
    agreements.some(({ date }) => date === edtf) &&
    /sign|conclu|convention|accord|intention|jumel|pacte|charte/.test(before)
  )
    return true
  if (
    since?.date === (edtf ?? '').split('/')[0] &&
    /commenc|debut|began|begun|started|nou(?:e|a)/.test(before)
  )
    return true
  const lead = plain.slice(Math.max(told.start, start - 90), start)
  const around = `${lead.slice(lead.search(/[^.;]*$/))}${/^[^.;]{0,60}/.exec(plain.slice(start))?.[0] ?? ''}`
  if (isNextMeeting.test(around) || isLetter.test(lead) || isSinceTie.test(lead) || isNothing.test(around))
    return true
  const isSignedThen = agreements.some(
    ({ date, quote }) =>
      date?.slice(0, 4) === edtf?.slice(0, 4) &&
      quote.passage === told.sentence.unit.index &&
      quote.start === told.sentence.start,
  )
  if (isSignedThen && /\b(?:sign|conclu|scell|paraph|adopt|ratifi|renouvel)\p{L}*[^.;]{0,40}$/u.test(lead))
    return true
  if (isEndOrVote.test(lead) || /^(?:(?:a )?ce jour|aujourd'hui)/.test(plain.slice(start, end))) return true
  const isStart =
    since !== null &&
    since.date === (edtf ?? '').split('/')[0] &&
    since.quote.passage === told.sentence.unit.index &&
    since.quote.start === told.sentence.start
  if (
    isStart &&
    !/(?:organis|festival|semaine|delegation|\bmission|expos|accueil|축제|방문단|대표단|참가|방문|열린|개최|공연|견학|파견|초청|음악회|회의)/.test(
      plain.slice(Math.max(told.start, start - 220), end + 60),
    )
  )
    return true
  const near = plain.slice(Math.max(told.start, start - 40), end + 24)
  if (
    /\b(?:aucun|aucune|plus d'|plus aucun|no (?:exchange|contact|visit))\b[^.;]{0,60}(?:depuis|since)[^.;]{0,10}$/.test(
      plain.slice(Math.max(told.start, start - 90), start),
    )
  )
    return true
  return (
    /(?:\b(?:jusqu'(?:en|a|au)|avant|d'ici|echeance|valable|duree|expire|budget|pour la periode|plan|programme|conventions?|accords?|elue?s?|nommee?s?|loi|decret|fondee?s?|fusion|creee?s?|genocide|seisme|guerre|population)\b|까지|만료|설립|창설|출범)[^.;]{0,24}$/.test(
      plain.slice(Math.max(told.start, start - 34), start),
    ) || /수교 ?\d|population|habitants/.test(near)
  )
}

const isNextMeeting =
  /prochaine?s? (?:seance|reunion|assemblee|point d'etape|rencontre du (?:groupe|reseau|comite))|(?:next|following) (?:meeting|session)/
const isLetter =
  /\b(?:votre|vos|your|notre|nos) (?:lettre|courrier|message|courriel|mail|letter|email|note)s?\b[^.;]{0,20}$/
// « liés depuis 2004 », « qu'elle aide depuis 1987 », « le partenariat, né en 1991 »
const isSinceTie =
  /\b(?:liee?s?|aide|aident|unie?s?|jumelee?s?|interess\p{L}+|partenaires?|cooperent?|travaillent?|nee?s?|twinned|linked|partners)\b[^.;]{0,30}\b(?:depuis|des|en|since|in)(?: le| l'annee)? $/u
// “No activity took place in 2016”
const isNothing =
  /\b(?:no|aucune?|pas d'|plus d')\b ?(?:activit\p{L}+|echanges?|actions?|projets?|rencontres?|visites?|exchange|visit|meeting)\b/u

// « a mis fin en 2013 », « a été dénoncé en 2004 », « le conseil a délibéré en juin »: nothing that the two did together.
const isEndOrVote =
  /(?:mis fin|pris fin|denoncee?s?|rompue?s?|resiliee?s?|s'eteindre|tourne la page|plus rien|wound up|terminated|lapsed|expired|closed the file|close[sd]? the file|s'acheve|expiration|demissionne\w*|renouvelee?s? a|approuve\w*|delibere\w*|\bvote[ed]?\b|adopte)\b[^.;]{0,50}$/
