import { Section } from '../../../../../../ui/text/headings.tsx'
import type { ParticipantRequest } from '../../../call.ts'
import { paths } from '../../../paths.ts'
import { ParticipantName } from '../../views/participant-name.tsx'

/** Whom a participant wants to meet, in order, and whom it would rather not. */
export function OwnWishes({ asked }: { asked: ParticipantRequest }) {
  const { reader, network, event, participant, ground, isKeeper } = asked
  const { t } = reader
  const own = ground.wishes.filter(({ participantId }) => participantId === participant.id)
  const name = (id: string) => {
    const found = ground.participants.find((each) => each.id === id)
    return found ? <ParticipantName participant={found} /> : null
  }
  const wanted = own.filter(({ position }) => position !== null)
  const refused = own.filter(({ position }) => position === null)
  const isOpen = ground.session.takesRequests || isKeeper
  return (
    <Section
      id="wishes"
      title={t('partners.assignment.wishes')}
      aside={
        isOpen ? (
          <a href={paths.wishes(reader, network.slug, event.slug, participant.id)}>
            {t('partners.assignment.sayWishes')}
          </a>
        ) : undefined
      }
    >
      {wanted.length === 0 ? (
        <p>{t('partners.assignment.noWishes')}</p>
      ) : (
        <div class="prose">
          <ol>
            {wanted.map(({ otherId }) => (
              <li key={otherId}>{name(otherId)}</li>
            ))}
          </ol>
        </div>
      )}
      {refused.length === 0 ? null : (
        <>
          <p>{t('partners.assignment.ratherNot')}</p>
          <div class="prose">
            {' '}
            <ul>
              {refused.map(({ otherId }) => (
                <li key={otherId}>{name(otherId)}</li>
              ))}
            </ul>
          </div>{' '}
        </>
      )}
    </Section>
  )
}
