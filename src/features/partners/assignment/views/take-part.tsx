import { organisationsOf } from '../../../../platform/context/actor.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { type OrganisationRef, shortNames } from '../../../directory/index.ts'
import type { SessionRequest } from '../call.ts'
import { paths } from '../paths.ts'

interface TakePartProps {
  asked: SessionRequest
  /** The reader’s own authorities that do not take part. */
  absentOwn: readonly OrganisationRef[]
}

/** What members do first: say that they come, and whom they want to meet; whoever has left finds the way back. */
export function TakePart({ asked, absentOwn }: TakePartProps) {
  const { reader, network, event, ground, writing } = asked
  const { t } = reader
  const own = organisationsOf(writing.actor, network.id, ['member'])
  const mine = ground.participants.filter(({ organisation }) => own.includes(organisation.id))
  const name = (organisation: OrganisationRef) => chooseName(shortNames(organisation), reader.language).text
  return (
    <>
      {mine.map((participant) => (
        <Notice key={participant.id}>
          <p>
            {t(
              participant.leftAt === null
                ? 'partners.assignment.youTakePart'
                : 'partners.assignment.youHaveLeft',
              {
                name: name(participant.organisation),
              },
            )}{' '}
            <a href={paths.participant(reader, network.slug, event.slug, participant.id)}>
              {t('partners.assignment.yourMeetings')}
            </a>
          </p>
        </Notice>
      ))}
      {ground.session.takesRequests
        ? absentOwn.map((organisation) => (
            <form
              key={organisation.id}
              method="post"
              action={`/${reader.language}/${network.slug}/agenda/${event.slug}/meetings/participants`}
            >
              <input type="hidden" name="organisation" value={organisation.id} />
              <p>
                <button type="submit" class="button">
                  {t('partners.assignment.join', { name: name(organisation) })}
                </button>
              </p>
            </form>
          ))
        : null}
    </>
  )
}
