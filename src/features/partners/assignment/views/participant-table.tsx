import { type Column, DataTable } from '../../../../ui/table/data-table.tsx'
import { countryName } from '../../../directory/index.ts'
import { ParticipantName } from '../participants/participant-name.tsx'
import { paths } from '../paths.ts'
import { maySee, type SessionRequest } from '../request.ts'
import type { Participant } from '../session.ts'

/** The participants, with the input of an assignment: all of it for organisers of the session, the names for others. */
export function ParticipantTable({ visit }: { visit: SessionRequest }) {
  const { reader, network, event, facts, isKeeper } = visit
  const { t } = reader
  const wishes = (one: Participant) =>
    facts.wishes.filter(({ participantId, position }) => participantId === one.id && position !== null).length
  const columns: Column<Participant>[] = [
    {
      key: 'name',
      label: t('partners.assignment.participant'),
      header: true,
      wide: true,
      cell: (one) =>
        maySee(visit, one) ? (
          <a href={paths.participant(reader, network.slug, event.slug, one.id)}>
            <ParticipantName participant={one} />
          </a>
        ) : (
          <ParticipantName participant={one} />
        ),
    },
    {
      key: 'country',
      label: t('partners.assignment.country'),
      cell: ({ organisation }) => countryName(reader, organisation.country),
    },
    ...(isKeeper
      ? [
          {
            key: 'wishes',
            label: t('partners.assignment.wishesCount'),
            numeric: true,
            cell: (one: Participant) => wishes(one),
          },
          {
            key: 'quota',
            label: t('partners.assignment.quotaShort'),
            numeric: true,
            cell: ({ quota }: Participant) => quota,
          },
          {
            key: 'absences',
            label: t('partners.assignment.absencesShort'),
            numeric: true,
            cell: ({ absences }: Participant) => absences.length,
          },
        ]
      : []),
    ...(facts.participants.some(({ leftAt }) => leftAt !== null)
      ? [
          {
            key: 'state',
            label: t('partners.assignment.state'),
            cell: ({ leftAt }: Participant) =>
              t(leftAt === null ? 'partners.assignment.takesPart' : 'partners.assignment.hasLeft'),
          },
        ]
      : []),
  ]
  return (
    <DataTable
      caption={t('partners.assignment.participants')}
      captionHidden
      columns={columns}
      rows={facts.participants}
      rowKey={({ id }) => id}
    />
  )
}
