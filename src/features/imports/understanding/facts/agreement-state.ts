import type { AgreementState } from '../../../registry/index.ts'
import {
  approvedWords,
  denouncedWords,
  expiredWords,
  signedWords,
  talksWords,
  unsignedWords,
} from '../words/instruments.ts'
import type { Instrument } from './instruments-in.ts'

/** The state of an agreement, by the words from it to the next one; null if they give none. */
export function stateOf(
  { kind, start, end }: Instrument,
  segment: string,
  whole: string,
  offset: number,
): AgreementState | null {
  if (kind === 'none') return 'signed'
  const near = segment.slice(0, 220)
  const own = whole.slice(Math.max(0, start - offset))
  if (unsignedWords.test(near)) return 'unsigned'
  if (denouncedWords.test(near.replace(neverEnded, ' '))) return 'denounced'
  const lead = whole.slice(Math.max(0, start - offset - 90), Math.max(0, start - offset))
  if (endsIt.test(lead)) return 'denounced'
  if (willSign.test(lead)) return 'in_talks'
  if (authorises.test(lead) && !/\b(?:puis|avant d|ensuite)\b/.test(lead)) return 'approved'
  if (
    isDatedDirectly(own.slice(end - start)) &&
    !unsignedWords.test(near) &&
    !/projet d/.test(segment.slice(0, start - offset))
  )
    return expiredWords.test(near) ? 'expired' : 'signed'
  if (
    isSigned.test(near) &&
    !/(?:sera|seront|serait|devrait etre|pourrait etre|doit etre) signee?s?\b|a signer\b|pourrait|will be signed|체결할|서명할|맺을|체결하기로/.test(
      near,
    )
  )
    return 'signed'
  // « une proposition de B, sa jumelle »: an epithet is not a text in talks.
  const isName = /^(?:jumelles?|(?:villes?|cites?|communes?) soe?urs?|sister cit(?:y|ies))$/u.test(
    own.slice(0, end - start),
  )
  if (!isName && talksWords.test(near.replace(wishOfMore, ' '))) return 'in_talks'
  if (expiredWords.test(near)) return 'expired'
  if (approvedWords.test(near)) return 'approved'
  if (signedWords.test(near) || signedWords.test(whole)) return 'signed'
  return start >= 0 && kind === 'twinning' ? 'signed' : null
}

// « a mis fin en 2021 à ce jumelage », « s'est retirée de l'accord »
const endsIt =
  /\b(?:mis (?:fin|un terme)|denonce\p{L}*|resilie\p{L}*|rompu|abroge|annule|retiree?s?|withdrawn|withdrew|terminated|ended)(?:,? [^.;]{2,34})?,? (?:a|au|de|du|la|le|l'|des|from|the|its)(?: ?(?:la|le|l'|ce|cet|cette|son|sa|leur|notre|its|the|our|their|\d{4}))* ?$/u
// « le conseil a autorisé la signature d'une convention », « autorisant le maire à signer la charte »
const authorises =
  /\b(?:autoris|approuv|habilit|authoris)\p{L}*[^.;]{0,40}\b(?:la signature d|a signer|projet d|the signing|to sign)[^.;]{0,14}$|(?:conseil|assemblee|commission|council)[^.;]{0,40}\b(?:approuv|adopt|approved|adopted)\p{L}*[^.;]{0,14}$|(?:feu vert|avis favorable|green light|aval)\b[^.;:]{0,44}$/u

// « les maires signeront un pacte », « la Ville souhaite conclure une convention »
const willSign =
  /\b(?:en vue d|(?:discussions?|negociations?|pourparlers)\b[^.;]{0,60}\b(?:sur|pour|autour d))[^.;]{0,8}(?:signature|conclusion) d(?:e |')(?:une? |la |le |l')?(?:nouvel(?:le)? )?$|\bpreparent? (?:ensemble )?(?:une?|leur|the|a|an) ?(?:nouvel(?:le)? |projet d[e'] ?)?$|\b(?:etape|suite|prochain pas|next step)s?\b[^.;]{0,30}\b(?:serait|sera|est|would be|is|will be) (?:la |le |l'|une? |the |an? )?$|\b(?:signer(?:a|ont|ons|ait|aient)|(?:va|vont) (?:prochainement |bientot )?signer(?: (?:prochainement|bientot|en \d{4}|cette annee|a l'automne|au printemps|le [^,;]{4,20}))?|(?:doi(?:t|vent)|devraient?|compten?t?|souhait\p{L}*|envisag\p{L}*(?: de)?|esper\p{L}*|prepar(?:e|ent|ons)|prevoi\p{L}*(?: de)?|veu(?:t|lent)|pourraient?|aimerai\p{L}*|voudrai\p{L}*) (?:bientot )?(?:signer|conclure|formaliser|parapher|nouer|sceller)(?: (?:en \d{4}|cette annee|prochainement|bientot|a l'automne|au printemps|d'ici [^,;]{3,16}|le [^,;]{4,20}))?|(?:will|plans? to|hopes? to|wish(?:es)? to|intends? to|are to|is to) (?:sign|conclude)) (?:ensemble )?(?:avec \p{L}+ )?(?:une?|le|la|leur|son|a|an|the)? ?(?:nouvel(?:le)? |veritable |second |new )?$/u
// « souhaite relancer ce jumelage »: a wish about an existing one.
const wishOfMore =
  /(?:souhait|envisag|propos|pourrai|devrai|etudi)\p{L}*[^.;,]{0,40}(?:relanc|reactiv|reprendre|reprise|raviv|redynam|poursuiv|approfond|elargir|renforc|develop|etendre|retrouv|second souffle)\p{L}*/gu

// “a memorandum came on top of it in 2012”: reported as done, with its date.
export const isTold =
  /came|followed|added|entered|complet|suivie?s?\b|ajoute|vigueur|in force|running|lie[nt]*\b|existe|succede|remplac|encadr|regi/
export const isSigned =
  /\bsign(?:e|ee|es|ees|ent|a|erent|aient|ait|ed|ing)\b|ratifie|enterine|adopte|vu le jour|instaure|serment|prononce(?!r)|proclame|adopted|ratified|exchanged|entered into|sealed|took the oath|signature (?:de|du|d'|le|en)|conclu|scell|paraph|put their names|inked|체결|맺|서명|조인/
// « n'a jamais été rompu »
const neverEnded =
  /\b(?:n'a|n'ont|not|never|jamais)(?: jamais| pas)? (?:ete |been )?(?:denoncee?s?|rompue?s?|resiliee?s?|terminated)/g

const day =
  '(?:\\d{1,2}(?:er)? [a-z]+ \\d{4}|\\d{1,2}[/.]\\d{1,2}[/.]\\d{4}|[a-z]{3,9}\\.? \\d{4}|\\d{4})(?!\\d|-\\d)'
const directly = new RegExp(
  `^ ?([a-z' -]{0,40}(?: ?\\([a-z' -]{2,40}\\))?)(?:,? ?(?:d'abord|tout d'abord|ensuite|puis|enfin|first|then|finally),? )?(?:\\(|, ?|,? ?(?:(?:conclue?|signee?|scellee?|paraphee?|nouee?|signed|concluded) )?(?:du|depuis|des|since|de|d'|datant de|date de|en date du|of|dated|en|on|in|le) ?)${day}`,
  'u',
)
const lies =
  /(?<=^[^.;]{0,60}), (?:en|au|aux|in|near|pres de) [a-z' -]{3,30}, (?=(?:conclu|sign|scell|nou|dat|of|from))/u
// « a expiré en 2011 », « sera signée le 30 septembre »: the day of something else.
const isOfAnother =
  /cadu(?:c|que)|en sommeil|a l'arret|point mort|inacti|expir|echue?\b|reconduit|renouvel|prolong|suspend|n'a pas|resili|eteinte?|pris fin|\bsera\b|\bseront\b|\bwill\b|devrai|pourrai|\bdoi(?:t|vent)\b|\bprevue?\b|esper|souhait|envisag|\bis to\b|jusqu|until|ended|wound up|denonc/

/**
 * Whether the words after a name date it: « convention du 30 juin 2006 », “a declaration (2016)”, « la charte de 1982 », « le
 * jumelage, conclu en 1976 ».
 */
export function isDatedDirectly(after: string): boolean {
  // « le jumelage avec Bistrița, en Roumanie, conclu en 1990 »: the place of the partner is in between.
  const match = directly.exec(after.replace(lies, ' '))
  return match !== null && !isOfAnother.test(match[1] ?? '')
}

/** Whether a day after an agreement is the day of its end, which the words before it mention. */
export const isDayOfEnd = (lead: string, after: string) =>
  endsIt.test(lead) &&
  !/^[^.;]{3,60}, (?:conclue?|signee?|scellee?|nouee?|datant|qui datait) /u.test(after) &&
  !/^,? ?(?:\(|conclu|sign|scell|nou|vieux|datant|qui (?:l'|les |nous |la )?(?:uni|li))/u.test(after)
