import { type Appointment, appointmentsOf } from '../publication/appointment.ts'
import type { Participant } from '../session.ts'

/** More pages than these are split into several files: one page takes seconds to draw. */
const mostPages = 120

/** Participants with meetings, as many together as make one file of profile sheets: a page each, and one for each meeting. */
export function packetsOf(
  participants: readonly Participant[],
  appointments: readonly Appointment[],
): Participant[][] {
  const packets: Participant[][] = []
  let pages = Number.POSITIVE_INFINITY
  for (const one of participants) {
    const own = appointmentsOf(appointments, one).length
    if (own === 0) continue
    pages += own + 1
    if (pages > mostPages) {
      packets.push([])
      pages = own + 1
    }
    packets.at(-1)?.push(one)
  }
  return packets
}
