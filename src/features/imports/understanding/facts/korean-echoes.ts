import { isComing } from '../dates/settled-dates.ts'
import type { ReadAgreement } from '../reading.ts'
import { koreanInstruments } from '../words/korean-instruments.ts'
import { quoteOf, type Told } from './clauses.ts'
import type { DatesOf } from './told-agreements.ts'

const ceremony = /(?:체결식|협약식|조인식|서명식|결연식)(?:은|이|을)? ?[^.]{0,12}$/u
const wasHeld = /^[^.]{0,40}(?:열렸|열린|개최|진행|가졌|있었|치러|거행)/u
const reach = 3

/** … 의향서에 사인했다. 체결식은 지난 14일 열렸다: the day of an agreement that one of the sentences before names. */
export function koreanEcho(told: Told, before: readonly Told[], datesOf: DatesOf): ReadAgreement | null {
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
