import type { SessionRequest } from '../call.ts'
import { participantName } from '../participants/participant-name.tsx'
import type { GroundChange } from './grounds.ts'

const most = 12

/** What has changed since a run, in words. */
export function ChangeList({ asked, changes }: { asked: SessionRequest; changes: readonly GroundChange[] }) {
  const { reader, ground } = asked
  const { t } = reader
  const words = ({ what, participantId }: GroundChange) => {
    const participant = ground.participants.find(({ id }) => id === participantId)
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
