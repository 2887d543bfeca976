import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { neverKept } from '../../../platform/http/never-kept.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { withParameters } from '../../../platform/i18n/reader.ts'
import { type FormState, readForm } from '../../../platform/input/form.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { ErrorList } from '../../../ui/form/form.tsx'
import { addNetworkAction, addNetworkForm } from '../../directory/picking/index.ts'
import { drawNetworkPage } from '../../networks/index.ts'
import { type MeetingRequest, readMeetingWork } from '../call.ts'
import { meetingPath, paths } from '../paths.ts'
import { meetingBack } from '../views/meeting-back.tsx'
import { WorkHeading } from '../views/work-heading.tsx'
import { addPoint, changePoint, movePoint, removePoint } from './editing/commands.ts'
import { listPoints, lookUpRemovedPoint } from './queries.ts'
import { pointAction, pointForm } from './schema.ts'
import { AgendaPage } from './views/agenda-page.tsx'
import { PointFields } from './views/point-fields.tsx'

/** The agenda of a meeting, for those who set it. */
export function addAgendaRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, neverKept)
  const place = '/:language/:network/meetings/:slug/agenda'
  pages.get(place, readMeetingWork, (asked) => drawAgenda(asked, { values: {}, errors: [] }))

  addNetworkAction(pages, place, {
    open: readMeetingWork,
    schema: pointForm,
    save: async (asked, typed) => {
      await addPoint(asked.writing, agendaOf(asked), typed)
      return `${addressOf(asked)}#add`
    },
    again: drawAgenda,
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

  addNetworkForm(pages, `${place}/:point`, {
    open: readPoint,
    title: 'minutes.agenda.edit',
    description: 'minutes.list.lead',
    path: ({ meeting, point }) => meetingPath(meeting.slug, 'agenda', point.id),
    back: (asked) => ({ href: addressOf(asked), label: asked.reader.t('minutes.work.agenda') }),
    action: ({ reader, network, meeting, point }) =>
      paths.step(reader, network.slug, meeting.slug, 'agenda', point.id),
    submit: 'minutes.action.save',
    values: ({ point: { rapporteur, plannedMinutes } }) => ({
      rapporteur,
      plannedMinutes: plannedMinutes === null ? '' : String(plannedMinutes),
    }),
    schema: pointForm,
    fields: ({ network, point }) => <PointFields languages={network.languages} text={point.title} />,
    save: async (asked, typed) => {
      await changePoint(asked.writing, agendaOf(asked), asked.point.id, typed)
      return `${addressOf(asked)}#p-${asked.point.id}`
    },
  })
}

async function readPoint(visit: Visit) {
  const { request } = visit
  const asked = await readMeetingWork(visit)
  const id = parameterOf(request.params, 'point') ?? ''
  const point = (await listPoints(asked.context, asked.meeting.id)).find((each) => each.id === id)
  return { ...asked, point: point ?? notFound(id) }
}

async function drawAgenda(asked: MeetingRequest, form: FormState): Promise<FastifyReply> {
  const { request, context, reader, network, meeting } = asked
  const removed = await lookUpRemovedPoint(context, meeting.id)
  return drawNetworkPage(asked, {
    title: reader.t('minutes.work.agenda'),
    description: reader.t('minutes.list.lead'),
    path: meetingPath(meeting.slug, 'agenda'),
    noindex: true,
    children: (
      <>
        <ErrorList form={form} />
        <WorkHeading back={meetingBack(reader, network.slug, meeting)}>
          {reader.t('minutes.work.agenda')}
        </WorkHeading>
        <AgendaPage
          network={network.slug}
          slug={meeting.slug}
          languages={network.languages}
          points={await listPoints(context, meeting.id)}
          removed={removed && parameterOf(request.query, 'removed') === removed.id ? removed : null}
          moved={parameterOf(request.query, 'moved') ?? null}
          form={form}
        />
      </>
    ),
  })
}

function agendaOf({ network, meeting }: MeetingRequest) {
  return { networkId: network.id, meetingId: meeting.id }
}

function addressOf({ reader, network, meeting }: MeetingRequest): string {
  return paths.step(reader, network.slug, meeting.slug, 'agenda')
}
