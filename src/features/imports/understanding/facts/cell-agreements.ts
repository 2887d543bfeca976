import type { DatesOf } from '../dates/settled-dates.ts'
import type { Unit } from '../outline.ts'
import type { ReadAgreement } from '../reading.ts'
import type { StatedTie, TieCell } from '../ties/tie.ts'
import { talksWords, unsignedWords } from '../words/instruments.ts'
import { koreanKindIn } from '../words/korean-instruments.ts'
import { quoteOf, type Told } from './clauses.ts'
import { instrumentsIn, kindIn } from './instruments-in.ts'
import { agreementsTold } from './told-agreements.ts'

/** The agreements in the cells of a row: the kind from its column, the date beside it or from the column of dates, plans from the notes. */
export function agreementsInCells(tie: StatedTie, datesOf: DatesOf): ReadAgreement[] {
  const cellsOf = (...roles: string[]) => tie.cells.filter(({ role }) => roles.includes(role))
  const datesIn = ({ unit, start, end }: { unit: Unit; start: number; end: number }) =>
    datesOf(unit).filter((date) => date.start >= start && date.end <= end && date.edtf !== null)
  const inTitle = cellsOf('kind').length === 0 ? kindIn(tie.kindWords) : null
  const inColumn = [cellsOf('date'), cellsOf('since')]
    .map((cells) => cells.flatMap(datesIn))
    .find(({ length }) => length > 0)
  const firstIn = (cells: readonly TieCell[]) => cells.flatMap(datesIn)[0]?.edtf
  const columnDate = inColumn?.[0]?.edtf ?? null
  // If a pair has two rows, each kind has its own date.
  const dateBeside = ({ unit }: TieCell) => {
    const own = cellsOf('date', 'since').filter((cell) => cell.unit === unit)
    return own.length > 0 ? (firstIn(own) ?? null) : columnDate
  }
  const partnerCell = cellsOf('partner')[0]
  const beside =
    tie.within && partnerCell
      ? datesIn({ unit: partnerCell.unit, start: tie.within.start, end: tie.within.end })[0]?.edtf
      : undefined
  const quote = quoteOf(tie.stated)
  // 협의 중 in place of the day.
  const inDates = cellsOf('date')
    .map(({ unit, start, end }) => unit.plain.slice(start, end))
    .join(' ')
  const isOpen = /협의|논의|추진|준비|en cours|in talks/u.test(inDates)
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
      : instrumentsIn(told).filter(
          ({ kind }, at, all) => !isBilingual(plain) || all.findIndex((each) => each.kind === kind) === at,
        )
    return named.flatMap((instrument, at): ReadAgreement[] => {
      const segment = cell.unit.plain.slice(instrument.start, named[at + 1]?.start ?? cell.end)
      const own = datesIn({
        unit: cell.unit,
        start: instrument.start,
        end: named[at + 1]?.start ?? cell.end,
      }).find(({ start }) => !isEnd.test(cell.unit.plain.slice(instrument.end, start)))?.edtf
      // « Pacte d'amitié, puis convention | 2003 ; 2009 »
      const inTurn = named.length === inColumn?.length ? inColumn[at]?.edtf : null
      const state = unsignedWords.test(segment)
        ? 'unsigned'
        : isOpen || talksWords.test(plain)
          ? 'in_talks'
          : 'signed'
      if (instrument.kind === 'none')
        return [{ kind: 'none', state: null, date: null, label: instrument.label, signatories: [], quote }]
      return [
        {
          kind: instrument.kind,
          state,
          date: state === 'signed' ? (own ?? beside ?? inTurn ?? (at === 0 ? dateBeside(cell) : null)) : null,
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
      state: isOpen ? 'in_talks' : 'signed',
      date: isOpen ? null : (beside ?? columnDate),
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
    return agreementsTold(told, tie, datesOf).map((agreement) => ({ ...agreement, quote }))
  })
  return [...kinds, ...notes]
}

// « Accord de coopération 교류협력 협정 »: one instrument in two languages.
const isBilingual = (plain: string) => /[a-z]{4}/u.test(plain) && /[가-힣]{2}/u.test(plain)
const isEnd =
  /(?:resili|eteint|denonc|rompu|expir|echu|caduc|terminee?|fin\b|pris fin|ended|terminated|until|해지|종료)[^,;(]{0,14}$/u
