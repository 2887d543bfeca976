import type { SettledDate } from '../dates/settled-dates.ts'
import type { ReadAgreement, ReadCooperation } from '../reading.ts'
import type { Told } from './clauses.ts'

/** Whether a date belongs to something other than a joint activity: a signature, a beginning or an end, an anniversary, a letter, a law. */
export function isOtherFact(
  plain: string,
  date: SettledDate,
  told: Told,
  agreements: readonly ReadAgreement[],
  since: ReadCooperation['since'],
): boolean {
  const { start, end } = date
  const lead = plain.slice(Math.max(told.start, start - 90), start)
  const clause = lead.slice(lead.search(/[^.;:]*$/u))
  const rest = /^[^.;]*/u.exec(plain.slice(end, end + 60))?.[0] ?? ''
  const near = plain.slice(Math.max(told.start, start - 40), end + 24)
  return (
    isOfAgreement(plain, date, told, agreements) ||
    isOfStart(plain, date, told, since) ||
    isEndOrVote.test(lead) ||
    isOfCouncil.test(`${lead}${plain.slice(start, end + 60)}`) ||
    willBeSigned.test(clause) ||
    isRenewal.test(lead) ||
    ofPost.test(lead) ||
    ofInstrument.test(lead) ||
    isEndOrAnswer.test(lead) ||
    /^(?:a )?ce jour/u.test(plain.slice(start, end)) ||
    nothingSince.test(lead) ||
    stopped.test(lead) ||
    bounds.test(plain.slice(Math.max(told.start, start - 34), start)) ||
    /수교 ?\d|\bpopulation (?:de |d'|of |totale|:)? ?\d|habitants/u.test(near) ||
    ofPlan.test(lead) ||
    isOfPaper.test(lead) ||
    isSinceTie.test(lead) ||
    cancelled.test(`${clause.slice(-40)}${rest}`) ||
    votedThen.test(plain.slice(end, end + 120)) ||
    calledOffNext.test(plain.slice(end, end + 110)) ||
    labelled.test(plain) ||
    recital.test(plain) ||
    (notCome.test(clause) && !/\bmais\b|\bbut\b/u.test(clause)) ||
    notCome.test(rest.slice(0, 40)) ||
    (nothingDone.test(`${clause}${rest}`) && !/[가-힣]/u.test(plain)) ||
    isNextMeeting(plain, date, told) ||
    isOfPresent(plain, date, told)
  )
}

function isOfAgreement(
  plain: string,
  { start, edtf }: SettledDate,
  told: Told,
  agreements: readonly ReadAgreement[],
): boolean {
  const before = plain.slice(Math.max(told.start, start - 60), start)
  return (
    agreements.some(
      ({ date, quote }) =>
        date === edtf && quote.passage === told.sentence.unit.index && quote.start === told.sentence.start,
    ) ||
    // « Le serment a été prononcé en 2013, la charte signée le 19 octobre de cette année »
    (agreements.some(
      ({ date, quote }) =>
        date?.slice(0, 4) === edtf?.slice(0, 4) &&
        quote.passage === told.sentence.unit.index &&
        quote.start === told.sentence.start,
    ) &&
      /\b(?:sign|conclu|scell|paraph|adopt|ratifi|prononc|pret)\p{L}*[^.;,]{0,30}$/u.test(before)) ||
    // « C'était le 13 juin 1992 », about the sentence before.
    /^(?:c'etait|c'est|it was|that was) (?:le |en |on |in )?$/u.test(before) ||
    // A repetition, as in a letter in two languages.
    (agreements.some(({ date }) => date === edtf) &&
      /sign|conclu|convention|accord|intention|jumel|pacte|charte/u.test(before))
  )
}

function isOfStart(
  plain: string,
  { start, end, edtf }: SettledDate,
  told: Told,
  since: ReadCooperation['since'],
): boolean {
  if (since === null || since.date.slice(0, 4) !== (edtf ?? '').slice(0, 4)) return false
  const isDay = since.date === (edtf ?? '').split('/')[0]
  if (
    isDay &&
    /commenc|debut|began|begun|started|nou(?:e|a)/u.test(plain.slice(Math.max(told.start, start - 60), start))
  )
    return true
  const { quote } = since
  return (
    quote.passage === told.sentence.unit.index &&
    quote.start === told.sentence.start &&
    !shared.test(plain.slice(Math.max(told.start, start - 220), Math.min(told.end, end + 60)))
  )
}

// A first visit or festival is both a beginning and an activity.
const shared =
  /(?:organis|festival|semaine|delegation|\bmission|expos|accueil|\brecus?\b|\brecue|received|hosted|welcomed|축제|방문단|대표단|참가|방문|열린|개최|공연|견학|파견|초청|음악회|회의)/u

// « a mis fin en 2013 », « a été dénoncé en 2004 », « le conseil a délibéré en juin »: not a joint activity.
const isEndOrVote =
  /(?<!\p{L})(?:mis (?:fin|un terme)|pris fin|(?<!\b(?:travaux|chantier|missions?|visites?|sejours?|stages?|festival|exposition|projet|programme|construction|tournee)\b[^.;]{0,70})(?:s'est|se sont) (?:acheve|termine)e?s?|s'est (?:retiree?|desengagee?)|denoncee?s?|rompue?s?|resiliee?s?|suspendue?s? par|cesse|s'eteindre|^s'acheve|tourne la page|plus rien|elections?|demission\p{L}*|gelee?s?|(?:s'est|s'etait|tout est|est restee?|a ete|ont ete) arretee?s?|^arretee?s?|tout est (?:suspendu|interrompu)|perdue?s? de vue|expiree?s?|echue?s?|wound up|terminated|lapsed|lost touch|not renewed|closed the file|closes? the file|renouvelee? a|withdr[ae]wn?|prolongee?s?|reconduite?s?|extended until|approuve\w*|(?:soumise?s?|presentee?s?|examinee?s?) (?:au|a l'|en|par) (?:conseil|assemblee|vote|deliberation)|delibere\w*|\bvote[ed]?\b|adopte)\b[^.;]{0,50}$/u
// « Réuni le 29 septembre, le conseil municipal »
const isOfCouncil =
  /\breunie?s?,? (?:le |en |on )?[^.;]{3,40}, (?:le |la |les |l')(?:conseil|assemblee|commission|elus|council)/u
// « La signature interviendra à Beit Sahour en novembre 2022 »
const willBeSigned =
  /\b(?:la|sa|the) signature (?:officielle |solennelle )?(?:interviendra|aura lieu|se tiendra|est (?:prevue|fixee|attendue|envisagee|programmee|annoncee|esperee)|sera|is (?:planned|due|scheduled)|will)[^.;]*$/u
// « La convention de 2015 a été renouvelée en 2018 »
const isRenewal =
  /\b(?:conventions?|accords?(?:-cadres?)?|jumelages?|protocoles?|pactes?|chartes?|agreements?|memorandum)\b[^.;|]{0,110}\b(?:renouvel|renew|reconduit|actualis|reactualis|amend|revis)\p{L}*[^.;|]{0,24}$|\bont renouvele en $/u
// « Après le pacte de coopération de juin 2005 »: the date belongs to the name of the text.
const ofInstrument =
  /\b(?:conventions?|accords?|pactes?|jumelages?|chartes?|protocoles?|memorandums?|declarations?|lettres? d'intention|agreements?|memoranda)\b(?: (?:de|d'|of)? ?\p{L}+){0,3} (?:de|du|d'|of|dated|en date du|conclue?s? en|signee?s? en|signee?s? le) ?$/u
// « depuis la fin, en 2017, de son programme », « vos observations sont attendues pour le 29 juin »
const isEndOrAnswer =
  /\bla fin,? (?:en|le) $|(?:^|[.;|] ?)s'acheve en $|\b(?:observations?|reponses?|avis|candidatures?|inscriptions?|dossiers?|comments?|answers?)\b[^.;]{0,30}(?:attendue?s?|avant|pour|jusqu'au|due|by)[^.;]{0,12}$/u
// « Je serai remplacé à partir du 1er avril »
const ofPost =
  /(?<!(?:lien|amitie|partenariat|jumelage|cooperation|idee|projet|relation)s? )\b(?:morte?|nee?|decedee?s?) en $|\b(?:remplacee?s?|mutee?s?|en poste|ses fonctions|sa retraite|en conge|replaced|retired|took office)\b[^.;]{0,40}$/u
const nothingSince =
  /\b(?:aucun|aucune|plus d'|plus aucun|no (?:exchange|contact|visit))\b[^.;]{0,60}(?:depuis|since)[^.;]{0,10}$/u
// « liés depuis 2004 », « le partenariat, né en 1991 »
const isSinceTie =
  /\b(?:liee?s?|unie?s?|amies?|jumelee?s?|interess\p{L}+|partenaires?|cooperent?|nee?s?|twinned|linked|partners)\b[^.;\d]{0,30}\b(?:depuis|des|en|since|in)(?: le| l'annee)? $/u
// « les actions sont suspendues depuis 2013 »
const stopped =
  /(?:point mort|a l'arret|en (?:sommeil|veille|veilleuse|suspens|pause)|suspen\p{L}*|interromp\p{L}*|plus rien|distend\p{L}*)\b[^.;]{0,30} depuis [^.;]{0,50}$|(?:suspen|interromp|arret|gele|bloqu|paus)\p{L}* (?:(?:depuis|since|entre|de|between|from)(?: le| l'annee)? ?)?$/u
const nothingDone =
  /\b(?:aucune?|no|pas d'|pas de) (?:\p{L}+ )?(?:activites?|echanges?|visites?|delegations?|missions?|rencontres?|actions?|contacts?|projets?|activity|activities|exchanges?|visits?|events?|meetings?)\b/u
const bounds =
  /(?:\b(?:jusqu'(?:en|a|au)|avant|d'ici|echeance|valable|duree|expire|pour la periode|conventions?|accords?|elue?s?|nommee?s?|loi|decret|fondee?s?|fusion|creee?s?|genocide|seisme|guerre|conflits?|coup d'etat|population(?! (?:a|ont|sera) ))\b|까지|만료|설립|창설|출범)[^.;]{0,24}$/u
const ofPlan =
  /(?<!\b(?:est|sont|ete|etait|etaient|sera|seront) )\b(?:budgets?|plans?|programmes?|exercices?|subventions?|convention)(?: (?:annuel|triennal|primitif|pluriannuel|d'action|pour|de|du|l'annee|l'exercice))*(?: [^.;]{0,24} (?:pour|au titre de))? ?$/u
// « La mission prévue en 2018 a été annulée »
const cancelled =
  /\b(?:annulee?s?|reportee?s? sine die|cancelled|called off|n'a pas eu lieu|n'ont pas eu lieu|(?:a|ont) ete (?:reportee?s?|repoussee?s?|decalee?s?))\b/u
// « En 2017, le conseil municipal a décidé de rompre le jumelage »
const votedThen =
  /^, (?:le |la |l')?(?:conseil|assemblee|commission permanente|municipalite|council)\b[^.;,]{0,50}\b(?:a|ont) (?:\p{L}+ )?(?:decide|vote|approuve|delibere|adopte|autorise|rejete|renonce|denonce|rompu)/u
// « devait avoir lieu en 2014 ; il a été annulé »
const calledOffNext =
  /^[^.;]{0,40}[;.] (?:il|elle|ils|elles|celle-ci|celui-ci|mais|finalement|it|they)\b[^.;]{0,30}(?:annule|cancelled|called off|pas eu lieu)/u
// « votre lettre du 4 octobre », « par délibération en date du 9 mai »
const isOfPaper =
  /\b(?:lettre|courrier|courriel|mails?|message|note|circulaire|deliberation|arrete|avis|compte rendu|proces-verbal|article|letter|e-?mail|memo|minutes|resolution)\b(?: \p{L}+){0,2},? (?:en date )?(?:(?:du|de|d'|of|dated|from) )?(?:the )?$/u
// « Objet : invitation au festival 2023 »
const labelled =
  /^[^\p{L}\d]{0,3}(?:n\/ref|v\/ref|nos ref|vos ref|ref\.?(?:erences?)?|objet|object|subject|sujet|re|mise a jour|page mise a jour|mis a jour|publie|posted|제목|수신|발신|문서번호|시행) ?[.:]/u

// « Vu la loi du 2 mars », « L’an deux mille seize, le vingt-sept juin »
const recital =
  /^[^\p{L}]*(?:vu (?:la|le|les|l')|l'an deux mille|seance (?:du|ordinaire|publique)|nombre de (?:conseillers|membres)|transmis en|affiche|certifie|recu en (?:sous-)?prefecture|pour extrait)/u
// « attendus en 2008 ne sont pas venus »
const notCome =
  /\bn(?:e |')\p{L}+(?:ra|ront) pas\b|\b(?:n'|ne )(?:a|ont|est|sont|fut|furent|avait|avaient|etaient|etait|put|purent) (?:pas|jamais|guere|pu|plus)\b|\bdid not\b|\bwas not\b|\bwere not\b/u

// « la prochaine séance se tiendra à Vannes en mai 2017 »: the group’s own meeting.
function isNextMeeting(plain: string, { start, end }: SettledDate, told: Told): boolean {
  const around = plain.slice(Math.max(told.start, start - 110), Math.min(told.end, end + 70))
  return (
    /\b(?:prochaines? (?:seances?|reunions?|plenieres?)|(?:seance|reunion) (?:suivante|pleniere)|next (?:meeting|session))\b/u.test(
      around,
    ) && !/\b(?:mixte|bilateral|joint|de suivi|pilotage)/u.test(around)
  )
}

// « L’équipe gère aujourd’hui le réseau »: about the present, unless something is said to be done on that day.
function isOfPresent(plain: string, { start, end }: SettledDate, told: Told): boolean {
  if (!/^(?:aujourd'hui|today)$/u.test(plain.slice(start, end))) return false
  const before = plain.slice(Math.max(told.start, start - 40), start)
  const after = plain.slice(end, Math.min(told.end, end + 60))
  return !(
    /\b(?:a|ont|est|sont|s'est|was|were|has|have) (?:ete |been )?\p{L}+(?:e|i|u|t|d|n)e?s? ?$|ed $/u.test(
      before,
    ) || /^,? (?:\p{L}+ed\b|[^.;]{0,40}\b(?:ont|s'est|se sont) \p{L}+(?:e|i|u|t)e?s?\b)/u.test(after)
  )
}
