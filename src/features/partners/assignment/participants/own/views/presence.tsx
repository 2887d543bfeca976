import { Section } from '../../../../../../ui/text/headings.tsx'
import type { ParticipantRequest } from '../../../call.ts'

/** Leaving the meetings and coming back, with what it does to what was published. */
export function Presence({ asked }: { asked: ParticipantRequest }) {
  const { reader, network, event, participant, ground } = asked
  const { t } = reader
  const isHere = participant.leftAt === null
  const place = `/${reader.language}/${network.slug}/agenda/${event.slug}/meetings/participants/${participant.id}`
  return (
    <Section id="presence" title={t('partners.assignment.presence')}>
      <form method="post" action={`${place}/${isHere ? 'departure' : 'return'}`}>
        <p>
          {t(
            isHere
              ? ground.session.publishedAt === null
                ? 'partners.assignment.leaveHint'
                : 'partners.assignment.leavePublishedHint'
              : 'partners.assignment.returnHint',
          )}
        </p>
        <p class="form-actions">
          <button type="submit" class="button">
            {t(isHere ? 'partners.assignment.leave' : 'partners.assignment.return')}
          </button>
        </p>
      </form>
    </Section>
  )
}
