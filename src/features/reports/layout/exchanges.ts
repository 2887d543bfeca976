import { trendChart } from '../../../platform/documents/charts.ts'
import type { ReportBlock } from '../../../platform/documents/report.ts'
import type { Passage } from '../../../platform/documents/sheet.ts'
import type { FactExchange, ReportFacts } from '../facts.ts'
import { type Print, tally } from './print.ts'

/** Exchanges held, planned, and planned and never heard of. */
export function exchangeBlocks(print: Print): ReportBlock[] {
  const { t, facts } = print
  const held = facts.exchanges.filter(({ state }) => state === 'past')
  // One without a date belongs to the period in which it became known.
  const within = held.filter(({ startsOn, endsOn }) => (endsOn ?? startsOn ?? facts.from) >= facts.from)
  const unheard = facts.exchanges.filter(({ isUnheard }) => isUnheard)
  const planned = facts.exchanges.filter(({ state, isUnheard }) => state === 'planned' && !isUnheard)
  const cancelled = facts.exchanges.filter(({ state }) => state === 'cancelled').length
  return [
    print.section('exchanges'),
    print.paragraph(
      t('reports.print.exchanges.lead', {
        within: within.length,
        earlier: held.length - within.length,
        planned: planned.length,
        unheard: unheard.length,
        undated: unheard.filter(({ when }) => when === null).length,
        cancelled,
      }),
    ),
    ...trendBlocks(print),
    ...listed(print, 'held', within),
    ...listed(print, 'planned', planned),
    ...listed(print, 'unheard', unheard),
  ]
}

// A year of which nobody told anything is open: it is not zero.
function trendBlocks(print: Print): ReportBlock[] {
  const { t, reader, facts } = print
  const dated = facts.heldYears.flatMap(({ year, count }) => (year === null ? [] : [{ year, count }]))
  if (dated.length === 0) return []
  const undated = facts.heldYears.find(({ year }) => year === null)?.count ?? 0
  const first = Math.min(...dated.map(({ year }) => year))
  const counts = new Map(dated.map(({ year, count }) => [year, count]))
  const last = Number(facts.day.slice(0, 4))
  const points = Array.from({ length: last - first + 1 }, (_, index) => ({
    year: first + index,
    value: counts.get(first + index) ?? null,
  }))
  const open = points.filter(({ value }) => value === null).length
  const unknown = t('reports.print.exchanges.unreported')
  return [
    print.heading(t('reports.print.exchanges.trend'), 2),
    print.chart(
      trendChart({
        language: reader.interfaceLanguage,
        title: t('reports.print.exchanges.trend'),
        description: t('reports.print.exchanges.described', {
          from: String(first),
          to: String(last),
          count: dated.reduce((sum, { count }) => sum + count, 0),
          open,
        }),
        points,
        unknown,
      }),
    ),
    ...print.table(
      ['year', 'exchanges'],
      points.map(({ year, value }) => [String(year), value === null ? unknown : print.number(value)]),
      [1, 3],
    ),
    ...(undated > 0 ? [print.note(t('reports.print.exchanges.undated', { count: undated }))] : []),
  ]
}

function listed(
  print: Print,
  key: 'held' | 'planned' | 'unheard',
  exchanges: readonly FactExchange[],
): ReportBlock[] {
  const { t } = print
  if (exchanges.length === 0) return []
  const ordered = exchanges.toSorted((a, b) => newestFirst(a.startsOn ?? '', b.startsOn ?? ''))
  return [
    print.heading(t(`reports.print.exchanges.${key}`), 2),
    print.leading(t(`reports.print.exchanges.${key}Note`)),
    ...print.table(
      ['exchange', 'when', 'holders'],
      ordered.map((exchange) => [
        exchangeName(print, exchange),
        print.day(exchange.when),
        exchange.holders.length === 0 ? '–' : print.list(exchange.holders.map((id) => print.bodyName(id))),
      ]),
      [6, 3, 4],
    ),
  ]
}

const newestFirst = (a: string, b: string) => Number(a < b) - Number(a > b)

function exchangeName(print: Print, { title, kind, firmness }: FactExchange): Passage {
  const { t } = print
  const sure = firmness === null || firmness === 'planned' ? [] : [t(`agenda.firmness.${firmness}`)]
  return print.sentence(print.said(title), `(${[t(`agenda.eventKind.${kind}`), ...sure].join(', ')})`)
}

/** What was asked after exchanges and what came of them; two answers that differ stand side by side, and silence is a figure. */
export function outcomeBlocks(print: Print): ReportBlock[] {
  const { t, facts } = print
  const asked = facts.exchanges.flatMap((exchange) => exchange.asked)
  const answers = facts.exchanges.flatMap((exchange) => exchange.answers)
  if (asked.length + answers.length === 0)
    return [print.section('outcomes'), print.paragraph(t('reports.print.outcomes.none'))]
  const reached = asked.filter(({ askedOn }) => askedOn !== null)
  const answeredCount = reached.filter(({ answeredOn }) => answeredOn !== null).length
  const waiting = reached.filter((each) => isWaiting(facts, each)).length
  const spent = answers.filter(({ money }) => money !== null).length
  const actors = answers.flatMap((answer) => answer.actors)
  const answered = facts.exchanges.filter((exchange) => exchange.answers.length > 0)
  return [
    print.section('outcomes'),
    print.paragraph(
      t('reports.print.outcomes.lead', {
        asked: reached.length,
        bodies: new Set(reached.map(({ bodyId }) => bodyId)).size,
        answered: answeredCount,
        waiting,
        silent: reached.length - answeredCount - waiting,
        days: facts.thresholds.answerDays,
        unreachable: asked.length - reached.length,
      }),
      ...(spent > 0 ? [t('reports.print.outcomes.money', { count: spent })] : []),
    ),
    ...print.table(
      ['result', 'answers'],
      tally(answers.flatMap(({ results }) => results)).map(([result, count]) => [
        t(`reports.print.result.${result}`),
        print.number(count),
      ]),
      [5, 1],
    ),
    ...print.table(
      ['cameAs', 'people'],
      tally(actors.map(({ kind }) => kind)).map(([kind]) => {
        const people = actors.reduce((sum, each) => sum + (each.kind === kind ? (each.count ?? 0) : 0), 0)
        return [
          t(`agenda.actor.${kind}`),
          people === 0 ? t('reports.print.outcomes.uncounted') : String(people),
        ]
      }),
      [5, 1],
    ),
    ...print.titled(
      [
        t('reports.print.column.exchange'),
        ...print.countries.map((country) =>
          t('reports.print.outcomes.side', { country: print.country(country) }),
        ),
      ],
      answered.map((exchange) => [
        print.sentence(
          print.said(exchange.title),
          `(${print.day(exchange.when)})`,
          ...(differ(exchange.answers) ? [print.strong(t('reports.print.outcomes.differ'))] : []),
        ),
        ...print.countries.map((country) => sideAnswer(print, exchange, country)),
      ]),
      [3, ...print.countries.map(() => 4)],
    ),
  ]
}

type Answer = FactExchange['answers'][number]

/** Whether an answer is still waited for on the day of the facts: who was asked yesterday has not refused. */
export function isWaiting(
  { day, thresholds }: Pick<ReportFacts, 'day' | 'thresholds'>,
  { askedOn, answeredOn }: FactExchange['asked'][number],
): boolean {
  return (
    askedOn !== null &&
    answeredOn === null &&
    Temporal.PlainDate.from(askedOn).add({ days: thresholds.answerDays }).toString() >= day
  )
}

function differ(answers: readonly Answer[]): boolean {
  return new Set(answers.map(({ held, results }) => `${held} ${results.toSorted().join(' ')}`)).size > 1
}

/** What the bodies of a country said of an exchange, or that they said nothing. */
function sideAnswer(print: Print, exchange: FactExchange, country: string): Passage {
  const { t } = print
  const answers = exchange.answers.filter(({ bodyId }) => print.body(bodyId).country === country)
  const said = answers.flatMap((answer) => [
    print.sentence(print.bodyName(answer.bodyId), '–', answerWords(print, answer)),
  ])
  const silent = exchange.asked
    .filter(({ bodyId, answeredOn }) => print.body(bodyId).country === country && answeredOn === null)
    .map((each) => {
      const key = each.askedOn === null ? 'notAsked' : isWaiting(print.facts, each) ? 'waiting' : 'noAnswer'
      return print.sentence(
        print.bodyName(each.bodyId),
        '–',
        t(`reports.print.outcomes.${key}`, { day: print.day(each.askedOn) }),
      )
    })
  return said.length + silent.length === 0
    ? print.words(t('reports.print.outcomes.nobody'))
    : print.sentence(...said, ...silent)
}

function answerWords(
  print: Print,
  { held, movedTo, results, sentence, url, money, saidAs }: Answer,
): Passage {
  const { t } = print
  const when =
    held === 'moved'
      ? t('reports.print.held.movedTo', { day: print.day(movedTo) })
      : t(`reports.print.held.${held}`)
  const told = [when, ...results.map((result) => t(`reports.print.result.${result}`))].join(', ')
  const spent =
    money === null
      ? []
      : [
          t('reports.print.outcomes.spent', {
            amount: `${print.number(money.amount)} ${money.currency}`,
            year: String(money.year),
          }),
        ]
  return print.sentence(
    `${[told, ...spent].join(', ')}.`,
    ...(Object.keys(sentence).length > 0 ? [print.said(sentence)] : []),
    ...(url === '' ? [] : [[{ text: url, href: url }]]),
    ...(saidAs === '' ? [] : [`(${saidAs})`]),
  )
}
