import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { neverKept } from '../../../platform/http/never-kept.ts'
import { withParameters } from '../../../platform/i18n/reader.ts'
import { type FieldError, type FormValues, readForm } from '../../../platform/input/form.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { drawNetworkPage } from '../../networks/index.ts'
import { type MeetingRequest, readMeetingWork } from '../call.ts'
import { meetingPath, paths } from '../paths.ts'
import { FormPage } from '../views/form-page.tsx'
import { meetingBack } from '../views/meeting-back.tsx'
import { addPoint, changePoint, movePoint, removePoint } from './editing/commands.ts'
import { listPoints, lookUpRemovedPoint, type Point } from './queries.ts'
import { pointAction, pointForm } from './schema.ts'
import { AgendaPage } from './views/agenda-page.tsx'
import { PointForm } from './views/point-form.tsx'

/** The agenda of a meeting, for those who set it. */
export function addAgendaRoutes(app: FastifyInstance, application: Application): void {
  const place = '/:language/:network/meetings/:slug/agenda'
  app.get(place, neverKept, async (request, reply) => {
    const asked = await readMeetingWork(application, request)
    return drawAgenda(application, request, reply, asked, { values: {}, errors: [] })
  })

  app.post(place, neverKept, async (request, reply) => {
    const asked = await readMeetingWork(application, request)
    const form = readForm(pointForm, request.body)
    if (!form.valid) return drawAgenda(application, request, reply.code(422), asked, form)
    await addPoint(asked.writing, agendaOf(asked), form.data)
    return reply.redirect(`${addressOf(asked)}#add`, 303)
  })

  app.post(`${place}/changes`, neverKept, async (request, reply) => {
    const asked = await readMeetingWork(application, request)
    const read = readForm(pointAction, request.body)
    if (!read.valid) return reply.redirect(addressOf(asked), 303)
    const { up, down, remove, restore } = read.data
    const moved = up ?? down
    if (moved) await movePoint(asked.writing, agendaOf(asked), moved, up ? -1 : 1)
    const point = remove ?? restore
    if (point) await removePoint(asked.writing, agendaOf(asked), point, { isBack: restore !== undefined })
    return reply.redirect(withParameters(addressOf(asked), { moved, removed: remove }), 303)
  })

  app.get(`${place}/:point`, neverKept, async (request, reply) => {
    const { asked, point } = await readPoint(application, request)
    const { rapporteur, plannedMinutes } = point
    const values = { rapporteur, plannedMinutes: plannedMinutes === null ? '' : String(plannedMinutes) }
    return drawPoint(application, request, reply, asked, point, { values, errors: [] })
  })

  app.post(`${place}/:point`, neverKept, async (request, reply) => {
    const { asked, point } = await readPoint(application, request)
    const form = readForm(pointForm, request.body)
    if (!form.valid) return drawPoint(application, request, reply.code(422), asked, point, form)
    await changePoint(asked.writing, agendaOf(asked), point.id, form.data)
    return reply.redirect(`${addressOf(asked)}#p-${point.id}`, 303)
  })
}

interface Shown {
  values: FormValues
  errors: FieldError[]
}

async function readPoint(application: Application, request: FastifyRequest) {
  const asked = await readMeetingWork(application, request)
  const id = parameterOf(request.params, 'point') ?? ''
  const point = (await listPoints(asked.context, asked.meeting.id)).find((each) => each.id === id)
  return { asked, point: point ?? notFound(id) }
}

async function drawAgenda(
  application: Application,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: MeetingRequest,
  shown: Shown,
): Promise<FastifyReply> {
  const { context, reader, network, meeting } = asked
  const removed = await lookUpRemovedPoint(context, meeting.id)
  return drawNetworkPage(application, request, reply, asked, {
    title: reader.t('minutes.work.agenda'),
    description: reader.t('minutes.list.lead'),
    path: meetingPath(meeting.slug, 'agenda'),
    noindex: true,
    children: (
      <FormPage
        reader={reader}
        title={reader.t('minutes.work.agenda')}
        back={meetingBack(reader, network.slug, meeting)}
        errors={shown.errors}
      >
        <AgendaPage
          reader={reader}
          network={network.slug}
          slug={meeting.slug}
          languages={network.languages}
          points={await listPoints(context, meeting.id)}
          removed={removed && parameterOf(request.query, 'removed') === removed.id ? removed : null}
          moved={parameterOf(request.query, 'moved') ?? null}
          {...shown}
        />
      </FormPage>
    ),
  })
}

async function drawPoint(
  application: Application,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: MeetingRequest,
  point: Point,
  shown: Shown,
): Promise<FastifyReply> {
  const { reader, network, meeting } = asked
  const title = reader.t('minutes.agenda.edit')
  return drawNetworkPage(application, request, reply, asked, {
    title,
    description: reader.t('minutes.list.lead'),
    path: meetingPath(meeting.slug, 'agenda', point.id),
    noindex: true,
    children: (
      <FormPage
        reader={reader}
        title={title}
        back={{ href: addressOf(asked), label: reader.t('minutes.work.agenda') }}
        errors={shown.errors}
      >
        <PointForm
          reader={reader}
          action={`${addressOf(asked)}/${point.id}`}
          languages={network.languages}
          text={point.title}
          label={reader.t('minutes.action.save')}
          {...shown}
        />
      </FormPage>
    ),
  })
}

function agendaOf({ network, meeting }: MeetingRequest) {
  return { networkId: network.id, meetingId: meeting.id }
}

function addressOf({ reader, network, meeting }: MeetingRequest): string {
  return paths.step(reader, network.slug, meeting.slug, 'agenda')
}
