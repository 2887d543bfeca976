import { describeDate } from '../../../platform/dates/index.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { type Cell, type Sheet, writeXlsx } from '../../../platform/spreadsheets/write-xlsx.ts'
import type { FactTie, ReportFacts } from '../facts.ts'
import {
  agreementOf,
  amountsOf,
  compare,
  createFilling,
  type Filling,
  isInForce,
  onceCells,
  yearlyCells,
  yearsOf,
} from './cells.ts'
import type { FormColumn } from './ministry-data.ts'

/**
 * One ministry’s table of the listed ties: a sheet of rows, and one that says of the form, of each column and of what is empty where it comes
 * from. `ministry` is the key of a form among the facts; `reader` reads its language in the frozen words. Equal facts make equal bytes.
 */
export async function ministryWorkbook(
  facts: ReportFacts,
  ministry: string,
  reader: Reader,
  edition: { number: number; digest: string },
): Promise<Buffer> {
  const form = facts.ministries.forms.find(({ key }) => key === ministry)
  if (!form) throw new Error(`The facts hold no form ${ministry}`)
  const filling = createFilling(facts, form, reader)
  const ties = facts.ties
    .filter(({ listed }) => listed)
    .toSorted((a, b) => compare(orderOf(a, filling), orderOf(b, filling)))
  const columns = form.columns.flatMap((column) => expanded(column, filling))
  const rows = ties.map((tie) => columns.map(({ fill }) => fill(tie)))
  const filled = columns.map((_, index) => rows.filter((row) => row[index] !== '').length)
  const { t } = reader
  const notes = [
    ...editionNotes(filling, edition, ties.length),
    [
      ...[t('reports.ministry.notes.column'), t('reports.ministry.notes.rule')],
      ...[t('reports.ministry.notes.filled'), t('reports.ministry.notes.of'), ''],
    ],
    ...columns.map(({ title, column }, index) => [
      title,
      [t(`reports.ministry.fill.${column.fill}`), ...remarks(column, ties, filling)].join(' '),
      filled[index] ?? 0,
      ties.length,
      originOf(column, filling),
    ]),
  ]
  const sheets: Sheet[] = [
    sheet(t('reports.ministry.sheet.rows'), columns, rows),
    {
      ...sheet(t('reports.ministry.sheet.notes'), noteColumns(filling), notes),
      isHeading: (row) => row[0] === t('reports.ministry.notes.column'),
    },
  ]
  const chunks = writeXlsx(sheets, { day: facts.day })
  return Buffer.concat(await Array.fromAsync(chunks))
}

// By the codes of the ministry’s own bodies: a recipient finds a row where the last edition had it.
function orderOf(tie: FactTie, { form, body }: Filling): string {
  const codes = tie.parties
    .map(body)
    .filter(({ country }) => country === form.country)
    .map((own) => form.codes.flatMap((key) => own.codes[key] ?? [])[0] ?? '~')
  return `${codes.toSorted(compare).join(' ')}|${tie.slug}`
}

interface Filled {
  title: string
  width: number
  look: NonNullable<Sheet['columns'][number]['look']>
  column: FormColumn
  fill(tie: FactTie): Cell
}

function expanded(column: FormColumn, filling: Filling): Filled[] {
  const { title, width } = column
  const shown = { title, width, look: looks[column.fill] ?? ('text' as const), column }
  if (column.every === 'tie') {
    const once = onceCells[column.fill]
    return [{ ...shown, fill: (tie) => once(tie, filling) }]
  }
  const yearly = yearlyCells[column.fill]
  return yearsOf(filling.facts).map((year) => ({
    ...shown,
    title: title.replace('{year}', String(year)),
    fill: (tie) => yearly(tie, filling, year),
  }))
}

const looks: Partial<Record<FormColumn['fill'], Filled['look']>> = {
  agreement_day: 'day',
  since: 'day',
  last_exchange: 'day',
  exchanges: 'number',
  money: 'amount',
  outcomes: 'prose',
}

function sheet(name: string, columns: Sheet['columns'], rows: Cell[][]): Sheet {
  return {
    name,
    columns,
    slices: async function* () {
      yield rows
    },
  }
}

function noteColumns({ reader: { t } }: Filling): Sheet['columns'] {
  return [
    { title: t('reports.ministry.notes.subject'), width: 30 },
    { title: t('reports.ministry.notes.text'), width: 90, look: 'prose' },
    { title: '', width: 12, look: 'number' },
    { title: '', width: 12, look: 'number' },
    { title: '', width: 60, look: 'prose' },
  ]
}

function editionNotes(
  { facts, form, reader }: Filling,
  { number, digest }: { number: number; digest: string },
  rows: number,
): Cell[][] {
  const { t, language } = reader
  const day = (iso: string) => describeDate(iso, language)
  const beside = facts.ties.length - rows
  const group = chooseName(facts.network.name, language).text
  return [
    [
      t('reports.ministry.notes.edition'),
      t('reports.ministry.notes.number', { group, number: String(number) }),
    ],
    [
      t('reports.ministry.notes.period'),
      t('reports.ministry.notes.days', { from: day(facts.from), to: day(facts.to), day: day(facts.day) }),
    ],
    [t('reports.ministry.notes.digest'), digest],
    [t('reports.ministry.notes.form'), form.title],
    [
      t('reports.ministry.notes.layout'),
      form.seen ? t('reports.ministry.notes.official') : t('reports.ministry.notes.ours'),
    ],
    ...form.sources.map(({ title, url, seenOn }) => [
      t('reports.ministry.notes.source'),
      t('reports.ministry.notes.seenOn', { title, url, day: day(seenOn) }),
    ]),
    [t('reports.ministry.notes.rows'), t('reports.ministry.notes.listed', { rows, beside })],
    [t('reports.ministry.notes.empty'), t('reports.ministry.notes.emptyRule')],
  ]
}

function originOf({ source, seen }: FormColumn, { form, reader: { t } }: Filling): string {
  const title = form.sources.find(({ key }) => key === source)?.title
  if (title === undefined) return t('reports.ministry.origin.ours')
  return seen ? t('reports.ministry.origin.seen', { title }) : t('reports.ministry.origin.asked', { title })
}

/** What this edition leaves empty in a column, and how often. */
function remarks({ fill }: FormColumn, ties: FactTie[], filling: Filling): string[] {
  const { t } = filling.reader
  const count = (isOne: (tie: FactTie) => boolean) => ties.filter(isOne).length
  if (fill === 'agreement_kind') {
    const empty = ties.filter((tie) => agreementOf(tie, filling.form) === null).map(whyEmpty)
    const of = (why: ReturnType<typeof whyEmpty>) => empty.filter((each) => each === why).length
    return [
      t('reports.ministry.remark.agreements', {
        none: of('none'),
        silent: of('silent'),
        other: of('other'),
        unsigned: of('unsigned'),
      }),
    ]
  }
  if (fill === 'exchanges') {
    const several = count((tie) =>
      filling.exchangesOf(tie).some(({ tieIds }) => tieIds.filter(filling.isListed).length > 1),
    )
    return several === 0 ? [] : [t('reports.ministry.remark.several', { count: several })]
  }
  if (fill === 'money') {
    const amounts = ties.flatMap((tie) => amountsOf(tie, filling)).filter(({ isCounted }) => !isCounted)
    const left = new Set(amounts.map(({ key }) => key)).size
    return left === 0 ? [] : [t('reports.ministry.remark.money', { count: left })]
  }
  return []
}

// Said to be without an agreement; nothing said; of a kind that the form does not know; not signed, or over.
function whyEmpty({ agreements }: FactTie): 'none' | 'silent' | 'other' | 'unsigned' {
  if (agreements.length === 0) return 'silent'
  if (agreements.some(isInForce)) return 'other'
  return agreements.some(({ kind }) => kind === 'none') ? 'none' : 'unsigned'
}
