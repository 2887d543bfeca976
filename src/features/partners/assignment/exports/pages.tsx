import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { findUidHost } from '../../../../platform/calendar/uid-host.ts'
import { writeCalendar } from '../../../../platform/calendar/writing/write-calendar.ts'
import { Typesetter } from '../../../../platform/documents/typesetter.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { neverKept } from '../../../../platform/http/never-kept.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { notFound } from '../../../../platform/refusal.ts'
import type { Settings } from '../../../../platform/settings/settings.ts'
import { type Sheet, writeXlsx } from '../../../../platform/spreadsheets/write-xlsx.ts'
import {
  type ParticipantRequest,
  readKeptRequest,
  readParticipantRequest,
  readToldRequest,
  type SessionRequest,
} from '../call.ts'
import { eventRemark } from '../following/event-remark.ts'
import { type Appointment, standingOf } from '../publication/appointment.ts'
import { eventOf } from '../publication/event-of.ts'
import { calendarEventOf, organizerOf } from '../publication/meeting-words.ts'
import { listAppointments } from '../publication/queries.ts'
import { lookUpFindings, lookUpRun } from '../runs/queries.ts'
import { type Participant, present } from '../session.ts'
import { packetsOf } from './packets.ts'
import { profileReport } from './profile-report.ts'
import { listProfiles } from './queries.ts'
import { ownWorkbook, wholeWorkbook } from './workbook.ts'

const meetings = '/:language/:network/agenda/:slug/meetings'
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** What was published, to be taken along: as a table, as profile sheets, for calendars; for everybody or for one. */
export function addExportRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, neverKept)
  const typesetter = new Typesetter()
  app.addHook('onClose', async () => typesetter.close())

  pages.get(`${meetings}.xlsx`, readKeptRequest, async (asked) => {
    const { reply, writing, ground } = asked
    const run = await lookUpRun(writing, ground.session.id)
    const { report } = run === null ? { report: null } : await lookUpFindings(writing, run.id)
    return sendWorkbook(reply, asked, wholeWorkbook(asked, await listTold(asked), report))
  })

  pages.get(`${meetings}/participants/:id.xlsx`, readParticipantRequest, async (asked) => {
    const { reply } = asked
    const sheets = ownWorkbook(asked, asked.participant, await listTold(asked))
    return sendWorkbook(reply, asked, sheets, asked.participant)
  })

  pages.get(`${meetings}.pdf`, readKeptRequest, async (asked) => {
    const { request, reply } = asked
    const packets = packetsOf(present(asked.ground.participants), await listStanding(asked))
    const part = parameterOf(request.query, 'part') ?? '1'
    const packet = /^[1-9]\d{0,2}$/.test(part) ? packets[Number(part) - 1] : undefined
    if (!packet && part !== '1') notFound(part)
    const name = packets.length > 1 ? `${fileName(asked)}-${part}` : fileName(asked)
    return send(reply, name, await drawSheets(asked, packet ?? []))
  })

  pages.get(`${meetings}/participants/:id.pdf`, readParticipantRequest, async (asked) => {
    const { reply } = asked
    return send(reply, fileName(asked, asked.participant), await drawSheets(asked, [asked.participant]))
  })

  const drawSheets = async (asked: SessionRequest, participants: readonly Participant[]) => {
    const { writing, network, ground } = asked
    const appointments = await listStanding(asked)
    const ids = ground.participants.map(({ organisation }) => organisation.id)
    const known = await listProfiles(writing, network.id, ids)
    return typesetter.drawReport(
      'pdf',
      profileReport({ house: application, asked, participants, appointments, known }),
    )
  }

  pages.get(`${meetings}/participants/:id.ics`, readToldRequest, async (asked) => {
    const { reply, ground, writing, participant } = asked
    if (ground.session.publishedAt === null) notFound('meetings')
    const { settings } = application
    const house = { settings, uidHost: await findUidHost(writing, settings) }
    return reply
      .type('text/calendar; charset=utf-8')
      .header('content-disposition', `attachment; filename="${fileName(asked, participant)}.ics"`)
      .send(ownCalendar(house, asked, await listAppointments(writing, ground.session.id)))
  })
}

/** What was told, what was called off among it; nothing is there to be taken along before it was published. */
async function listTold({ writing, ground }: SessionRequest) {
  if (ground.session.publishedAt === null) notFound('meetings')
  return listAppointments(writing, ground.session.id)
}

const listStanding = async (asked: SessionRequest) => standingOf(await listTold(asked))

function sendWorkbook(
  reply: FastifyReply,
  asked: SessionRequest,
  sheets: Sheet[],
  one?: Participant,
): FastifyReply {
  return reply
    .type(xlsx)
    .header('content-disposition', `attachment; filename="${fileName(asked, one)}.xlsx"`)
    .send(Readable.from(writeXlsx(sheets), { objectMode: false }))
}

function send(reply: FastifyReply, name: string, bytes: Buffer): FastifyReply {
  return reply
    .type('application/pdf')
    .header('content-disposition', `inline; filename="${name}.pdf"`)
    .send(bytes)
}

function fileName({ reader, event }: SessionRequest, one?: Participant): string {
  const whose = one ? `-${one.organisation.slug}` : ''
  return `${event.slug}-meetings${whose}-${reader.language}`
}

/** The meetings that a participant was told of, for its calendar; what was called off is told too: a program that has it takes it away. */
function ownCalendar(
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
