import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { neverKept } from '../../../platform/http/never-kept.ts'
import { pagesOf, type Visit, withStatus } from '../../../platform/http/visit.ts'
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
  const pages = pagesOf(app, application, neverKept)
  const place = '/:language/:network/meetings/:slug/agenda'
  pages.get(place, readMeetingWork, (asked) => {
    return drawAgenda(asked, { values: {}, errors: [] })
  })

  pages.post(place, readMeetingWork, async (asked) => {
    const { request, reply } = asked
    const form = readForm(pointForm, request.body)
    if (!form.valid) return drawAgenda(withStatus(asked, 422), form)
    await addPoint(asked.writing, agendaOf(asked), form.data)
    return reply.redirect(`${addressOf(asked)}#add`, 303)
  })

  pages.post(`${place}/changes`, readMeetingWork, async (asked) => {
    const { request, reply } = asked
    const read = readForm(pointAction, request.body)
    if (!read.valid) return reply.redirect(addressOf(asked), 303)
    const { up, down, remove, restore } = read.data
    const moved = up ?? down
    if (moved) await movePoint(asked.writing, agendaOf(asked), moved, up ? -1 : 1)
    const point = remove ?? restore
    if (point) await removePoint(asked.writing, agendaOf(asked), point, { isBack: restore !== undefined })
    return reply.redirect(withParameters(addressOf(asked), { moved, removed: remove }), 303)
  })

  pages.get(`${place}/:point`, readPoint, ({ asked, point }) => {
    const { rapporteur, plannedMinutes } = point
    const values = { rapporteur, plannedMinutes: plannedMinutes === null ? '' : String(plannedMinutes) }
    return drawPoint(asked, point, { values, errors: [] })
  })

  pages.post(`${place}/:point`, readPoint, async ({ asked, point }) => {
    const { request, reply } = asked
    const form = readForm(pointForm, request.body)
    if (!form.valid) return drawPoint(withStatus(asked, 422), point, form)
    await changePoint(asked.writing, agendaOf(asked), point.id, form.data)
    return reply.redirect(`${addressOf(asked)}#p-${point.id}`, 303)
  })
}

interface Shown {
  values: FormValues
  errors: FieldError[]
}

async function readPoint(visit: Visit) {
  const { request } = visit
  const asked = await readMeetingWork(visit)
  const id = parameterOf(request.params, 'point') ?? ''
  const point = (await listPoints(asked.context, asked.meeting.id)).find((each) => each.id === id)
  return { asked, point: point ?? notFound(id) }
}

async function drawAgenda(asked: MeetingRequest, shown: Shown): Promise<FastifyReply> {
  const { request, context, reader, network, meeting } = asked
  const removed = await lookUpRemovedPoint(context, meeting.id)
  return drawNetworkPage(asked, {
    title: reader.t('minutes.work.agenda'),
    description: reader.t('minutes.list.lead'),
    path: meetingPath(meeting.slug, 'agenda'),
    noindex: true,
    children: (
      <FormPage
        title={reader.t('minutes.work.agenda')}
        back={meetingBack(reader, network.slug, meeting)}
        errors={shown.errors}
      >
        <AgendaPage
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

async function drawPoint(asked: MeetingRequest, point: Point, shown: Shown): Promise<FastifyReply> {
  const { reader, network, meeting } = asked
  const title = reader.t('minutes.agenda.edit')
  return drawNetworkPage(asked, {
    title,
    description: reader.t('minutes.list.lead'),
    path: meetingPath(meeting.slug, 'agenda', point.id),
    noindex: true,
    children: (
      <FormPage
        title={title}
        back={{ href: addressOf(asked), label: reader.t('minutes.work.agenda') }}
        errors={shown.errors}
      >
        <PointForm
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
