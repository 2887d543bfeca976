import type { FastifyInstance } from 'fastify'
import { renderToString } from 'preact-render-to-string'
import type { Application } from '../../../../platform/http/application.ts'
import { readValues } from '../../../../platform/input/form.ts'
import { keptByNetwork, readNetworkRequest } from '../../../networks/index.ts'
import { drawTypedNotice } from './when-check.tsx'

const typed = ['when', 'start', 'end', 'zone', 'now']

/** What a form of an event asks while it is filled in: which holidays stand in the way of the date that is typed. */
export function addEventFormRoutes(app: FastifyInstance, application: Application): void {
  const kept = { ...keptByNetwork(typed), scope: () => null }
  app.get('/:language/:network/agenda/check/notice', { config: { kept } }, async (request, reply) => {
    const asked = await readNetworkRequest(application, request)
    const notice = await drawTypedNotice(asked, readValues(request.query))
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(notice ? renderToString(notice) : '')
  })
}
