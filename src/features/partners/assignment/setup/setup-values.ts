import { zonesFor } from '../../../../platform/dates/index.ts'
import type { FormValues } from '../../../../platform/input/form.ts'
import type { EventRequest } from '../request.ts'

/** The values of the form of a session when it is opened: the session as it is, or what the event suggests. */
export function setupValues({ facts, network, event }: EventRequest): FormValues {
  if (facts === null) {
    const day = event.startsOn ?? ''
    return {
      zone: event.zone ?? zonesFor(network.countries)[0] ?? 'UTC',
      'hours.0.day': day,
      'hours.0.from': '14:00',
      'hours.0.to': '17:00',
      slotMinutes: '20',
      breakMinutes: '5',
      tables: '',
      usualQuota: '5',
      counted: 'no',
      firstSide: network.countries.slice(0, 1),
      proposing: 'fairer',
      takesRequests: 'yes',
    }
  }
  const { session } = facts
  return {
    zone: session.zone,
    ...Object.fromEntries(
      session.hours.flatMap(({ day, from, endsOn, to }, index) => [
        [`hours.${index}.day`, day],
        [`hours.${index}.from`, from],
        [`hours.${index}.to`, to],
        [`hours.${index}.ends`, endsOn === day ? '' : 'nextDay'],
      ]),
    ),
    slotMinutes: String(session.slotMinutes),
    breakMinutes: String(session.breakMinutes),
    tables: session.tables === null ? '' : String(session.tables),
    usualQuota: String(session.usualQuota),
    counted: session.interpreters === null ? 'no' : 'yes',
    ...Object.fromEntries(
      (session.interpreters ?? []).flatMap(({ languages: [one, other], count }, index) => [
        [`interpreters.${index}.one`, one],
        [`interpreters.${index}.other`, other],
        [`interpreters.${index}.count`, String(count)],
      ]),
    ),
    firstSide: session.firstSide,
    proposing: session.proposing,
    takesRequests: session.takesRequests ? 'yes' : '',
  }
}
