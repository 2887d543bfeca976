import type { Intention, Status } from '../../../registry/index.ts'
import type { ReadAgreement, ReadCooperation } from '../reading.ts'
import type { StatedTie } from '../ties/tie.ts'
import { quoteOf, toldOf } from './clauses.ts'

/** What sentences say of a tie's state; the first that is said counts. */
const said: readonly [Status, RegExp][] = [
  [
    'ended',
    /(?:a|ont) pris fin|mis fin a|fut rompu|(?<!comite [^.;]{0,30})(?:a|ont) ete (?:rompue?s?|denoncee?s?|resiliee?s?|dissoute?s?)|(?<!(?:programme|projet|chantier|travaux|volet|phase|mission|stage)\b[^.;]{0,70})(?:est|sont) (?:terminee?s?|caducs?|closes?|rompue?s?)|(?:cooperation|partenariat|jumelage|relation) (?:close|terminee?|rompue?|arretee?)\b|tourne la page|tire un trait|close[sd]? the file|wound up|withdrew from|withdrawn[^.]{0,30} from|(?:resiliee?|eteinte?|fin) en \d{4}|has ended|was (?:terminated|wound up|dissolved|ended)|came to an end|(?:결연|협정|협약|교류|관계)[^.]{0,14}(?:종료|해지|파기|해소|끝내|끝났)/,
  ],
  [
    'slow',
    /ralenti|peu d'echange|s'essouffl|distendu|rythme a (?:beaucoup |fortement |nettement )?baisse|ronronn|contacts? (?:sont|se font|restent) (?:rares?|episodiques|sporadiques)|contacts episodiques|tourne encore un peu|(?:echanges|relations|contacts|liens)[^.;]{0,20} (?:espaces|espacees|rarefi\w+)|no activity took place in \d{4}|slowed|hardly any|뜸|부진|소강/,
  ],
  [
    'suspended',
    /(?<!(?:missions?|deplacements?|voyages?|homestay|sejours?)\b[^.;]{0,40})(?:suspend(?!re les (?:deplacements|missions|voyages))|gelee?s?\b|interromp)|mis\w* entre parentheses|(?:n'ont|n'a|pas) (?:pas )?(?:encore )?repris\b|have not (?:yet )?resumed|has not (?:yet )?resumed|on hold|중단|중지|유보|보류/,
  ],
  [
    'dormant',
    /en sommeil|dormant|plus rien (?:ne|n'|depuis)|\brien (?:ne s'est (?:fait|passe) )?depuis|sans lendemain|ne se voient plus|sur le papier|only on paper|(?:un peu )?endormi|\bassoupi|laissee? de cote|aucune? (?:activite|action|projet|rencontre|visite)[^.;]{0,30} depuis|eteinte?s?\b|au point mort|a l'arret|en veilleuse|sans (?:suite|activite|echange)|plus (?:d'echange|d'activite|de nouvelles|aucun)|aucun (?:echange|contact)|pas eu d'autres|ras depuis|n'a guere|inactive|no (?:activity|exchange|contact)s? since|끊겼|끊긴|휴면|교류가 없|왕래가 없|실적이? 없|사실상 중단/,
  ],
  [
    'in_talks',
    /pourparlers|en (?:cours de )?(?:negociation|discussion|definition|preparation)|discute\w* (?:depuis|avec)|negoci|in talks|under negotiation|being negotiated|협의 ?중|논의 ?중|협상 ?중|추진 ?중|조율 ?중/,
  ],
]

const reactivate =
  /reactiv|relanc|\breprendre|\breprise|raviver|ranimer|renouer|second souffle|nouveau souffle|repartir|redemarr|retrouver le chemin|revive|resume|reactivat|start again|take up|재개|복원|다시 추진/
const deepen = /approfond|elargir|etendre|ajouter un volet|renforcer|intensifi|deepen|extend|확대|강화|심화/
const sign =
  /(?:signer|signature|formaliser|conclure)[^.;]{0,40}(?:prochain|prevu|envisag|souhait|sera|devrait)|(?:prevu|envisag|souhait|devrait|sera|pourrait)[^.;]{0,60}(?:signe|formalis|conclu|soumis)|체결(?:할|을 추진|하기로)|서명(?:할|을 추진)/

// What is told of as done again and again, or as being done: « travaille avec », 이어 오고 있다; the column « actif ».
const goesOn =
  /(?<!in|re)\bacti(?:f|ve)s?\b|\bactively\b|tres vivante?|se poursui(?:t|vent)|chaque annee|tous les (?:ans|deux ans)|\b(?:travaillent?|cooperent?|collaborent?|aident?|intervient|interviennent|soutient|soutiennent|appuient?|finance|echangent)\b|every (?:year|summer|autumn|spring|winter|two years)|\b(?:works? with|cooperates?|supports?)\b|활발(?!하지)|이어 ?(?:오고|가고|지고)|매년|해마다|정기적|하고 있|지내고 있|보내고 있|지금도/u

/** The state of a tie as the text says it; null where nothing tells. */
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
  for (const [status, words] of said) {
    const found = told.findLast(({ plain }) => words.test(plain))
    if (!found) continue
    if (
      status === 'in_talks' &&
      agreements.some(({ state }) => state === 'signed') &&
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
    ) && agreements.length > 0
  if (onlyWished && agreements.every(({ kind }) => kind !== 'none'))
    return {
      status: agreements.every(({ state }) => state === 'unsigned' || state === 'approved')
        ? 'prospective'
        : 'in_talks',
      intention: intention ?? 'sign',
      quote: agreements[0]?.quote ?? quoteOf(first.sentence),
    }
  // A tie that is told as it stands, with a signed agreement or an exchange, goes on; a row of a table says nothing of that.
  const stands =
    agreements.some(({ state }) => state === 'signed' || state === 'in_force') ||
    agreements.some(({ kind }) => kind === 'none')
  const ongoing = told.findLast(({ plain }) => goesOn.test(plain))
  if (ongoing && (stands || agreements.length === 0))
    return { status: 'active', intention, quote: quoteOf(ongoing.sentence) }
  // Nor does a mention in passing.
  const isPassing = told.length < 2 && (tie.by === 'sentence' || tie.by === 'list')
  return hasRecent || (stands && tie.by !== 'table' && !isPassing)
    ? { status: 'active', intention, quote: quoteOf((told.at(-1) ?? first).sentence) }
    : null
}
