import type { Intention, Status } from '../../../registry/index.ts'
import type { ReadAgreement, ReadCooperation } from '../reading.ts'
import type { StatedTie } from '../ties/tie.ts'
import { koreanGoesOn, koreanStates, koreanWaking, koreanWoken } from '../words/korean-status-words.ts'
import { quoteOf, toldOf } from './clauses.ts'

/** Phrases for the state of a tie; the first that matches counts. */
const said: readonly [Status, RegExp][] = [
  [
    'ended',
    /\bs'est (?:retiree?|desengagee?) |\b(?:a|ont) cesse\b(?! d)|\b(?:jumelage|accord|convention|pacte|charte|partenariat)\b (?:denonc|resili|romp)\w+|(?:a|ont) pris fin|mis (?:fin|un terme)\b|(?<!(?:programme|projet|chantier|travaux|volet|phase|mission|stage|seance|reunion|visite|sejour|exposition|rencontre|journee|soiree)\b[^.;]{0,70})(?:s'est|se sont) (?:achevee?s?|terminee?s?)|fut rompu|(?<!comite [^.;]{0,30})(?:a|ont) ete (?:rompue?s?|denoncee?s?|resiliee?s?|dissoute?s?)|(?<!(?:programme|projet|chantier|travaux|volet|phase|mission|stage)\b[^.;]{0,70})(?:est|sont) (?:terminee?s?|cadu(?:c|que)s?|closes?|rompue?s?)|(?:cooperation|partenariat|jumelage|relation) (?:close|terminee?|rompue?|arretee?)\b|tourne la page|tire un trait|close[sd]? the file|wound up|withdrew from|withdrawn[^.]{0,30} from|(?:resiliee?|eteinte?|fin) en \d{4}|has ended|was (?:terminated|wound up|dissolved|ended)|came to an end/,
  ],
  [
    'slow',
    /ralenti|peu d'echange|s'essouffl|distendu|rythme a (?:beaucoup |fortement |nettement )?baisse|ronronn|contacts? (?:sont|se font|restent) (?:rares?|episodiques|sporadiques)|contacts episodiques|tourne encore un peu|(?:echanges|relations|contacts|liens)[^.;]{0,20} (?:espaces|espacees|rarefi\w+)|no activity took place in \d{4}|slowed|hardly any/,
  ],
  [
    'suspended',
    /(?<!(?:missions?|deplacements?|voyages?|homestay|sejours?)\b[^.;]{0,40})(?:suspend(?!re les (?:deplacements|missions|voyages))|gelee?s?\b|interromp)|mis\w* entre parentheses|(?:n'ont|n'a|pas) (?:pas )?(?:encore )?repris\b|have not (?:yet )?resumed|has not (?:yet )?resumed|on hold/,
  ],
  [
    'dormant',
    /en sommeil|n'(?:est|sont|etait|etaient) plus (?:\p{L}+ )?(?:active?s?|actifs?|vivante?s?|animee?s?)\b|dormant|plus rien (?:ne|n'|depuis)|\brien (?:ne s'est (?:fait|passe) )?depuis|sans lendemain|ne se voient plus|sur le papier|only on paper|(?:un peu )?endormi|\bassoupi|laissee? de cote|aucune? (?:activite|action|projet|rencontre|visite)[^.;]{0,30} depuis|aucune? (?:activite|action|echange|projet|rencontre|visite)s? recente?|eteinte?s?\b|au point mort|a l'arret|en veilleuse|sans (?:suite|activite|echange)|plus (?:d'(?:echanges?|activites?|actions?|relations?)|de (?:nouvelles|contacts?|liens?|relations?|rencontres?|projets? communs?)|guere|aucun)|aucun (?:echange|contact)|pas eu d'autres|ras depuis|n'a guere|inactive|no (?:activity|exchange|contact)s? since/u,
  ],
  [
    'in_talks',
    /pourparlers|en (?:cours de )?(?:negociation|discussion|definition|preparation)|discute\w* (?:depuis|avec)|negoci|in talks|under negotiation|being negotiated/,
  ],
]

// 협정의 갱신을 앞두고: an existing one that is to be renewed.
const koreanRenewal = /(?:협[정약](?:서)?|결연)(?:의|을|를)? ?갱신/u
// 서명을 못 했고 문안이 쟁점이다: not signed, and still under discussion.
const koreanTalksOn = /[가-힣][^.]*(?:문안|협의|논의|조율|쟁점|목표|서명할 수 있)/u
// A letter of intent leaves open what is being negotiated.
const ofIntent: ReadonlySet<string> = new Set(['letter_of_intent', 'declaration_of_intent'])

const reactivate =
  /reactiv|relanc|\breprendre|\breprise|raviver|ranimer|renouer|second souffle|nouveau souffle|repartir|redemarr|retrouver le chemin|revive|resume|reactivat|start again|take up|재개|복원|다시 추진/
const deepen = /approfond|elargir|etendre|ajouter un volet|renforcer|intensifi|deepen|extend|확대|강화|심화/
const sign =
  /(?:signer|signature|formaliser|conclure)[^.;]{0,40}(?:prochain|prevu|envisag|souhait|sera|devrait)|(?:prevu|envisag|souhait|devrait|sera|pourrait)[^.;]{0,60}(?:signe|formalis|conclu|soumis)|체결(?:할|을 추진|하기로)|서명(?:할|을 추진)/

// Repeated or ongoing activity: « travaille avec », 이어 오고 있다; the column « actif ».
const goesOn =
  /(?<!in|re)\bacti(?:f|ve)s?\b|\bactively\b|tres vivante?|se poursui(?:t|vent)|chaque annee|tous les (?:ans|deux ans)|\b(?:travaillent?|cooperent?|collaborent?|aident?|intervient|interviennent|soutient|soutiennent|appuient?|finance|echangent)\b|every (?:year|summer|autumn|spring|winter|two years)|\b(?:works? with|cooperates?|supports?)\b/u

/** The state of a tie according to the text; null if it gives none. */
export function readStatus(
  tie: StatedTie,
  agreements: readonly ReadAgreement[],
  hasRecent: boolean,
): ReadCooperation['status'] {
  const told = toldOf(tie)
  const whole = told.map(({ plain }) => plain).join(' ')
  const intention: Intention | null = reactivate.test(whole)
    ? 'reactivate'
    : sign.test(whole)
      ? 'sign'
      : deepen.test(whole)
        ? 'deepen'
        : null
  const inOrder = told.toSorted((a, b) => a.sentence.unit.index - b.sentence.unit.index || a.start - b.start)
  const woken = inOrder.find(
    ({ plain }, at) =>
      koreanWaking.test(`${inOrder[at - 1]?.plain ?? ''} ${plain}`) ||
      (koreanWoken.test(plain) &&
        inOrder.slice(0, at).some((each) => koreanStates.dormant?.test(each.plain))),
  )
  if (woken) return { status: 'reactivating', intention, quote: quoteOf(woken.sentence) }
  const isKorean = /[가-힣]/u.test(whole)
  for (const [status, words] of said) {
    const found = told.findLast(({ plain }) => words.test(plain) || koreanStates[status]?.test(plain))
    if (!found) continue
    if (
      status === 'in_talks' &&
      (agreements.some(({ state, kind }) => state === 'signed' && !(isKorean && ofIntent.has(kind))) ||
        koreanRenewal.test(whole)) &&
      !/poursuite|avenir|continuation/.test(found.plain)
    )
      continue
    return { status, intention, quote: quoteOf(found.sentence) }
  }
  const over = agreements.filter(({ state }) => state === 'denounced' || state === 'expired')
  if (over.length > 0 && over.length === agreements.length && over[0])
    return { status: 'ended', intention, quote: over[0].quote }
  const [first] = told
  if (!first) return null
  const onlyWished =
    agreements.every(
      ({ state, kind }) =>
        state === 'in_talks' || state === 'unsigned' || state === 'approved' || kind === 'none',
    ) &&
    agreements.length > 0 &&
    !koreanRenewal.test(whole)
  if (onlyWished && agreements.every(({ kind }) => kind !== 'none'))
    return {
      status:
        agreements.every(({ state }) => state === 'unsigned' || state === 'approved') &&
        !koreanTalksOn.test(whole)
          ? 'prospective'
          : 'in_talks',
      intention: intention ?? 'sign',
      quote: agreements[0]?.quote ?? quoteOf(first.sentence),
    }
  // A tie in the present tense, with a signed agreement or an exchange, goes on; a row of a table does not say so.
  const stands =
    agreements.some(({ state }) => state === 'signed' || state === 'in_force') ||
    agreements.some(({ kind }) => kind === 'none')
  const ongoing = told.findLast(({ plain }) => goesOn.test(plain))
  if (ongoing && (stands || agreements.length === 0))
    return { status: 'active', intention, quote: quoteOf(ongoing.sentence) }
  // Nor does a mention in passing.
  const isPassing =
    told.length < 2 && (tie.by === 'sentence' || tie.by === 'list') && !koreanGoesOn.test(whole)
  return hasRecent ||
    (stands && tie.by !== 'table' && !isPassing) ||
    (koreanGoesOn.test(whole) && tie.by !== 'table')
    ? { status: 'active', intention, quote: quoteOf((told.at(-1) ?? first).sentence) }
    : null
}
