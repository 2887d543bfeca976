import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import { readValues } from '../../../../platform/input/form.ts'
import { renderFor } from '../../../../ui/reader.tsx'
import { cachedByNetwork, loadNetworkRequest } from '../../../networks/index.ts'
import { renderTypedNotice } from './when-fields.tsx'

const typed = ['when', 'start', 'end', 'zone', 'now']

/** The question of a form of an event while it is filled in: which holidays conflict with the typed date. */
export function addEventFormRoutes(app: FastifyInstance, application: Application): void {
  const kept = { ...cachedByNetwork(typed), scope: () => null }
  const pages = pagesOf(app, application, { config: { kept } })
  pages.get('/:language/:network/agenda/check/notice', loadNetworkRequest, async (visit) => {
    const { request, reply } = visit
    const notice = await renderTypedNotice(visit, readValues(request.query))
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(notice ? renderFor(visit.reader, () => notice) : '')
  })
}
