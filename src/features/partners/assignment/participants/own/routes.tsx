import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../../../platform/http/application.ts'
import { neverKept } from '../../../../../platform/http/never-kept.ts'
import { pagesOf } from '../../../../../platform/http/visit.ts'
import { parameterOf } from '../../../../../platform/input/parameters.ts'
import { drawNetworkPage } from '../../../../networks/index.ts'
import { readToldRequest } from '../../call.ts'
import { drawMeetingsPage } from '../../page.tsx'
import { appointmentsOf } from '../../publication/appointment.ts'
import { listAppointments } from '../../publication/queries.ts'
import { participantName } from '../views/participant-name.tsx'
import { OwnPage } from './views/own-page.tsx'
import { UnshownPage } from './views/unshown-page.tsx'

/** The page of a participant: its wishes, its meetings, its files. */
export function addOwnPageRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, neverKept)
  pages.get('/:language/:network/agenda/:slug/meetings/participants/:id', readToldRequest, async (asked) => {
    const { request, reader, writing, participant, ground } = asked
    const all = await listAppointments(writing, ground.session.id)
    const appointments = appointmentsOf(all, participant)
    if (!asked.isShown)
      return drawNetworkPage(asked, {
        title: participantName(reader, participant),
        description: reader.t('partners.assignment.title'),
        path: `/agenda/${asked.event.slug}/meetings/participants/${participant.id}`,
        noindex: true,
        children: <UnshownPage asked={asked} appointments={appointments} />,
      })
    return drawMeetingsPage(asked, {
      title: participantName(reader, participant),
      path: `/participants/${participant.id}`,
      children: (
        <OwnPage asked={asked} done={parameterOf(request.query, 'done') ?? ''} appointments={appointments} />
      ),
    })
  })
}
