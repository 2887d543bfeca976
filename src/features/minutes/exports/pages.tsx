import type { FastifyInstance } from 'fastify'
import { findUidHost } from '../../../platform/calendar/uid-host.ts'
import { writeCalendar } from '../../../platform/calendar/writing/write-calendar.ts'
import { Typesetter } from '../../../platform/documents/typesetter.ts'
import type { Application } from '../../../platform/http/application.ts'
import { sendFile } from '../../../platform/http/send-file.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { cachedByNetwork, loadNetworkRequest } from '../../networks/index.ts'
import { listPoints } from '../agenda/queries.ts'
import { meetingEvent } from '../meetings/meeting-event.ts'
import { findMeeting } from '../meetings/queries.ts'
import { paths } from '../paths.ts'
import { akomaNtoso } from './akoma-ntoso.ts'
import { minutesReport } from './minutes-report.ts'
import { findWholeMinutes } from './whole-minutes.ts'

/** Minutes as PDF, Word, and Akoma Ntoso for programs; the meeting itself as a calendar file. */
export function addExportRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, { config: { kept: cachedByNetwork(['now']) } })
  const typesetter = new Typesetter()
  app.addHook('onClose', async () => typesetter.close())
  const { baseUrl } = application.settings

  for (const format of ['pdf', 'docx'] as const) {
    pages.get(
      `/:language/:network/meetings/:slug/minutes.${format}`,
      loadNetworkRequest,
      async ({ request, reply, context, reader, network }) => {
        const slug = parameterOf(request.params, 'slug') ?? ''
        const minutes = await findWholeMinutes(context, network.id, slug)
        const address = baseUrl + paths.meeting(reader, network.slug, slug)
        const bytes = await typesetter.drawReport(format, minutesReport(reader, network, minutes, address))
        return sendFile(
          reply.header('cache-control', 'no-cache'),
          `${slug}-${reader.language}.${format}`,
          bytes,
        )
      },
    )
  }

  pages.get(
    '/:language/:network/meetings/:slug/minutes.xml',
    loadNetworkRequest,
    async ({ request, reply, context, reader, network }) => {
      const slug = parameterOf(request.params, 'slug') ?? ''
      const minutes = await findWholeMinutes(context, network.id, slug)
      return reply
        .type('application/akn+xml; charset=utf-8')
        .header('cache-control', 'no-cache')
        .header('content-disposition', `attachment; filename="${slug}-${reader.language}.xml"`)
        .send(akomaNtoso({ reader, network, minutes, baseUrl }))
    },
  )

  pages.get(
    '/:language/:network/meetings/:slug.ics',
    loadNetworkRequest,
    async ({ request, reply, context, reader, network }) => {
      const slug = parameterOf(request.params, 'slug') ?? ''
      const meeting = await findMeeting(context, network.id, slug)
      const points = await listPoints(context, meeting.id)
      const event = meetingEvent(application.settings, reader, {
        network,
        meeting,
        points,
        uidHost: await findUidHost(context, application.settings),
      })
      const product = `-//Entente//Minutes//${reader.language.toUpperCase()}`
      return sendFile(
        reply.header('cache-control', 'no-cache'),
        `${slug}-${reader.language}.ics`,
        writeCalendar({ product, method: 'PUBLISH' }, [event]),
      )
    },
  )
}
