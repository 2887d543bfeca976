import type { AgreementKind, AgreementState } from '../../../registry/index.ts'
import type { SettledDate } from '../dates/settled-dates.ts'
import type { Unit } from '../outline.ts'
import type { ReadAgreement } from '../reading.ts'
import type { StatedTie } from '../ties/tie.ts'
import {
  approvedWords,
  denouncedWords,
  expiredWords,
  instruments,
  signedWords,
  talksWords,
  unsignedWords,
} from '../words/instruments.ts'
import { koreanKindIn } from '../words/korean-instruments.ts'
import { quoteOf, type Told, toldOf } from './clauses.ts'
import { koreanAgreements } from './korean-agreements.ts'
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
  const inCells = tie.cells.length > 0 ? fromCells(tie, datesOf) : []
  const found = toldOf(tie).flatMap((told) =>
    tie.cells.some(({ unit }) => unit === told.sentence.unit) ? [] : fromSentence(told, tie, datesOf),
  )
  const saysItself = tie.by === 'title' && /\((?:자매|우호|결연)/.test(tie.kindWords)
  const stated = found.length + inCells.length === 0 || saysItself ? fromStatement(tie, datesOf) : []
  return withoutRepeats([...inCells, ...found, ...stated])
}

/** What the cells of a row say: the kind in its column, its date beside it or in the column of dates, what is planned among the notes. */
function fromCells(tie: StatedTie, datesOf: DatesOf): ReadAgreement[] {
  const cellsOf = (...roles: string[]) => tie.cells.filter(({ role }) => roles.includes(role))
  const datesIn = ({ unit, start, end }: { unit: Unit; start: number; end: number }) =>
    datesOf(unit).filter((date) => date.start >= start && date.end <= end && date.edtf !== null)
  const inTitle = cellsOf('kind').length === 0 ? kindIn(tie.kindWords) : null
  const columnDate =
    cellsOf('date').flatMap(datesIn)[0]?.edtf ?? cellsOf('since').flatMap(datesIn)[0]?.edtf ?? null
  const partnerCell = cellsOf('partner')[0]
  const beside =
    tie.within && partnerCell
      ? datesIn({ unit: partnerCell.unit, start: tie.within.start, end: tie.within.end })[0]?.edtf
      : undefined
  const quote = quoteOf(tie.stated)
  const kinds = cellsOf('kind').flatMap((cell) => {
    const plain = cell.unit.plain.slice(cell.start, cell.end)
    if (
      /^ ?(?:aucune?|neant|sans|none|-|없음|미체결)(?: (?:accord|convention|texte))?s? ?[.]?$/.test(plain) &&
      plain.trim() !== '-'
    )
      return [{ kind: 'none' as const, state: null, date: null, label: plain.trim(), signatories: [], quote }]
    const told: Told = {
      sentence: { unit: cell.unit, start: cell.start, end: cell.end, text: '', plain },
      start: cell.start,
      end: cell.end,
      plain,
    }
    const inHangul = /[가-힣]/.test(plain) && !/[a-z]{4}/.test(plain) ? koreanKindIn(plain) : null
    const named = inHangul
      ? [{ kind: inHangul, start: cell.start, end: cell.end, label: plain }]
      : instrumentsIn(told)
    return named.flatMap((instrument, at): ReadAgreement[] => {
      const segment = cell.unit.plain.slice(instrument.start, named[at + 1]?.start ?? cell.end)
      const own = datesIn({
        unit: cell.unit,
        start: instrument.start,
        end: named[at + 1]?.start ?? cell.end,
      })[0]?.edtf
      const state = unsignedWords.test(segment) ? 'unsigned' : talksWords.test(plain) ? 'in_talks' : 'signed'
      if (instrument.kind === 'none')
        return [{ kind: 'none', state: null, date: null, label: instrument.label, signatories: [], quote }]
      return [
        {
          kind: instrument.kind,
          state,
          date: state === 'signed' ? (own ?? beside ?? (at === 0 ? columnDate : null)) : null,
          label: instrument.label,
          signatories: [],
          quote,
        },
      ]
    })
  })
  if (inTitle !== null && inTitle !== 'none')
    kinds.push({
      kind: inTitle,
      state: 'signed',
      date: beside ?? columnDate,
      label: tie.kindWords,
      signatories: [],
      quote,
    })
  const notes = cellsOf('notes', 'state', 'other', 'themes').flatMap((cell) => {
    const plain = cell.unit.plain.slice(cell.start, cell.end)
    const told: Told = {
      sentence: { unit: cell.unit, start: cell.start, end: cell.end, text: '', plain },
      start: cell.start,
      end: cell.end,
      plain,
    }
    return fromSentence(told, tie, datesOf).map((agreement) => ({ ...agreement, quote }))
  })
  return [...kinds, ...notes]
}

function fromSentence(told: Told, tie: StatedTie, datesOf: DatesOf): ReadAgreement[] {
  const { sentence } = told
  if (/[가-힣]/.test(told.plain) && !/[a-z]{4}.*[a-z]{4}.*[a-z]{4}/.test(told.plain)) {
    const inside = datesOf(sentence.unit).filter(({ start, end }) => start >= told.start && end <= told.end)
    return isOfThirdBodies(told, tie)
      ? []
      : koreanAgreements(told, inside).map((each) => ofHeading(each, tie))
  }
  const named = instrumentsIn(told)
  if (named.length === 0 || isOfThirdBodies(told, tie)) return []
  const all = datesOf(sentence.unit)
  const dates = all.filter(({ start, end }) => start >= told.start && end <= told.end)
  // « Il s'est déplacé en 2016. … Ce déplacement s'est conclu par la signature … »
  const before =
    dates.length === 0 && tie.within === null
      ? all.filter(({ end, edtf }) => end <= told.start && edtf !== null).at(-1)
      : undefined
  const dated = datesOfInstruments(named, dates, sentence.unit.plain)
  return named.flatMap((instrument, at): ReadAgreement[] => {
    const next = named[at + 1]
    const from = at === 0 ? told.start : instrument.start
    const segment = sentence.unit.plain.slice(from, next?.start ?? told.end)
    const state =
      stateOf(instrument, segment, told.plain, told.start) ??
      (dated.has(instrument) && isTold.test(segment) ? 'signed' : null)
    if (state === null) return []
    const isOver = state === 'expired' || state === 'denounced'
    const isDirect = isDatedDirectly.test(sentence.unit.plain.slice(instrument.end, told.end))
    // The date beside an agreement that has ended is that of its end, unless it belongs to its name.
    const own = state === 'signed' || (isOver && isDirect) ? (dated.get(instrument) ?? null) : null
    const date =
      own ?? (state === 'signed' && at === 0 && isSigning.test(segment) ? (before?.edtf ?? null) : null)
    const isSaid = instrument.kind === 'none' || date !== null || state !== 'signed' || isSigned.test(segment)
    if (!isSaid && instrument.kind !== 'twinning') return []
    return [
      {
        kind: instrument.kind,
        state: instrument.kind === 'none' ? null : state,
        date: instrument.kind === 'none' ? null : date,
        label: instrument.label,
        signatories: [],
        quote: quoteOf(sentence),
      },
    ]
  })
}

const isSigning =
  /(?:a|ont|est|s'est|ete) (?:\w+ )?(?:signe|conclu|paraphe|scelle)|par la signature|\bsigned\b|체결|서명|맺/

// « un pacte d'amitié, et non un jumelage », « plutôt qu'un jumelage »
const isNegated =
  /(?:\bet non|\bnon pas|plutot qu'|\bpas|\bmoins|\bni|au lieu d'|rather than|\bnot) ?(?:un|une|la|le|d'un|d'une|qu'un|qu'une|a|the)? ?$/

function instrumentsIn({ sentence, start, end, plain }: Told): Instrument[] {
  const found: Instrument[] = []
  for (const [kind, pattern] of instruments) {
    for (const match of plain.matchAll(pattern)) {
      const at = { start: start + match.index, end: start + match.index + match[0].length }
      if (found.some((each) => at.start < each.end && each.start < at.end)) continue
      if (kind !== 'none' && isNegated.test(plain.slice(Math.max(0, match.index - 24), match.index))) continue
      found.push({ kind, ...at, label: sentence.unit.passage.text.slice(at.start, at.end) })
    }
  }
  found.sort((a, b) => a.start - b.start)
  // « un deuxième plus spécifique en 2009 » goes on with the kind of the one before.
  const before = found[0]
  if (before) {
    for (const match of plain.matchAll(
      /\b(?:un|une|le|la) (?:deuxieme|seconde?|autre|troisieme|nouveau|nouvelle|derniere?)\b(?! (?:fois|volet|temps|phase|edition|delegation|mission|annee|accord|convention|protocole|texte|charte|jumelage|pacte|memorandum))/gu,
    )) {
      const at = start + match.index
      if (at > before.start && at < end)
        found.push({ ...before, start: at, end: at + match[0].length, label: before.label })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

function stateOf(
  { kind, start, end }: Instrument,
  segment: string,
  whole: string,
  offset: number,
): AgreementState | null {
  if (kind === 'none') return 'signed'
  const near = segment.slice(0, 220)
  const own = whole.slice(Math.max(0, start - offset))
  if (unsignedWords.test(near)) return 'unsigned'
  if (denouncedWords.test(near)) return 'denounced'
  if (
    isDatedDirectly.test(own.slice(end - start)) &&
    !unsignedWords.test(near) &&
    !/projet d/.test(segment.slice(0, start - offset))
  )
    return expiredWords.test(near) ? 'expired' : 'signed'
  if (
    isSigned.test(near) &&
    !/(?:sera|seront|serait|devrait etre|pourrait etre|doit etre) signe\b|a signer\b|pourrait|will be signed|체결할|서명할|맺을|체결하기로/.test(
      near,
    )
  )
    return 'signed'
  if (talksWords.test(near)) return 'in_talks'
  if (expiredWords.test(near)) return 'expired'
  if (approvedWords.test(near)) return 'approved'
  if (signedWords.test(near) || signedWords.test(whole)) return 'signed'
  return start >= 0 && kind === 'twinning' ? 'signed' : null
}

// “a memorandum came on top of it in 2012”: told as done, with its date.
const isTold =
  /came|followed|added|entered|complet|suivie?s?\b|ajoute|vigueur|in force|running|lie[nt]*\b|existe|succede|remplac|encadr|regi/
const isSigned =
  /\bsign(?:e|ee|es|ees|ent|a|erent|aient|ait|ed|ing)\b|signature (?:de|du|d'|le|en)|conclu|scell|paraph|put their names|inked|체결|맺|서명|조인/
// « convention du 30 juin 2006 », “a declaration (2016)”, « la charte de 1982 »
const isDatedDirectly =
  /^ ?(?:[a-z' -]{0,40})?(?:\(|, ?|,? ?(?:du|de|d'|datant de|date de|en date du|of|dated|en|le) ?)(?:\d{1,2}(?:er)? [a-z]+ \d{4}|\d{1,2}[/.]\d{1,2}[/.]\d{4}|[a-z]{3,9}\.? \d{4}|\d{4})(?!\d|-\d)/

/** To each instrument the date that stands nearest, after it rather than before, in its own clause rather than in another; a date is of one. */
function datesOfInstruments(
  named: readonly Instrument[],
  dates: readonly SettledDate[],
  plain: string,
): Map<Instrument, string> {
  const usable = dates.filter(
    ({ edtf, start }) =>
      edtf !== null &&
      isDayOfAct(edtf) &&
      !/(?:jusqu'(?:en|au|a la fin de)|d'ici(?: a)?|until|까지) ?$/.test(
        plain.slice(Math.max(0, start - 20), start),
      ),
  )
  const pairs = named.flatMap((instrument, at) =>
    usable.flatMap((date) => {
      const isAfter = date.start >= instrument.end
      const [from, to] = isAfter ? [instrument.end, date.start] : [date.end, instrument.start]
      const between = plain.slice(from, to)
      const [before, next] = [named[at - 1], named[at + 1]]
      const skips =
        (next && isAfter && date.start >= next.start) || (before && !isAfter && date.end <= before.start)
      if (to < from || skips) return []
      const isOfChange =
        isAfter && /(?:etendu|complet|prolong|renouvel|remplac|amend|avenant|extended|renewed)/.test(between)
      const isDirect =
        isAfter && /^[a-z' -]{0,40}(?:\(|,? ?(?:du|de|d'|en|le|of|signee? (?:le|en)) ?)?$/.test(between)
      return [
        {
          instrument,
          date,
          cost:
            between.length +
            (isAfter ? 0 : 25) +
            (/;|\. /.test(between) ? 150 : 0) -
            (isDirect ? 30 : 0) +
            (isOfChange ? 60 : 0),
        },
      ]
    }),
  )
  const assigned = new Map<Instrument, string>()
  const taken = new Set<SettledDate>()
  for (const { instrument, date } of pairs.toSorted((a, b) => a.cost - b.cost)) {
    if (assigned.has(instrument) || taken.has(date) || date.edtf === null) continue
    assigned.set(instrument, date.edtf)
    taken.add(date)
  }
  return assigned
}

// A period of several years is that of its validity, not a day on which it was signed.
const isDayOfAct = (edtf: string) => !/\/\.\.|^\.\./.test(edtf) && !/^\d{4}\/\d{4}$/.test(edtf)

// Columns, lists and verbs (« jumelée avec ») say a kind without an instrument of their own.
function fromStatement(tie: StatedTie, datesOf: DatesOf): ReadAgreement[] {
  const { unit } = tie.stated
  const where = tie.within ?? { start: tie.stated.start, end: tie.stated.end }
  const words = tie.kindWords === '' ? tie.stated.plain : tie.kindWords
  const kind = kindIn(words)
  if (kind === null) return []
  const dates = datesOf(unit).filter(
    ({ start, end, edtf }) => edtf !== null && start >= where.start && end <= where.end,
  )
  const rest = unit.plain.slice(where.start, where.end)
  const state: AgreementState = unsignedWords.test(rest)
    ? 'unsigned'
    : /en cours|projet|협의|추진/.test(words) || /협의 ?중|추진 ?중|논의 ?중|검토 ?중/.test(rest)
      ? 'in_talks'
      : 'signed'
  const isNone = kind === 'none'
  return [
    {
      kind,
      state: isNone ? null : state,
      date: isNone || state !== 'signed' ? null : (dates[0]?.edtf ?? null),
      label: words.trim(),
      signatories: [],
      quote: quoteOf(tie.stated),
    },
  ]
}

function kindIn(words: string): AgreementKind | null {
  if (/[가-힣]/.test(words) && !/[a-z]{4}/.test(words)) return koreanKindIn(words)
  for (const [kind, pattern] of instruments) {
    pattern.lastIndex = 0
    if (pattern.test(words)) {
      pattern.lastIndex = 0
      return kind
    }
  }
  return null
}

// 협정 체결 beneath 우호협력도시: the heading says which.
function ofHeading(agreement: ReadAgreement, tie: StatedTie): ReadAgreement {
  const kind =
    tie.by === 'list' && /^협[정약]서?$/u.test(agreement.label.trim()) ? koreanKindIn(tie.kindWords) : null
  return kind === null ? agreement : { ...agreement, kind }
}

const yearOf = (date: string | null) => date?.match(/\d{4}/)?.[0] ?? null

/** One instrument told twice is one; what has a date or a state says more than what has none. */
function withoutRepeats(agreements: ReadAgreement[]): ReadAgreement[] {
  const kept: ReadAgreement[] = []
  for (const agreement of agreements.toSorted((a, b) => Number(b.date !== null) - Number(a.date !== null))) {
    const isRepeat = kept.some(
      (each) =>
        (each.kind === agreement.kind && yearOf(each.date) === yearOf(agreement.date)) ||
        (agreement.date === null && agreement.state === 'signed' && each.date !== null) ||
        (agreement.date === null && agreement.state === 'denounced' && each.kind === agreement.kind) ||
        // 협약 alone is the 우호도시 협약 told before.
        (agreement.date === null && /^협[정약]서?$/u.test(agreement.label)),
    )
    if (!isRepeat) kept.push(agreement)
  }
  const real = kept.filter(({ kind }) => kind !== 'none')
  return (real.length > 0 ? real : kept).sort((a, b) => (a.date ?? '9999').localeCompare(b.date ?? '9999'))
}
