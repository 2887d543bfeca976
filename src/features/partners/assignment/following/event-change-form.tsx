import type { FormState } from '../../../../platform/input/form.ts'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { Form } from '../../../../ui/form/form.tsx'
import { Section } from '../../../../ui/text/headings.tsx'
import { paths } from '../paths.ts'
import { type Appointment, heldOf } from '../publication/appointment.ts'
import { whenWords } from '../publication/meeting-words.ts'
import type { SessionRequest } from '../request.ts'
import { type EventChange, type EventChoice, timeKey } from './event-change.ts'
import { eventTimeWords } from './event-change-notice.tsx'

interface EventChangeProps {
  visit: SessionRequest
  form: FormState
  change: EventChange
  appointments: readonly Appointment[]
}

/** What became of the event since its meetings were set, how that affects them, and the choice of what to do. */
export function EventChangeForm({ visit, form, change, appointments }: EventChangeProps) {
  const { reader, network, event, facts } = visit
  const { t } = reader
  const { session } = facts
  const count = heldOf(appointments).length
  const options = choicesOf(change, count)
  const [only, ...others] = options
  return (
    <Section id="event-change" title={t(`partners.assignment.eventChange.${change.kind}`)}>
      <Notice kind="warning">
        {change.kind === 'moved' ? (
          <>
            <p>{t('partners.assignment.eventWas', { time: eventTimeWords(visit, session.wentBy) })}</p>
            <p>{t('partners.assignment.eventIs', { time: eventTimeWords(visit, session.eventTime) })}</p>
          </>
        ) : null}
        <p>{leadOf(visit, change, count)}</p>
        {change.kind === 'moved' && change.shifted === null ? (
          <p>{t('partners.assignment.cannotMove')}</p>
        ) : null}
      </Notice>
      <Form
        action={`${paths.session({ ...reader, now: null }, network.slug, event.slug)}/event-change`}
        form={form}
        asksFirst
        submit={t(others.length > 0 ? 'partners.assignment.decide' : 'partners.assignment.callOffNow')}
      >
        <input type="hidden" name="seen" value={`${change.kind} ${timeKey(session.eventTime)}`.trim()} />
        {others.length > 0 ? (
          <ChoiceField
            name="choice"
            label={t(
              count > 0 ? 'partners.assignment.choiceOfMeetings' : 'partners.assignment.choiceOfHours',
            )}
            options={options.map((value) => ({
              value,
              label: t(`partners.assignment.choice.${value}`),
              hint: value === 'move' ? moveHint(visit, change, appointments) : hintOf(visit, value, count),
            }))}
            required
          />
        ) : (
          <input type="hidden" name="choice" value={only} />
        )}
      </Form>
    </Section>
  )
}

function leadOf({ reader: { t } }: SessionRequest, { kind }: EventChange, count: number): string {
  if (kind === 'cancelled') return t('partners.assignment.eventCancelledTold', { count })
  if (kind === 'hidden') return t('partners.assignment.eventHiddenTold', { count })
  return count > 0
    ? t('partners.assignment.eventMovedTold', { count })
    : t('partners.assignment.eventMovedUntold')
}

function choicesOf(change: EventChange, count: number): EventChoice[] {
  if (change.kind !== 'moved') return ['callOff']
  return [
    ...(change.shifted === null ? [] : (['move'] as const)),
    'keep',
    ...(count > 0 ? (['callOff'] as const) : []),
  ]
}

// The first of all, where it is and where it would be.
function moveHint(
  { reader, network, facts }: SessionRequest,
  change: EventChange,
  appointments: readonly Appointment[],
): string | undefined {
  const [first] = [...heldOf(appointments), ...facts.session.slots]
  if (change.kind !== 'moved' || change.shifted === null || !first) return undefined
  const speaking = { reader, network, session: { zone: change.shifted.zone } }
  const { at } = change.shifted
  return reader.t('partners.assignment.choiceHint.move', {
    before: whenWords({ ...speaking, session: facts.session }, first),
    after: whenWords(speaking, { startsAt: at(first.startsAt), endsAt: at(first.endsAt) }),
  })
}

function hintOf({ reader: { t } }: SessionRequest, value: EventChoice, count: number): string | undefined {
  if (count === 0) return undefined
  return t(
    value === 'keep' ? 'partners.assignment.choiceHint.keep' : 'partners.assignment.choiceHint.callOff',
  )
}
