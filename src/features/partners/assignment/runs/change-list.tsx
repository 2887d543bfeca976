import { participantName } from '../participants/participant-name.tsx'
import type { SessionRequest } from '../request.ts'
import type { GroundChange } from './grounds.ts'

const most = 12

/** The changes since a run, in words. */
export function ChangeList({ visit, changes }: { visit: SessionRequest; changes: readonly GroundChange[] }) {
  const { reader, facts } = visit
  const { t } = reader
  const words = ({ what, participantId }: GroundChange) => {
    const participant = facts.participants.find(({ id }) => id === participantId)
    return t(`partners.assignment.change.${what}`, {
      name: participant ? participantName(reader, participant) : t('partners.assignment.somebody'),
    })
  }
  return (
    <div class="prose">
      <ul>
        {changes.slice(0, most).map((change) => (
          <li key={`${change.what} ${change.participantId}`}>{words(change)}</li>
        ))}
        {changes.length > most ? (
          <li>{t('partners.assignment.moreChanges', { count: changes.length - most })}</li>
        ) : null}
      </ul>
    </div>
  )
}
