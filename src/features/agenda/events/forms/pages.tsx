import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import { readValues } from '../../../../platform/input/form.ts'
import { renderFor } from '../../../../ui/reader.tsx'
import { keptByNetwork, readNetworkRequest } from '../../../networks/index.ts'
import { drawTypedNotice } from './when-check.tsx'

const typed = ['when', 'start', 'end', 'zone', 'now']

/** The question of a form of an event while it is filled in: which holidays conflict with the typed date. */
export function addEventFormRoutes(app: FastifyInstance, application: Application): void {
  const kept = { ...keptByNetwork(typed), scope: () => null }
  const pages = pagesOf(app, application, { config: { kept } })
  pages.get('/:language/:network/agenda/check/notice', readNetworkRequest, async (asked) => {
    const { request, reply } = asked
    const notice = await drawTypedNotice(asked, readValues(request.query))
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(notice ? renderFor(asked.reader, () => notice) : '')
  })
}
