import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { neverKept } from '../../../platform/http/never-kept.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { readForm, readValues, typedValue } from '../../../platform/input/form.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { drawNetworkPage } from '../../networks/index.ts'
import { type MeetingRequest, readMeetingRequest, readMeetingWork } from '../call.ts'
import { meetingPath, paths } from '../paths.ts'
import { mayKeepMeetings, mayTakeNotes } from '../policy.ts'
import { meetingBack } from '../views/meeting-back.tsx'
import { WorkHeading } from '../views/work-heading.tsx'
import { givePens, takeNotes } from './commands.ts'
import { listNotes, listPenIds, listPens } from './queries.ts'
import { penForm, typedNotes } from './schema.ts'
import { NotesPage } from './views/notes-page.tsx'

/** Notes that several people take during a meeting. */
export function addNoteRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, neverKept)
  const place = '/:language/:network/meetings/:slug/notes'
  pages.get(place, readNotesRequest, (asked) => {
    return draw(asked)
  })

  pages
    .with({ ...neverKept, config: { rateLimit } })
    .post(place, readNotesRequest, async ({ request, reply, writing, reader, network, meeting }) => {
      const values = readValues(request.body)
      const notes = typedNotes(values, await listNotes(writing, meeting.id))
      const merged = await takeNotes(writing, { networkId: network.id, meetingId: meeting.id }, notes)
      if (request.headers['x-autosave'] !== undefined)
        return reply.send({ notes: Object.fromEntries(merged.map(({ id, text }) => [id, text])) })
      // Of a page that was left: nobody reads the answer.
      if (typedValue(values, 'autosave') !== '') return reply.code(204).send()
      return reply.redirect(paths.step(reader, network.slug, meeting.slug, 'notes'), 303)
    })

  pages.post(
    `${place}/pens`,
    readMeetingWork,
    async ({ request, reply, writing, reader, network, meeting }) => {
      const form = readForm(penForm, request.body)
      if (form.valid)
        await givePens(writing, { networkId: network.id, meetingId: meeting.id }, form.data.pens)
      return reply.redirect(`${paths.step(reader, network.slug, meeting.slug, 'notes')}#pens`, 303)
    },
  )
}

// Somebody who types sends every two seconds, and a town hall has one address.
const rateLimit = { max: 600, timeWindow: '1 minute' }

async function readNotesRequest(visit: Visit): Promise<MeetingRequest> {
  const asked = await readMeetingRequest(visit)
  const penIds = await listPenIds(asked.context, asked.meeting.id)
  const mayWrite = mayTakeNotes(asked.context.actor, asked.network.id, penIds)
  return mayWrite && asked.meeting.finalAt === null ? asked : notFound('notes')
}

async function draw(asked: MeetingRequest) {
  const { writing, reader, network, meeting } = asked
  const mayKeep = mayKeepMeetings(writing.actor, network.id)
  return drawNetworkPage(asked, {
    title: reader.t('minutes.work.notes'),
    description: reader.t('minutes.list.lead'),
    path: meetingPath(meeting.slug, 'notes'),
    noindex: true,
    width: 'reading',
    children: (
      <>
        <WorkHeading back={meetingBack(reader, network.slug, meeting)} lead={reader.t('minutes.notes.lead')}>
          {reader.t('minutes.work.notes')}
        </WorkHeading>
        <NotesPage
          network={network.slug}
          slug={meeting.slug}
          notes={await listNotes(writing, meeting.id)}
          pens={mayKeep ? await listPens(writing, network.id, meeting.id) : null}
          isPrepared={meeting.preparedAt !== null}
        />
      </>
    ),
  })
}
