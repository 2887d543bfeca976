import { organisationsOf } from '../../../../platform/context/actor.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import type { FormState } from '../../../../platform/input/form.ts'
import { FactList } from '../../../../ui/blocks/fact-list.tsx'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { ErrorList } from '../../../../ui/form/form.tsx'
import { ClockLines } from '../../../../ui/text/clock-lines.tsx'
import { Section } from '../../../../ui/text/headings.tsx'
import { holdersOf } from '../../../agenda/events/index.ts'
import { byOwnSide, type OrganisationRef, shortNames } from '../../../directory/index.ts'
import { packetsOf } from '../exports/pages.tsx'
import { changeOf, hasMoved } from '../following/event-change.ts'
import { EventChangeForm } from '../following/event-change-form.tsx'
import { EventChangeNotice } from '../following/event-change-notice.tsx'
import { aheadOf, areHosts, hasNews, newsOf } from '../following/event-details.ts'
import { participantName } from '../participants/participant-name.tsx'
import { paths } from '../paths.ts'
import { type Appointment, heldOf } from '../publication/appointment.ts'
import type { SessionRequest } from '../request.ts'
import { RunPanel } from '../runs/run-panel.tsx'
import type { RunState } from '../runs/run-state.ts'
import { type Participant, present, sides, spanOfHours } from '../session.ts'
import { DoneNotice } from './done-notice.tsx'
import { MeetingsBySlot } from './meetings-by-slot.tsx'
import { MeetingsHeading, sideName } from './meetings-heading.tsx'
import { ParticipantTable } from './participant-table.tsx'

export interface SessionPageProps {
  visit: SessionRequest
  done: string
  /** Which slot of the timetable is shown, where it has very many meetings. */
  slot: number
  /** The error of a request that could not be met. */
  form: FormState
  /** The announced meetings; shown to organisers of the session. */
  appointments: readonly Appointment[]
  /** How the last run is and what has changed since; null for people who are not organisers. */
  last: RunState | null
  /** The reader’s own authorities that do not take part. */
  absentOwn: readonly OrganisationRef[]
}

/** The bilateral meetings of an event: who takes part, how far the assignment is, and what was published. */
export function SessionPage(props: SessionPageProps) {
  const { visit, done, form, appointments, last } = props
  const { reader, network, event, isKeeper } = visit
  const { t } = reader
  const packets = packetsOf(present(visit.facts.participants), appointments)
  const change = isKeeper ? changeOf(visit.facts.session, appointments) : null
  return (
    <>
      <MeetingsHeading
        visit={visit}
        isMain
        lead={t('partners.assignment.lead')}
        actions={<Actions visit={visit} packets={packets} />}
      >
        {t('partners.assignment.title')}
      </MeetingsHeading>
      <DoneNotice done={done} />
      <ErrorList form={form} />
      {change === null ? (
        <EventChangeNotice visit={visit} isOn={heldOf(appointments).length > 0} />
      ) : (
        <EventChangeForm visit={visit} form={form} change={change} appointments={appointments} />
      )}
      {isKeeper ? <DetailsNotice visit={visit} appointments={appointments} /> : null}
      <SessionFacts visit={visit} />
      <TakePart visit={visit} absentOwn={props.absentOwn} />
      <Section
        id="participants"
        title={t('partners.assignment.participants')}
        aside={
          isKeeper ? (
            <a href={paths.additions(reader, network.slug, event.slug)}>{t('partners.assignment.add')}</a>
          ) : undefined
        }
      >
        {visit.facts.participants.length === 0 ? (
          <p>{t('partners.assignment.noParticipants')}</p>
        ) : (
          <ParticipantTable visit={visit} />
        )}
      </Section>
      {last === null ? null : <RunPanel visit={visit} last={last} />}
      {isKeeper && visit.facts.session.publishedAt !== null ? (
        <Section id="timetable" title={t('partners.assignment.published')}>
          <Packets visit={visit} packets={packets} />
          <MeetingsBySlot
            visit={visit}
            caption={t('partners.assignment.published')}
            meetings={heldOf(appointments)}
            slot={props.slot}
            hrefOf={(slot) =>
              `${paths.session(reader, network.slug, event.slug, { slot: String(slot) })}#timetable`
            }
          />
        </Section>
      ) : null}
    </>
  )
}

interface FilesProps {
  visit: SessionRequest
  /** Which participants are in which file of profile sheets. */
  packets: readonly (readonly Participant[])[]
}

function Actions({ visit, packets }: FilesProps) {
  const { reader, network, event, facts, isKeeper } = visit
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
      {facts.session.publishedAt === null ? null : (
        <a class="button" href={paths.file(reader, network.slug, event.slug, 'xlsx')}>
          {t('partners.assignment.asTable')}
        </a>
      )}{' '}
      {packets.length === 1 ? (
        <a class="button" href={paths.file(reader, network.slug, event.slug, 'pdf')}>
          {t('partners.assignment.asSheets')}
        </a>
      ) : null}
    </>
  )
}

// Many participants have their sheets in several files, in the order of the list.
function Packets({ visit, packets }: FilesProps) {
  const { reader, network, event } = visit
  if (packets.length < 2) return null
  const name = (one: Participant | undefined) => (one ? participantName(reader, one) : '')
  return (
    <details>
      <summary>{reader.t('partners.assignment.asSheets')}</summary>
      <ul>
        {packets.map((packet, index) => (
          <li key={packet[0]?.id}>
            <a
              class="button"
              href={paths.file(reader, network.slug, event.slug, 'pdf', { part: String(index + 1) })}
            >
              {reader.t('partners.assignment.sheetsPart', {
                first: name(packet[0]),
                last: name(packet.at(-1)),
              })}
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}

interface DetailsNoticeProps {
  visit: SessionRequest
  appointments: readonly Appointment[]
}

/** What an organiser of an event reads between a change of its title or place and the mail about it. */
function DetailsNotice({ visit, appointments }: DetailsNoticeProps) {
  const { reader, writing, event, facts } = visit
  const { session, participants } = facts
  const ahead = aheadOf(appointments, writing.today)
  const isShown = !session.isEventCancelled && !session.isEventHidden
  if (ahead.length === 0 || !isShown || !hasNews(newsOf(session))) return null
  const waits = event.visibility === 'hosts' && !areHosts(participants, ahead, holdersOf(event.organisations))
  const key = hasMoved(session) ? 'decision' : waits ? 'hosts' : 'soon'
  return (
    <Notice>
      <p>{reader.t(`partners.assignment.retold.${key}`)}</p>
    </Notice>
  )
}

/** When the meetings are, between which sides, and whether wishes are taken. */
function SessionFacts({ visit }: { visit: SessionRequest }) {
  const { reader, network, facts } = visit
  const { t } = reader
  const { session } = facts
  const countries = byOwnSide(reader, network.countries)
  return (
    <FactList
      facts={[
        ...(session.slots.length > 0
          ? [
              {
                term: t('partners.assignment.slots'),
                detail: [
                  t('partners.assignment.slotCount', {
                    count: session.slots.length,
                    minutes: session.slotMinutes,
                  }),
                  ...session.hours.map((hours) => (
                    <ClockLines
                      key={`${hours.day} ${hours.from}`}
                      countries={countries}
                      hours={{ ...spanOfHours(hours, session.zone), zone: session.zone }}
                    />
                  )),
                ],
              },
            ]
          : []),
        {
          term: t('partners.assignment.sides'),
          detail: sides.map((side) =>
            t('partners.assignment.sideCount', {
              side: sideName(reader, network, session, side),
              count: present(facts.participants).filter((each) => each.side === side).length,
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

interface TakePartProps {
  visit: SessionRequest
  /** The reader’s own authorities that do not take part. */
  absentOwn: readonly OrganisationRef[]
}

/** What members do first: say that they come, and choose counterparts; a member that has left finds the way back. */
function TakePart({ visit, absentOwn }: TakePartProps) {
  const { reader, network, event, facts, writing } = visit
  const { t } = reader
  const own = organisationsOf(writing.actor, network.id, ['member'])
  const mine = facts.participants.filter(({ organisation }) => own.includes(organisation.id))
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
      {facts.session.takesRequests
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
