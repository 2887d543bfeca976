import type { AgreementKind, AgreementState } from '../../../registry/index.ts'
import type { SettledDate } from '../dates/settled-dates.ts'
import type { Unit } from '../outline.ts'
import type { ReadAgreement } from '../reading.ts'
import type { StatedTie } from '../ties/tie.ts'
import { approvedWords, denouncedWords, expiredWords, instruments, signedWords, talksWords, unsignedWords } from '../words/instruments.ts'
import { quoteOf, type Told, toldOf } from './clauses.ts'
import { isOfThirdBodies } from './third-bodies.ts'

export type DatesOf = (unit: Unit) => readonly SettledDate[]

interface Instrument {
  kind: AgreementKind
  start: number
  end: number
  label: string
}

/** The agreements that a text tells of a tie, those of other bodies left out. */
export function readAgreements(tie: StatedTie, datesOf: DatesOf): ReadAgreement[] {
  const found = toldOf(tie).flatMap((told) => fromSentence(told, tie, datesOf))
  const stated = found.length === 0 || tie.by === 'table' ? fromStatement(tie, datesOf) : []
  return withoutRepeats([...found, ...stated])
}

function fromSentence(told: Told, tie: StatedTie, datesOf: DatesOf): ReadAgreement[] {
  if (tie.by === 'table' && told.sentence.unit === tie.stated.unit) return []
  const { sentence } = told
  const named = instrumentsIn(told)
  if (named.length === 0 || isOfThirdBodies(told, tie)) return []
  const dates = datesOf(sentence.unit).filter(({ start, end }) => start >= told.start && end <= told.end)
  return named.flatMap((instrument, at): ReadAgreement[] => {
    const next = named[at + 1]
    const from = at === 0 ? told.start : instrument.start
    const segment = sentence.unit.plain.slice(from, next?.start ?? told.end)
    const state = stateOf(instrument, segment, told.plain)
    if (state === null) return []
    const date = state === 'signed' || state === 'expired' || state === 'denounced' ? dateOf(instrument, next, at, dates) : null
    const isSaid = instrument.kind === 'none' || date !== null || state !== 'signed' || /sign|conclu|scell|체결|맺|서명/.test(segment)
    if (!isSaid && instrument.kind !== 'twinning') return []
    return [{ kind: instrument.kind, state: instrument.kind === 'none' ? null : state, date: instrument.kind === 'none' ? null : date, label: instrument.label, signatories: [], quote: quoteOf(sentence) }]
  })
}

function instrumentsIn({ sentence, start, end, plain }: Told): Instrument[] {
  const found: Instrument[] = []
  for (const [kind, pattern] of instruments) {
    for (const match of plain.matchAll(pattern)) {
      const at = { start: start + match.index, end: start + match.index + match[0].length }
      if (found.some((each) => at.start < each.end && each.start < at.end)) continue
      found.push({ kind, ...at, label: sentence.unit.passage.text.slice(at.start, at.end) })
    }
  }
  found.sort((a, b) => a.start - b.start)
  // « un deuxième plus spécifique en 2009 » goes on with the kind of the one before.
  const before = found[0]
  if (before) {
    for (const match of plain.matchAll(/\b(?:un|une|le|la) (?:deuxieme|seconde?|autre|troisieme|nouveau|nouvelle)\b(?! (?:fois|volet|temps|phase|edition|delegation|mission|annee|accord|convention|protocole|texte|charte|jumelage|pacte|memorandum))/gu)) {
      const at = start + match.index
      if (at > before.start && at < end) found.push({ ...before, start: at, end: at + match[0].length, label: before.label })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

function stateOf({ kind, start }: Instrument, segment: string, whole: string): AgreementState | null {
  if (kind === 'none') return 'signed'
  const near = segment.slice(0, 220)
  if (unsignedWords.test(near)) return 'unsigned'
  if (denouncedWords.test(near)) return 'denounced'
  if (/(?:sign|conclu|scell|체결|맺|서명|조인)/.test(near) && !/(?:sera|seront|serait|devrait etre|pourrait etre|doit etre|a) signe[re]?\b|a signer|pourrait|will be signed|체결할|서명할|맺을|체결하기로/.test(near)) return 'signed'
  if (talksWords.test(near)) return 'in_talks'
  if (expiredWords.test(near)) return 'expired'
  if (approvedWords.test(near)) return 'approved'
  if (signedWords.test(near) || signedWords.test(whole)) return 'signed'
  return start >= 0 && kind === 'twinning' ? 'signed' : null
}

/** The date of an instrument: the first one after it and before the next, else one before the first of a sentence. */
function dateOf(instrument: Instrument, next: Instrument | undefined, at: number, dates: readonly SettledDate[]): string | null {
  const usable = dates.filter(({ edtf }) => edtf !== null && !/\/\.\.|^\.\./.test(edtf))
  const after = usable.find(({ start }) => start >= instrument.end && (next === undefined || start < next.start))
  const before = usable.filter(({ end }) => end <= instrument.start)
  if (after && after.start - instrument.end < 90) return after.edtf
  if (at === 0 && before.length > 0) return before.at(-1)?.edtf ?? null
  return after?.edtf ?? null
}

// Columns, lists and verbs (« jumelée avec ») say a kind without an instrument of their own.
function fromStatement(tie: StatedTie, datesOf: DatesOf): ReadAgreement[] {
  const { unit } = tie.stated
  const where = tie.within ?? { start: tie.stated.start, end: tie.stated.end }
  const words = tie.kindWords === '' ? tie.stated.plain : tie.kindWords
  const kind = kindIn(words)
  if (kind === null) return []
  const dates = datesOf(unit).filter(({ start, end, edtf }) => edtf !== null && start >= where.start && end <= where.end)
  const rest = unit.plain.slice(where.start, where.end)
  const state: AgreementState = unsignedWords.test(rest) ? 'unsigned' : /en cours|projet|협의|추진/.test(words) ? 'in_talks' : 'signed'
  const isNone = kind === 'none'
  return [{ kind, state: isNone ? null : state, date: isNone || state !== 'signed' ? null : (dates[0]?.edtf ?? null), label: words.trim(), signatories: [], quote: quoteOf(tie.stated) }]
}

function kindIn(words: string): AgreementKind | null {
  for (const [kind, pattern] of instruments) {
    pattern.lastIndex = 0
    if (pattern.test(words)) {
      pattern.lastIndex = 0
      return kind
    }
  }
  return null
}

const yearOf = (date: string | null) => date?.match(/\d{4}/)?.[0] ?? null

/** One instrument told twice is one; what has a date or a state says more than what has none. */
function withoutRepeats(agreements: ReadAgreement[]): ReadAgreement[] {
  const kept: ReadAgreement[] = []
  for (const agreement of agreements.toSorted((a, b) => Number(b.date !== null) - Number(a.date !== null))) {
    const isRepeat = kept.some(
      (each) =>
        (each.kind === agreement.kind || agreement.date === null) &&
        (yearOf(each.date) === yearOf(agreement.date) || (agreement.date === null && (agreement.state === 'signed' || agreement.kind === each.kind))),
    )
    if (!isRepeat) kept.push(agreement)
  }
  const real = kept.filter(({ kind }) => kind !== 'none')
  return (real.length > 0 ? real : kept).sort((a, b) => (a.date ?? '9999').localeCompare(b.date ?? '9999'))
}
