import { type Column, DataTable } from '../../../../ui/table/data-table.tsx'
import { countryName } from '../../../directory/index.ts'
import { maySee, type SessionRequest } from '../call.ts'
import { ParticipantName } from '../participants/participant-name.tsx'
import { paths } from '../paths.ts'
import type { Participant } from '../session.ts'

/** Who takes part, with what an assignment stands on: for whoever holds the session all of it, for others who it is. */
export function ParticipantTable({ asked }: { asked: SessionRequest }) {
  const { reader, network, event, ground, isKeeper } = asked
  const { t } = reader
  const wishes = (one: Participant) =>
    ground.wishes.filter(({ participantId, position }) => participantId === one.id && position !== null)
      .length
  const columns: Column<Participant>[] = [
    {
      key: 'name',
      label: t('partners.assignment.participant'),
      header: true,
      wide: true,
      cell: (one) =>
        maySee(asked, one) ? (
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
    ...(ground.participants.some(({ leftAt }) => leftAt !== null)
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
      rows={ground.participants}
      rowKey={({ id }) => id}
    />
  )
}
