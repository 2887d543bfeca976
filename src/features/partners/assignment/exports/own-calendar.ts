import { writeCalendar } from '../../../../platform/calendar/writing/write-calendar.ts'
import type { Settings } from '../../../../platform/settings/settings.ts'
import type { ParticipantRequest } from '../call.ts'
import { eventRemark } from '../following/event-remark.ts'
import type { Appointment } from '../publication/appointment.ts'
import { eventOf } from '../publication/event-of.ts'
import { calendarEventOf, organizerOf } from '../publication/meeting-words.ts'

/** The meetings that a participant was told of, for its calendar; what was called off is told too: a program that has it takes it away. */
export function ownCalendar(
  { settings, uidHost }: { settings: Settings; uidHost: string },
  asked: ParticipantRequest & { isShown: boolean },
  appointments: readonly Appointment[],
): string {
  const { reader, network, event, writing, ground, participant, isShown } = asked
  const { baseUrl } = settings
  const told = eventOf({ reader, network, event, baseUrl })
  const words = {
    reader,
    network,
    session: ground.session,
    uidHost,
    organizer: organizerOf(settings, reader, network),
    event: { title: told.title, address: isShown ? told.address : null },
    location: told.place,
    at: new Date(writing.clock.now().epochMilliseconds),
    remark: eventRemark(asked, isShown),
  }
  const own = appointments.filter(({ firstId, secondId }) => [firstId, secondId].includes(participant.id))
  const events = own.flatMap((appointment) => {
    const otherId = appointment.firstId === participant.id ? appointment.secondId : appointment.firstId
    const other = ground.participants.find(({ id }) => id === otherId)
    return other ? [calendarEventOf(words, asCancelled(asked, appointment), other)] : []
  })
  const name = `${reader.t('partners.assignment.title')} – ${told.title}`
  return writeCalendar(
    {
      product: `-//Entente//Meetings//${reader.language.toUpperCase()}`,
      method: 'PUBLISH',
      name: { text: name, language: reader.language },
    },
    events,
  )
}

// The meetings of a cancelled event are called off in some minutes at most: whoever takes the file before reads it as it will be.
function asCancelled({ ground, writing }: ParticipantRequest, appointment: Appointment): Appointment {
  if (!ground.session.isEventCancelled || appointment.cancelledAt !== null) return appointment
  const now = new Date(writing.clock.now().epochMilliseconds)
  return { ...appointment, cancelledAt: now, sequence: appointment.sequence + 1 }
}
