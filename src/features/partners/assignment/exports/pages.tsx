import type { FastifyInstance } from 'fastify'
import { findUidHost } from '../../../../platform/calendar/uid-host.ts'
import { writeCalendar } from '../../../../platform/calendar/writing/write-calendar.ts'
import { Typesetter } from '../../../../platform/documents/typesetter.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { noStore } from '../../../../platform/http/no-store.ts'
import { sendFile } from '../../../../platform/http/send-file.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { notFound } from '../../../../platform/refusal.ts'
import type { Settings } from '../../../../platform/settings/settings.ts'
import { writeXlsx } from '../../../../platform/spreadsheets/write-xlsx.ts'
import { eventRemark } from '../following/event-change-notice.tsx'
import { type Appointment, appointmentsOf, heldOf } from '../publication/appointment.ts'
import { eventOf } from '../publication/event-of.ts'
import { calendarEventOf, organizerOf } from '../publication/meeting-words.ts'
import { listAppointments } from '../publication/queries.ts'
import {
  loadKeptRequest,
  loadParticipantRequest,
  loadToldRequest,
  type ParticipantRequest,
  type SessionRequest,
} from '../request.ts'
import { lookUpFindings, lookUpRun } from '../runs/queries.ts'
import { type Participant, present } from '../session.ts'
import { profileReport } from './profile-report.ts'
import { listProfiles } from './queries.ts'
import { ownWorkbook, wholeWorkbook } from './workbook.ts'

const meetings = '/:language/:network/agenda/:slug/meetings'

/** Downloads of what was published: a table, profile sheets, calendars; for all participants or for one. */
export function addExportRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  const typesetter = new Typesetter()
  app.addHook('onClose', async () => typesetter.close())

  pages.get(`${meetings}.xlsx`, loadKeptRequest, async (visit) => {
    const { reply, writing, facts } = visit
    const run = await lookUpRun(writing, facts.session.id)
    const { report } = run === null ? { report: null } : await lookUpFindings(writing, run.id)
    const sheets = wholeWorkbook(visit, await listTold(visit), report)
    return sendFile(reply, `${fileName(visit)}.xlsx`, writeXlsx(sheets))
  })

  pages.get(`${meetings}/participants/:id.xlsx`, loadParticipantRequest, async (visit) => {
    const { reply } = visit
    const sheets = ownWorkbook(visit, visit.participant, await listTold(visit))
    return sendFile(reply, `${fileName(visit, visit.participant)}.xlsx`, writeXlsx(sheets))
  })

  pages.get(`${meetings}.pdf`, loadKeptRequest, async (visit) => {
    const { request, reply } = visit
    const packets = packetsOf(present(visit.facts.participants), await listHeld(visit))
    const part = parameterOf(request.query, 'part') ?? '1'
    const packet = /^[1-9]\d{0,2}$/.test(part) ? packets[Number(part) - 1] : undefined
    if (!packet && part !== '1') notFound(part)
    const name = packets.length > 1 ? `${fileName(visit)}-${part}` : fileName(visit)
    return sendFile(reply, `${name}.pdf`, await drawSheets(visit, packet ?? []))
  })

  pages.get(`${meetings}/participants/:id.pdf`, loadParticipantRequest, async (visit) => {
    const { reply } = visit
    const sheets = await drawSheets(visit, [visit.participant])
    return sendFile(reply, `${fileName(visit, visit.participant)}.pdf`, sheets)
  })

  const drawSheets = async (visit: SessionRequest, participants: readonly Participant[]) => {
    const { writing, network, facts } = visit
    const appointments = await listHeld(visit)
    const ids = facts.participants.map(({ organisation }) => organisation.id)
    const known = await listProfiles(writing, network.id, ids)
    return typesetter.drawReport(
      'pdf',
      profileReport({ services: application, visit, participants, appointments, known }),
    )
  }

  pages.get(`${meetings}/participants/:id.ics`, loadToldRequest, async (visit) => {
    const { reply, facts, writing, participant } = visit
    if (facts.session.publishedAt === null) notFound('meetings')
    const { settings } = application
    const services = { settings, uidHost: await findUidHost(writing, settings) }
    const calendar = ownCalendar(services, visit, await listAppointments(writing, facts.session.id))
    return sendFile(reply, `${fileName(visit, participant)}.ics`, calendar)
  })
}

/** What was published, cancelled meetings among it; there is nothing to download before. */
async function listTold({ writing, facts }: SessionRequest) {
  if (facts.session.publishedAt === null) notFound('meetings')
  return listAppointments(writing, facts.session.id)
}

const listHeld = async (visit: SessionRequest) => heldOf(await listTold(visit))

function fileName({ reader, event }: SessionRequest, one?: Participant): string {
  const whose = one ? `-${one.organisation.slug}` : ''
  return `${event.slug}-meetings${whose}-${reader.language}`
}

/** Calendar of the meetings that a participant was notified of. It includes cancelled ones, so that a program removes them. */
function ownCalendar(
  { settings, uidHost }: { settings: Settings; uidHost: string },
  visit: ParticipantRequest & { isShown: boolean },
  appointments: readonly Appointment[],
): string {
  const { reader, network, event, writing, facts, participant, isShown } = visit
  const { baseUrl } = settings
  const told = eventOf({ reader, network, event, baseUrl })
  const words = {
    reader,
    network,
    session: facts.session,
    uidHost,
    organizer: organizerOf(settings, reader, network),
    event: { title: told.title, address: isShown ? told.address : null },
    location: told.place,
    at: new Date(writing.clock.now().epochMilliseconds),
    remark: eventRemark(visit, isShown),
  }
  const own = appointments.filter(({ firstId, secondId }) => [firstId, secondId].includes(participant.id))
  const events = own.flatMap((appointment) => {
    const otherId = appointment.firstId === participant.id ? appointment.secondId : appointment.firstId
    const other = facts.participants.find(({ id }) => id === otherId)
    return other ? [calendarEventOf(words, asCancelled(visit, appointment), other)] : []
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

// Background work cancels the meetings of a cancelled event within minutes: a file taken before that shows them as cancelled already.
function asCancelled({ facts, writing }: ParticipantRequest, appointment: Appointment): Appointment {
  if (!facts.session.isEventCancelled || appointment.cancelledAt !== null) return appointment
  const now = new Date(writing.clock.now().epochMilliseconds)
  return { ...appointment, cancelledAt: now, sequence: appointment.sequence + 1 }
}

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
