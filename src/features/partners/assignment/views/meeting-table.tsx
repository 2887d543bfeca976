import { type Column, DataTable } from '../../../../ui/table/data-table.tsx'
import { ClockLines } from '../../../../ui/text/clock-lines.tsx'
import { byOwnSide } from '../../../directory/index.ts'
import { ParticipantName } from '../participants/participant-name.tsx'
import { interpreterWords } from '../publication/meeting-words.ts'
import type { SessionRequest } from '../request.ts'
import type { Meeting } from '../runs/run.ts'
import type { Participant } from '../session.ts'

type Held = Pick<Meeting, 'firstId' | 'secondId' | 'startsAt' | 'endsAt' | 'table' | 'interpreter'> &
  Partial<Pick<Meeting, 'origin'>>

interface MeetingTableProps {
  visit: SessionRequest
  caption: string
  meetings: readonly Held[]
  /** Whose meetings they are: the other is then shown alone. */
  own?: Participant
}

/** Meetings in the order of time, on both clocks. */
export function MeetingTable({ visit, caption, meetings, own }: MeetingTableProps) {
  const { reader, network, facts } = visit
  const { t } = reader
  const names = new Map(facts.participants.map((each) => [each.id, each]))
  const name = (id: string) => {
    const participant = names.get(id)
    return participant ? <ParticipantName participant={participant} /> : null
  }
  const columns: Column<Held>[] = [
    {
      key: 'who',
      label: t(own ? 'partners.assignment.with' : 'partners.assignment.pair'),
      header: true,
      wide: true,
      cell: ({ firstId, secondId }) =>
        own ? (
          name(firstId === own.id ? secondId : firstId)
        ) : (
          <>
            {name(firstId)} – {name(secondId)}
          </>
        ),
    },
    {
      key: 'when',
      label: t('partners.assignment.when'),
      cell: ({ startsAt, endsAt }) => (
        <ClockLines
          countries={byOwnSide(reader, network.countries)}
          hours={{ startsAt, endsAt, zone: facts.session.zone }}
        />
      ),
    },
    { key: 'table', label: t('partners.assignment.table'), numeric: true, cell: ({ table }) => table },
    {
      key: 'interpreter',
      label: t('partners.assignment.interpreter'),
      cell: ({ interpreter }) => interpreterWords(reader, interpreter) || '–',
    },
    ...(meetings.some(({ origin }) => origin !== undefined && origin !== 'matched')
      ? [
          {
            key: 'origin',
            label: t('partners.assignment.origin'),
            cell: ({ origin = 'matched' }: Held) => t(`partners.assignment.origin.${origin}`),
          },
        ]
      : []),
  ]
  return (
    <DataTable
      caption={caption}
      captionHidden
      columns={columns}
      rows={[...meetings]}
      rowKey={({ firstId, secondId }) => `${firstId} ${secondId}`}
    />
  )
}
