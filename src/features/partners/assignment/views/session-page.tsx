import { organisationsOf } from '../../../../platform/context/actor.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import type { Shown } from '../../../../platform/records/record-part.ts'
import { FactList } from '../../../../ui/blocks/fact-list.tsx'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { FormErrors } from '../../../../ui/form/form-errors.tsx'
import { sayErrors } from '../../../../ui/form/say-errors.ts'
import { ClockLines } from '../../../../ui/text/clock-lines.tsx'
import { Section } from '../../../../ui/text/headings.tsx'
import { byOwnSide, type OrganisationRef, shortNames } from '../../../directory/index.ts'
import type { SessionRequest } from '../call.ts'
import { paths } from '../paths.ts'
import type { Appointment } from '../publication/appointment.ts'
import { RunPanel } from '../runs/views/run-panel.tsx'
import type { RunState } from '../runs/views/run-state.ts'
import { present } from '../session.ts'
import { DoneNotice } from './done-notice.tsx'
import { MeetingTable } from './meeting-table.tsx'
import { MeetingsHeading } from './meetings-heading.tsx'
import { ParticipantTable } from './participant-table.tsx'
import { sideName } from './side-name.ts'

export interface SessionPageProps {
  asked: SessionRequest
  done: string
  shown: Shown
  /** What was told, for whoever holds the session. */
  appointments: readonly Appointment[]
  /** How the last run stands and what has changed since; null for who does not hold the session. */
  last: RunState | null
  /** The reader’s own authorities that do not take part. */
  absentOwn: readonly OrganisationRef[]
}

/** The bilateral meetings of an event: who takes part, how far the assignment is, and what was published. */
export function SessionPage(props: SessionPageProps) {
  const { asked, done, shown, appointments, last } = props
  const { reader, network, event, isKeeper } = asked
  const { t } = reader
  return (
    <>
      <MeetingsHeading
        asked={asked}
        isMain
        lead={t('partners.assignment.lead')}
        actions={<Actions asked={asked} />}
      >
        {t('partners.assignment.title')}
      </MeetingsHeading>
      <DoneNotice reader={reader} done={done} />
      <FormErrors reader={reader} errors={sayErrors(reader, shown.errors).list} />
      <SessionFacts asked={asked} />
      <TakePart {...props} />
      <Section
        id="participants"
        title={t('partners.assignment.participants')}
        aside={
          isKeeper ? (
            <a href={paths.additions(reader, network.slug, event.slug)}>{t('partners.assignment.add')}</a>
          ) : undefined
        }
      >
        {asked.ground.participants.length === 0 ? (
          <p>{t('partners.assignment.noParticipants')}</p>
        ) : (
          <ParticipantTable asked={asked} />
        )}
      </Section>
      {last === null ? null : <RunPanel asked={asked} last={last} />}
      {isKeeper && asked.ground.session.publishedAt !== null ? (
        <Section id="timetable" title={t('partners.assignment.published')}>
          <MeetingTable
            asked={asked}
            caption={t('partners.assignment.published')}
            meetings={appointments.filter(({ cancelledAt }) => cancelledAt === null)}
          />
        </Section>
      ) : null}
    </>
  )
}

function Actions({ asked }: { asked: SessionRequest }) {
  const { reader, network, event, ground, isKeeper } = asked
  const { t } = reader
  if (!isKeeper) return null
  return (
    <>
      <a class="button" href={paths.setup(reader, network.slug, event.slug)}>
        {t('partners.assignment.setup')}
      </a>{' '}
      <a class="button" href={paths.rules(reader, network.slug, event.slug)}>
        {t('partners.assignment.rules')}
      </a>{' '}
      {ground.session.publishedAt === null ? null : (
        <>
          <a class="button" href={paths.file(reader, network.slug, event.slug, 'xlsx')}>
            {t('partners.assignment.asTable')}
          </a>{' '}
          <a class="button" href={paths.file(reader, network.slug, event.slug, 'pdf')}>
            {t('partners.assignment.asSheets')}
          </a>
        </>
      )}
    </>
  )
}

function SessionFacts({ asked }: { asked: SessionRequest }) {
  const { reader, network, ground } = asked
  const { t } = reader
  const { session } = ground
  const [first] = session.slots
  const last = session.slots.at(-1)
  const countries = byOwnSide(reader, network.countries)
  return (
    <FactList
      facts={[
        ...(first && last
          ? [
              {
                term: t('partners.assignment.slots'),
                detail: [
                  t('partners.assignment.slotCount', {
                    count: session.slots.length,
                    minutes: session.slotMinutes,
                  }),
                  <ClockLines
                    key="clocks"
                    reader={reader}
                    countries={countries}
                    hours={{ startsAt: first.startsAt, endsAt: last.endsAt, zone: session.zone }}
                  />,
                ],
              },
            ]
          : []),
        {
          term: t('partners.assignment.sides'),
          detail: ([1, 2] as const).map((side) =>
            t('partners.assignment.sideCount', {
              side: sideName(reader, network, session, side),
              count: present(ground.participants).filter((each) => each.side === side).length,
            }),
          ),
        },
        ...(session.tables === null
          ? []
          : [{ term: t('partners.assignment.tables'), detail: String(session.tables) }]),
        {
          term: t('partners.assignment.wishes'),
          detail: t(session.takesRequests ? 'partners.assignment.taken' : 'partners.assignment.notTaken'),
        },
      ]}
    />
  )
}

// What members do first: say that they come, and whom they want to meet.
function TakePart({ asked, absentOwn }: SessionPageProps) {
  const { reader, network, event, ground, writing } = asked
  const { t } = reader
  const own = organisationsOf(writing.actor, network.id, ['member'])
  const mine = present(ground.participants).filter(({ organisation }) => own.includes(organisation.id))
  const name = (organisation: OrganisationRef) => chooseName(shortNames(organisation), reader.language).text
  return (
    <>
      {mine.map((participant) => (
        <Notice key={participant.id} reader={reader}>
          <p>
            {t('partners.assignment.youTakePart', { name: name(participant.organisation) })}{' '}
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
