import { type Column, DataTable } from '../../../../ui/table/data-table.tsx'
import { ParticipantName, participantName } from '../participants/participant-name.tsx'
import type { SessionRequest } from '../request.ts'
import type { Meeting, RunReport } from './run.ts'

type Satisfaction = RunReport['participants'][number]

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
