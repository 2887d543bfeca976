import { describeDate } from '../../../platform/dates/index.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import type { Cell } from '../../../platform/spreadsheets/write-xlsx.ts'
import { countryName, kindInWords } from '../../directory/index.ts'
import type { FactBody, FactExchange, FactTie, ReportFacts } from '../facts.ts'
import type { MinistryForm, OnceFill, YearlyFill } from './ministry-data.ts'

/** What cells are filled from: the facts, one ministry’s form, and a reader of its language in the frozen words. */
export interface Filling {
  facts: ReportFacts
  form: MinistryForm
  reader: Reader
  body(id: string): FactBody
  exchangesOf(tie: FactTie): FactExchange[]
  isListed(tieId: string): boolean
}

export function createFilling(facts: ReportFacts, form: MinistryForm, reader: Reader): Filling {
  const bodies = new Map(facts.bodies.map((body) => [body.id, body]))
  const listed = new Set(facts.ties.filter((tie) => tie.listed).map(({ id }) => id))
  const exchanges = new Map<string, FactExchange[]>()
  for (const exchange of facts.exchanges)
    for (const id of exchange.tieIds) exchanges.set(id, [...(exchanges.get(id) ?? []), exchange])
  return {
    facts,
    form,
    reader,
    body(id) {
      const body = bodies.get(id)
      if (body === undefined) throw new Error(`The facts name the body ${id}, which is not among them`)
      return body
    },
    exchangesOf: ({ id }) => exchanges.get(id) ?? [],
    isListed: (id) => listed.has(id),
  }
}

/** The years that a period touches. */
export function yearsOf({ from, to }: Pick<ReportFacts, 'from' | 'to'>): number[] {
  const first = Number(from.slice(0, 4))
  return Array.from({ length: Number(to.slice(0, 4)) - first + 1 }, (_, index) => first + index)
}

function heldIn(tie: FactTie, { facts, exchangesOf }: Filling, year: number): FactExchange[] {
  return exchangesOf(tie).filter((exchange) => yearOf(exchange, facts) === year)
}

// The year in which it began, where it took place, within the period, and that year is certain. Where two answers differ, “held” counts.
function yearOf({ when, startsOn, endsOn, state, isUnheard, answers }: FactExchange, facts: ReportFacts) {
  const isHeld =
    answers.length === 0 ? state === 'past' && !isUnheard : answers.some(({ held }) => held === 'held')
  if (!isHeld || startsOn === null || startsOn > facts.to || (endsOn ?? startsOn) < facts.from) return null
  const year = startsOn.slice(0, 4)
  return when?.includes('/') || endsOn === null || endsOn.startsWith(year) ? Number(year) : null
}

/** A cell of each column that a tie fills once; '' where the facts do not know. */
export const onceCells: Record<OnceFill, (tie: FactTie, filling: Filling) => Cell> = {
  own_body: ofParties('own', nameOf),
  own_kind: ofParties('own', ({ kind }, { reader }) => kindInWords(reader.t, kind)),
  own_code: ofParties('own', ({ codes }, { form }) => form.codes.flatMap((key) => codes[key] ?? [])[0] ?? ''),
  region: ofParties('own', regionOf),
  upper_level: ofParties('own', (body, filling) => {
    if (upperKinds.includes(body.kind)) return nameOf(body, filling)
    return basicKinds.includes(body.kind) ? regionOf(body, filling) : ''
  }),
  basic_level: ofParties('own', (body, filling) => {
    if (upperKinds.includes(body.kind)) return filling.form.seat
    return basicKinds.includes(body.kind) ? nameOf(body, filling) : ''
  }),
  answered_as: (tie, { form, body, exchangesOf }) =>
    listed(
      exchangesOf(tie)
        .flatMap(({ answers }) => answers)
        .filter(({ bodyId }) => tie.parties.includes(bodyId) && body(bodyId).country === form.country)
        .map(({ saidAs }) => saidAs),
    ),
  country: ofParties('other', ({ country }, { reader }) => countryName(reader, country)),
  partner: ofParties('other', nameOf),
  agreement_kind: (tie, { form }) => agreementOf(tie, form)?.word ?? '',
  agreement_title: (tie, { form, reader }) => {
    const title = agreementOf(tie, form)?.agreement.title ?? {}
    return (
      (title[reader.language] ?? Object.values(title).find(({ state }) => state === 'original'))?.text ?? ''
    )
  },
  agreement_day: (tie, filling) => dated(agreementOf(tie, filling.form)?.signedOn ?? null, filling),
  since: (tie, filling) => dated(tie.since, filling),
  themes: (tie, { reader: { t } }) => listed(tie.themes.map((theme) => t(`networks.theme.${theme}`))),
  // Silence is no state: only what somebody stated is written.
  stated_status: (tie, { reader: { t } }) =>
    tie.basis === 'stated' && tie.stated !== null ? t(`ui.status.${tie.stated.status}`) : '',
  last_exchange: (tie, filling) => dated(tie.lastExchange, filling),
}

/** A cell of each column that there is for every year. An empty one is not zero: nobody told of that year. */
export const yearlyCells: Record<YearlyFill, (tie: FactTie, filling: Filling, year: number) => Cell> = {
  exchanges: (tie, filling, year) => heldIn(tie, filling, year).length || '',
  money: (tie, filling, year) => {
    const amounts = amountsOf(tie, filling).filter((money) => money.year === year && money.isCounted)
    return amounts.length === 0 ? '' : amounts.reduce((sum, { amount }) => sum + amount, 0)
  },
  outcomes: (tie, filling, year) =>
    heldIn(tie, filling, year)
      .flatMap(({ answers }) => answers)
      .filter(({ results }) => results.length > 0)
      .map(({ bodyId, results, sentence }) => {
        const { reader } = filling
        const said = sentence[reader.language]
        const words = results.map((result) => reader.t(`outcomes.result.${result}`)).join(', ')
        const own = said && said.state !== 'machine' && said.state !== 'stale' ? [said.text] : []
        return [`${nameOf(filling.body(bodyId), filling)}: ${words}`, ...own].join(' – ')
      })
      .join('\n'),
}

/**
 * What the tie’s own side spent on its exchanges. An amount that belongs to several listed ties, or is in another currency, is not counted: it
 * would be counted twice, or at a rate that nobody gave.
 */
export function amountsOf(tie: FactTie, { form, body, exchangesOf, isListed }: Filling) {
  return exchangesOf(tie).flatMap(({ id, tieIds, answers }) =>
    answers.flatMap(({ bodyId, money }) =>
      money === null || !tie.parties.includes(bodyId) || body(bodyId).country !== form.country
        ? []
        : [
            {
              ...money,
              key: `${id} ${bodyId}`,
              isCounted: money.currency === form.currency && tieIds.filter(isListed).length === 1,
            },
          ],
    ),
  )
}

/** The agreement that a row shows: in force, the first in the form’s order of kinds, then the earliest; null where there is none. */
export function agreementOf(tie: FactTie, { agreements: known }: Pick<MinistryForm, 'agreements'>) {
  const rows = tie.agreements.flatMap((agreement) => {
    const rank = known.findIndex(({ kind }) => kind === agreement.kind)
    const word = known[rank]?.word
    const signedOn = agreement.steps.find(({ state }) => state === 'signed')?.on ?? null
    if (word === undefined || !(agreement.kind === 'none' || isInForce(agreement))) return []
    return [{ agreement, word, rank, signedOn }]
  })
  const [first] = rows.toSorted(
    (a, b) =>
      a.rank - b.rank ||
      compare(a.signedOn ?? '9', b.signedOn ?? '9') ||
      compare(a.agreement.id, b.agreement.id),
  )
  return first ?? null
}

export function isInForce({ steps }: FactTie['agreements'][number]): boolean {
  return ['signed', 'transmitted', 'in_force', 'amended'].includes(steps.at(-1)?.state ?? '')
}

// 지방자치법, article 2(1): the two levels. A district of a city that is no authority is of neither.
const upperKinds = [
  'special_city',
  'metropolitan_city',
  'special_self_governing_city',
  'do',
  'special_self_governing_do',
]
const basicKinds = ['si', 'gun', 'autonomous_gu']

/** A cell with a word of each party of a tie: of those of the form’s own country, or of the others. */
function ofParties(side: 'own' | 'other', word: (body: FactBody, filling: Filling) => string) {
  return (tie: FactTie, filling: Filling) => {
    const bodies = tie.parties.map(filling.body)
    const wanted = bodies.filter(({ country }) => (country === filling.form.country) === (side === 'own'))
    return listed(wanted.map((body) => word(body, filling)))
  }
}

function nameOf({ name }: FactBody, { reader }: Filling): string {
  return chooseName(name, reader.language).text
}

function regionOf({ region }: FactBody, filling: Filling): string {
  return region === null ? '' : nameOf(filling.body(region), filling)
}

function listed(words: string[]): string {
  return [...new Set(words.filter((word) => word !== ''))].join(', ')
}

// A day can be reckoned with, so can a year; what is vaguer stays words.
function dated(edtf: string | null, { reader, facts }: Filling): Cell {
  if (edtf === null) return ''
  if (/^\d{4}-\d{2}-\d{2}$/.test(edtf)) return { day: edtf }
  return /^\d{4}$/.test(edtf) ? Number(edtf) : describeDate(edtf, reader.language, null, facts.day)
}

/** By code units, wherever it runs. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
