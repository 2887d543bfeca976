import type { FormState } from '../../../../platform/input/form.ts'
import { ErrorList } from '../../../../ui/form/form.tsx'
import { Section } from '../../../../ui/text/headings.tsx'
import type { OrganisationRef } from '../../../directory/index.ts'
import type { SessionRequest } from '../call.ts'
import { packetsOf } from '../exports/packets.ts'
import { DetailsNotice } from '../following/details/views/details-notice.tsx'
import { changeOf } from '../following/event-change.ts'
import { EventChangeForm } from '../following/views/event-change-form.tsx'
import { EventChangeNotice } from '../following/views/event-change-notice.tsx'
import { participantName } from '../participants/views/participant-name.tsx'
import { paths } from '../paths.ts'
import { type Appointment, standingOf } from '../publication/appointment.ts'
import { RunPanel } from '../runs/views/run-panel.tsx'
import type { RunState } from '../runs/views/run-state.ts'
import { type Participant, present } from '../session.ts'
import { DoneNotice } from './done-notice.tsx'
import { MeetingsBySlot } from './meetings-by-slot.tsx'
import { MeetingsHeading } from './meetings-heading.tsx'
import { ParticipantTable } from './participant-table.tsx'
import { SessionFacts } from './session-facts.tsx'
import { TakePart } from './take-part.tsx'

export interface SessionPageProps {
  asked: SessionRequest
  done: string
  /** Which slot of the timetable is shown, where it has very many meetings. */
  slot: number
  /** What was asked for that cannot be. */
  form: FormState
  /** What was told; shown to whoever holds the session. */
  appointments: readonly Appointment[]
  /** How the last run stands and what has changed since; null for who does not hold the session. */
  last: RunState | null
  /** The reader’s own authorities that do not take part. */
  absentOwn: readonly OrganisationRef[]
}

/** The bilateral meetings of an event: who takes part, how far the assignment is, and what was published. */
export function SessionPage(props: SessionPageProps) {
  const { asked, done, form, appointments, last } = props
  const { reader, network, event, isKeeper } = asked
  const { t } = reader
  const packets = packetsOf(present(asked.ground.participants), appointments)
  const change = isKeeper ? changeOf(asked.ground.session, appointments) : null
  return (
    <>
      <MeetingsHeading
        asked={asked}
        isMain
        lead={t('partners.assignment.lead')}
        actions={<Actions asked={asked} packets={packets} />}
      >
        {t('partners.assignment.title')}
      </MeetingsHeading>
      <DoneNotice done={done} />
      <ErrorList form={form} />
      {change === null ? (
        <EventChangeNotice asked={asked} isOn={standingOf(appointments).length > 0} />
      ) : (
        <EventChangeForm asked={asked} form={form} change={change} appointments={appointments} />
      )}
      {isKeeper ? <DetailsNotice asked={asked} appointments={appointments} /> : null}
      <SessionFacts asked={asked} />
      <TakePart asked={asked} absentOwn={props.absentOwn} />
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
          <Packets asked={asked} packets={packets} />
          <MeetingsBySlot
            asked={asked}
            caption={t('partners.assignment.published')}
            meetings={standingOf(appointments)}
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
  asked: SessionRequest
  /** Who stands in which file of profile sheets. */
  packets: readonly (readonly Participant[])[]
}

function Actions({ asked, packets }: FilesProps) {
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
function Packets({ asked, packets }: FilesProps) {
  const { reader, network, event } = asked
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
