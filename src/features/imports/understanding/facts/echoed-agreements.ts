import { type DatesOf, isComing } from '../dates/settled-dates.ts'
import type { ReadAgreement } from '../reading.ts'
import { koreanInstruments } from '../words/korean-instruments.ts'
import { quoteOf, type Told } from './clauses.ts'
import { instrumentsIn } from './instruments-in.ts'

const label =
  /^[^\p{L}]*(?:date )?(?:de |d'|of )?(?:la )?(?:signature|signee?|conclue?|signed|serment prete|acte)(?: le| on)? ?[:=-]? ?$/u
const said =
  /\b(?:l'acte|le texte|le document|le tout|le papier|la signature|la ceremonie|le serment|le parchemin|il|elle|ils|elles|celui-ci|celle-ci|ce dernier|cette derniere|it|this|the text|the document|the signing)\b(?:,? (?:officiel(?:le)?|lui-meme|elle-meme|final))?,? [^.;:]{0,30}\b(?:sign|dat(?:e|ent|ait|aient)\b|remont|paraph|scell|conclu|eu lieu|took place)\p{L}*[^.;:]{0,60}$/u
const thatDay = /\b(?:c'etait|c'est|cela se passait|la scene se passe|it was|that was) [^.;:]{0,40}$/u
const isOther =
  /\b(?:fin|expir|echeance|renouvel|denonc|prolong|reconduit|avenant|jusqu|until|renew|extend)\p{L}*/u

/**
 * « A est jumelée avec B. Signature : 12 mai 2009. », « Nous avons un accord avec B. Il date de 2005 »: the day of an agreement that
 * an earlier sentence names.
 */
export function echoedAgreement(told: Told, before: readonly Told[], datesOf: DatesOf): ReadAgreement | null {
  if (/[가-힣]/.test(told.plain)) return koreanEcho(told, before, datesOf)
  if (instrumentsIn(told).length > 0) return null
  const { plain } = told.sentence.unit
  const day = datesOf(told.sentence.unit).find(
    ({ start, end, edtf }) => edtf !== null && start >= told.start && end <= told.end,
  )
  if (!day) return null
  const lead = plain.slice(told.start, day.start)
  if (isOther.test(lead) || !(label.test(lead) || said.test(lead) || thatDay.test(lead))) return null
  const named = before.slice(-2).flatMap((each) => instrumentsIn(each))
  const instrument = named.findLast(({ kind }) => kind !== 'none')
  if (!instrument || named.some(({ kind }) => kind === 'none')) return null
  return {
    kind: instrument.kind,
    state: 'signed',
    date: day.edtf,
    label: instrument.label,
    signatories: [],
    quote: quoteOf(told.sentence),
  }
}

const ceremony = /(?:체결식|협약식|조인식|서명식|결연식)(?:은|이|을)? ?[^.]{0,12}$/u
const wasHeld = /^[^.]{0,40}(?:열렸|열린|개최|진행|가졌|있었|치러|거행)/u
const reach = 3

/** … 의향서에 사인했다. 체결식은 지난 14일 열렸다: the day of an agreement that an earlier sentence names. */
function koreanEcho(told: Told, before: readonly Told[], datesOf: DatesOf): ReadAgreement | null {
  const { unit } = told.sentence
  const day = datesOf(unit).find(
    ({ start, end, edtf }) =>
      edtf !== null &&
      start >= told.start &&
      end <= told.end &&
      ceremony.test(unit.plain.slice(told.start, start)) &&
      wasHeld.test(unit.plain.slice(end, told.end)),
  )
  if (!day || isComing(unit.plain, day)) return null
  const named = before
    .slice(-reach)
    .flatMap(({ plain }) =>
      koreanInstruments.flatMap(([kind, pattern]) =>
        kind === 'none' ? [] : Array.from(plain.matchAll(pattern), ([label]) => ({ kind, label })),
      ),
    )
  const [instrument] = named
  return instrument
    ? { ...instrument, state: 'signed', date: day.edtf, signatories: [], quote: quoteOf(told.sentence) }
    : null
}
