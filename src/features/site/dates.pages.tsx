import type { FastifyInstance } from 'fastify'
import { readSaidDate } from '../../platform/dates/index.ts'
import type { Application } from '../../platform/http/application.ts'
import { loadPageRequest } from '../../platform/http/page-request.ts'
import { pagesOf } from '../../platform/http/visit.ts'
import { parameterOf } from '../../platform/input/parameters.ts'
import { understoodAs } from '../../ui/text/date-words.ts'

/** How a date is understood as it is typed: what a field of a form shows under it. */
export function addDateRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  pages.get('/:language/dates/understanding', async (visit) => {
    const { request, reply } = visit
    const { reader } = loadPageRequest(visit)
    const text = (parameterOf(request.query, 'text') ?? '').trim()
    const assumes = parameterOf(request.query, 'assume') === 'year'
    const said = readSaidDate(text, reader.interfaceLanguage, assumes ? reader.today : undefined)
    return reply.header('cache-control', 'no-cache').send({
      edtf: said?.edtf ?? null,
      words: said?.words ?? null,
      understood: said && understoodAs(reader, said.edtf, said.assumedYear),
      problem: said || text === '' ? null : reader.t('ui.form.date', { text: text.slice(0, 60) }),
    })
  })
}
