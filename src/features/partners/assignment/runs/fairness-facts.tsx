import { numberFormatter } from '../../../../platform/i18n/formatters.ts'
import { FactList } from '../../../../ui/blocks/fact-list.tsx'
import { type Column, DataTable } from '../../../../ui/table/data-table.tsx'
import { Section } from '../../../../ui/text/headings.tsx'
import { ParticipantName, participantName } from '../participants/participant-name.tsx'
import type { SessionRequest } from '../request.ts'
import { sideName } from '../views/meetings-heading.tsx'
import { listCauses, type Meeting, type RunReport } from './run.ts'

interface FairnessFactsProps {
  visit: SessionRequest
  report: RunReport
  count: number
}

type Satisfaction = RunReport['participants'][number]

/** An assignment in short: how many meetings, what each side got, who is worst off, what was missed and what would help. */
export function FairnessFacts({ visit, report, count }: FairnessFactsProps) {
  const { reader, network, facts } = visit
  const { t } = reader
  const percent = (part: number) =>
    numberFormatter(reader.interfaceLanguage, { style: 'percent', maximumFractionDigits: 0 }).format(part)
  const worstOff = report.participants.find(({ id }) => id === report.worstOffId)
  return (
    <Section id="fairness" title={t('partners.assignment.fairness')}>
      <FactList
        facts={[
          {
            term: t('partners.assignment.meetings'),
            detail: t('partners.assignment.result.meetings', {
              meetings: count,
              participants: report.participants.length,
            }),
          },
          { term: t('partners.assignment.alone'), detail: <Alone visit={visit} report={report} /> },
          {
            term: t('partners.assignment.firstWishesMet'),
            detail: [
              ...report.sides.map(({ firstWishesMet }, at) =>
                t('partners.assignment.sideShare', {
                  side: sideName(reader, network, facts.session, at === 0 ? 1 : 2),
                  share: firstWishesMet === null ? '–' : percent(firstWishesMet),
                }),
              ),
              <span key="hint" class="quiet">
                {t('partners.assignment.fairnessHint')}
              </span>,
            ],
          },
          ...(worstOff
            ? [
                {
                  term: t('partners.assignment.worstOff'),
                  detail: <WorstOff visit={visit} worstOff={worstOff} />,
                },
              ]
            : []),
          ...(report.unheld.length === 0
            ? []
            : [
                {
                  term: t('partners.assignment.unheldCount'),
                  detail: <a href="#left-out">{String(report.unheld.length)}</a>,
                },
              ]),
          { term: t('partners.assignment.leftOut'), detail: missedDetails(visit, report) },
          {
            term: t('partners.assignment.proposed'),
            detail: sideName(reader, network, facts.session, report.proposing === 0 ? 1 : 2),
          },
        ]}
      />
    </Section>
  )
}

function Alone({ visit: { reader }, report }: Pick<FairnessFactsProps, 'visit' | 'report'>) {
  const alone = report.participants.filter(({ nothingBecause }) => nothingBecause !== null).length
  if (alone === 0) return <>{reader.t('partners.assignment.nobodyAlone')}</>
  return <a href="#by-participant">{numberFormatter(reader.interfaceLanguage, {}).format(alone)}</a>
}

function WorstOff({ visit, worstOff }: { visit: SessionRequest; worstOff: Satisfaction }) {
  const { facts } = visit
  const participant = facts.participants.find(({ id }) => id === worstOff.id)
  return (
    <>
      {participant ? <ParticipantName participant={participant} /> : null}
      {` · ${gotWords(visit, worstOff).join(' · ')}`}
    </>
  )
}

// What a participant got, by the places of its own list.
function gotWords({ reader: { t } }: SessionRequest, one: Satisfaction): string[] {
  const { firstWishes, firstWishesMet, nothingBecause, places } = one
  const got = places.flatMap(({ place }) => place ?? []).sort((left, right) => left - right)
  return [
    firstWishes === 0
      ? t('partners.assignment.worstOffNoWish')
      : t('partners.assignment.wishesMet', { met: firstWishesMet, of: firstWishes }),
    nothingBecause !== null
      ? t(`partners.assignment.nothing.${nothingBecause}`)
      : got.length > 0
        ? t('partners.assignment.worstOffGets', { places: got.join(', ') })
        : t('partners.assignment.worstOffAsked'),
  ]
}

// The missed pairs, by cause and remedy; then what stability means.
function missedDetails({ reader }: SessionRequest, report: RunReport) {
  const { t } = reader
  if (report.blockingCount === 0) return [t('partners.assignment.noneLeftOut')]
  return [
    <a key="all" href="#left-out">
      {numberFormatter(reader.interfaceLanguage, {}).format(report.blockingCount)}
    </a>,
    ...listCauses(report).map(({ cause, count }) => (
      <>
        {t('partners.assignment.countByCause', { cause: t(`partners.assignment.cause.${cause}`), count })}{' '}
        <span class="quiet">{t(`partners.assignment.remedy.${cause}`)}</span>
      </>
    )),
    <span key="stable" class="quiet">
      {t('partners.assignment.stable')}
    </span>,
  ]
}

interface SatisfactionTableProps {
  visit: SessionRequest
  report: RunReport
  meetings: readonly Meeting[]
}

/** What each participant got: its counterparts in the order of time, how many of its first wishes, and why it meets nobody. */
export function SatisfactionTable({ visit, report, meetings }: SatisfactionTableProps) {
  const { reader, facts } = visit
  const { t } = reader
  const names = new Map(facts.participants.map((each) => [each.id, each]))
  const partners = ({ id }: Satisfaction) =>
    meetings.flatMap(({ firstId, secondId }) =>
      firstId === id ? [secondId] : secondId === id ? [firstId] : [],
    )
  const label = ({ places }: Satisfaction, otherId: string) => {
    const other = names.get(otherId)
    const place = places.find((each) => each.otherId === otherId)?.place ?? null
    const name = other ? participantName(reader, other) : ''
    return place === null ? name : t('partners.assignment.nameWithPlace', { name, place })
  }
  const meets = (one: Satisfaction) => {
    if (names.get(one.id)?.leftAt) return t('partners.assignment.hasLeft')
    const own = partners(one)
    if (own.length > 0) return own.map((otherId) => label(one, otherId)).join(' · ')
    // What was found for a participant may have become impossible since.
    return t(`partners.assignment.nothing.${one.nothingBecause ?? 'impossible'}`)
  }
  const columns: Column<Satisfaction>[] = [
    {
      key: 'name',
      label: t('partners.assignment.participant'),
      header: true,
      cell: ({ id }) => {
        const participant = names.get(id)
        return participant ? <ParticipantName participant={participant} /> : null
      },
    },
    {
      key: 'meets',
      label: t('partners.assignment.meets'),
      wide: true,
      cell: (one) => <span class="participant-name">{meets(one)}</span>,
    },
    {
      key: 'count',
      label: t('partners.assignment.meetings'),
      numeric: true,
      cell: (one) => partners(one).length,
    },
    {
      key: 'wishes',
      label: t('partners.assignment.wishesShort'),
      numeric: true,
      cell: ({ firstWishes, firstWishesMet }) =>
        firstWishes === 0 ? '–' : t('partners.assignment.metOf', { met: firstWishesMet, of: firstWishes }),
    },
  ]
  return (
    <>
      {report.worstOffId === null ? null : <p class="quiet">{t('partners.assignment.worstFirst')}</p>}
      <DataTable
        caption={t('partners.assignment.byParticipant')}
        captionHidden
        columns={columns}
        rows={report.participants.toSorted((one, other) => other.loss - one.loss)}
        rowKey={({ id }) => id}
      />
    </>
  )
}
