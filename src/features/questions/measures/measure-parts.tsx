import type { Context } from '../../../platform/context/context.ts'
import type { NetworkPart } from '../../../platform/http/network-part.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { inEachLanguage } from '../../../platform/letters/letter-reader.ts'
import type { LetterContext } from '../../../platform/letters/letter-source.ts'
import type { ReportPart, ReportPeriod } from '../../../platform/records/report-part.ts'
import { dayWords } from '../../../ui/text/date-words.ts'
import { listPeers } from '../../contacts/index.ts'
import { countryName } from '../../directory/index.ts'
import { mayCoordinate } from '../policy.ts'
import { type Measures, measure, steps } from './measures.ts'
import { findSidesOf, listCounted, listEmptyShelves } from './queries.ts'
import { findShortage } from './shortage.ts'

type Shelves = Awaited<ReturnType<typeof listEmptyShelves>>

async function findMeasures(context: Context, networkId: string, period: ReportPeriod) {
  const questions = await listCounted(context, networkId, period)
  const sides = await findSidesOf(context, networkId, questions)
  const shelves = await listEmptyShelves(context, networkId, period)
  return { questions, measures: measure(questions, sides), shelves }
}

/** Each figure with what it counts; none for a period without questions, empty shelves apart. */
function measureRows(reader: Reader, { counts, days, sides, directions }: Measures, shelves: Shelves) {
  const { t } = reader
  const row = (label: string, count: number | null | undefined) =>
    count === null || count === undefined ? [] : [{ label, count }]
  const bySide = (country: string, what: string) =>
    t('questions.measure.ofSide', { country: countryName(reader, country), what })
  const whole = steps.flatMap((step) => row(t(`questions.measure.step.${step}`), counts[step]))
  return [
    ...(counts.asked === 0 ? [] : whole),
    ...row(t('questions.measure.days'), days),
    ...sides.flatMap((side) => [
      ...steps.flatMap((step) =>
        row(bySide(side.country, t(`questions.measure.step.${step}`)), side.counts[step]),
      ),
      ...row(bySide(side.country, t('questions.measure.days')), side.days),
    ]),
    ...directions.flatMap(({ from, to, count }) =>
      row(
        t('questions.measure.direction', { from: countryName(reader, from), to: countryName(reader, to) }),
        count,
      ),
    ),
    ...shelves.flatMap(({ theme, count }) =>
      row(t('questions.measure.shelf', { theme: t(`networks.theme.${theme}`) }), count),
    ),
  ]
}

/** How far the group’s questions of a period came, for both governments. */
export const measuresPart = (translate: LetterContext['translate']): ReportPart => ({
  key: 'questions.measures',
  title: 'questions.measure.title',
  gather: async (context, networkId, period) => {
    const { measures, shelves } = await findMeasures(context, networkId, period)
    const told = inEachLanguage({ context, translate }, (reader) => measureRows(reader, measures, shelves))
    const label = (rows: typeof told.fr, index: number) => ({
      text: rows[index]?.label ?? '',
      state: 'reviewed' as const,
    })
    return told.fr.map(({ count }, index) => ({
      count,
      label: { fr: label(told.fr, index), ko: label(told.ko, index), en: label(told.en, index) },
    }))
  },
})

/** The quarter that ended last, on an ISO day. */
export function lastQuarter(today: string): ReportPeriod {
  const day = Temporal.PlainDate.from(today)
  const start = day.with({ day: 1 }).subtract({ months: (day.month - 1) % 3 })
  return {
    from: start.subtract({ months: 3 }).toString(),
    to: start.subtract({ days: 1 }).toString(),
  }
}

/** The same figures of the last quarter, on the page about the group for its coordinators, with what is short where few were answered. */
export const quarterOfQuestions: NetworkPart = {
  place: 'group.watch',
  render: async ({ context, reader, network }) => {
    if (!mayCoordinate(context.actor, network.id)) return null
    const { t } = reader
    const period = lastQuarter(context.today)
    const { questions, measures, shelves } = await findMeasures(context, network.id, period)
    const rows = measureRows(reader, measures, shelves)
    if (rows.length === 0) return null
    const short = findShortage(questions, await listPeers(context, network.id))
    const figures = rows.map(({ label, count }) => t('questions.measure.figure', { label, count }))
    return (
      <p>
        {t('questions.measure.quarter', {
          from: dayWords(reader, period.from),
          to: dayWords(reader, period.to),
          figures: figures.join(t('questions.measure.between')),
        })}{' '}
        {short === null ? null : t(`questions.measure.short.${short}`)}
      </p>
    )
  },
}
