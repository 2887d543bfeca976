import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { limits } from '../../../platform/http/limits.ts'
import { loadPageRequest } from '../../../platform/http/page-request.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import { directoryPath } from '../paths.ts'
import { readDirectorySearch } from '../search.schema.ts'
import { pickerOption } from '../views/organisation-picker.tsx'
import { listSuggestions } from './queries.ts'

const config = {
  ...limits.suggestions.config,
  kept: { parameters: ['q', 'country', 'kind', 'now'], scope: () => '' },
}

/** Suggestions while a person types the name of an organisation into a form. */
export function addPickingRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, { config })
  pages.get(`/:language${directoryPath}/suggestions`, async (visit) => {
    const { request, reply } = visit
    const { context, reader } = loadPageRequest(visit)
    const { text, country, kind } = readDirectorySearch(request.query)
    const among = { ...(country ? { country } : {}), ...(kind ? { kind } : {}) }
    const records = isLongEnough(text) ? (await listSuggestions(context, text, among)).records : []
    return reply.header('cache-control', 'no-cache').send({
      items: records.map((record) => pickerOption(reader, record)),
      status: isLongEnough(text) ? reader.t('directory.picker.status', { count: records.length }) : '',
    })
  })
}

// One Latin letter begins too many names; one Hangul syllable is half of a name.
function isLongEnough(text: string): boolean {
  return text.length > 1 || /\p{Script=Hangul}/u.test(text)
}
