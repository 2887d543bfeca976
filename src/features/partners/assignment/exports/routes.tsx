import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { Typesetter } from '../../../../platform/documents/typesetter.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { neverKept } from '../../../../platform/http/never-kept.ts'
import { notFound } from '../../../../platform/refusals/refusal.ts'
import { type Sheet, writeXlsx } from '../../../../platform/spreadsheets/write-xlsx.ts'
import { readKeptRequest, readParticipantRequest, readToldRequest, type SessionRequest } from '../call.ts'
import { appointmentsOf } from '../publication/appointment.ts'
import { listAppointments } from '../publication/queries.ts'
import { lookUpFindings, lookUpRun } from '../runs/queries.ts'
import { type Participant, present } from '../session.ts'
import { ownCalendar } from './own-calendar.ts'
import { profileReport } from './profile-report.ts'
import { listProfiles } from './queries.ts'
import { ownWorkbook, wholeWorkbook } from './workbook.ts'

const meetings = '/:language/:network/agenda/:slug/meetings'
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** What was published, to be taken along: as a table, as profile sheets, for calendars; for everybody or for one. */
export function addExportRoutes(app: FastifyInstance, application: Application): void {
  const typesetter = new Typesetter()
  app.addHook('onClose', async () => typesetter.close())

  app.get(`${meetings}.xlsx`, neverKept, async (request, reply) => {
    const asked = await readKeptRequest(application, request)
    const { writing, ground } = asked
    const run = await lookUpRun(writing, ground.session.id)
    const { report } = run === null ? { report: null } : await lookUpFindings(writing, run.id)
    return sendWorkbook(reply, asked, wholeWorkbook(asked, await listStanding(asked), report))
  })

  app.get(`${meetings}/participants/:id.xlsx`, neverKept, async (request, reply) => {
    const asked = await readParticipantRequest(application, request)
    const own = appointmentsOf(await listStanding(asked), asked.participant)
    return sendWorkbook(reply, asked, ownWorkbook(asked, asked.participant, own), asked.participant)
  })

  app.get(`${meetings}.pdf`, neverKept, async (request, reply) => {
    const asked = await readKeptRequest(application, request)
    return sendSheets(typesetter, reply, asked, present(asked.ground.participants))
  })

  app.get(`${meetings}/participants/:id.pdf`, neverKept, async (request, reply) => {
    const asked = await readParticipantRequest(application, request)
    return sendSheets(typesetter, reply, asked, [asked.participant])
  })

  app.get(`${meetings}/participants/:id.ics`, neverKept, async (request, reply) => {
    const asked = await readToldRequest(application, request)
    const { ground, writing, participant } = asked
    if (ground.session.publishedAt === null) notFound('meetings')
    return reply
      .type('text/calendar; charset=utf-8')
      .header('content-disposition', `attachment; filename="${fileName(asked, participant)}.ics"`)
      .send(ownCalendar(application, asked, await listAppointments(writing, ground.session.id)))
  })
}

/** What holds; nothing is there to be taken along before it was published. */
async function listStanding({ writing, ground }: SessionRequest) {
  if (ground.session.publishedAt === null) notFound('meetings')
  const all = await listAppointments(writing, ground.session.id)
  return all.filter(({ cancelledAt }) => cancelledAt === null)
}

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

async function sendSheets(
  typesetter: Typesetter,
  reply: FastifyReply,
  asked: SessionRequest,
  participants: readonly Participant[],
): Promise<FastifyReply> {
  const appointments = await listStanding(asked)
  const known = await listProfiles(
    asked.writing,
    asked.network.id,
    asked.ground.participants.map(({ organisation }) => organisation.id),
  )
  const report = profileReport({ asked, participants, appointments, known })
  const one = participants.length === 1 ? participants[0] : undefined
  return reply
    .type('application/pdf')
    .header('content-disposition', `inline; filename="${fileName(asked, one)}.pdf"`)
    .send(await typesetter.drawReport('pdf', report))
}

function fileName({ reader, event }: SessionRequest, one?: Participant): string {
  const whose = one ? `-${one.organisation.slug}` : ''
  return `${event.slug}-meetings${whose}-${reader.language}`
}
