import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { readPageNumber } from '../../../platform/input/page-number.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { openTranslator } from '../../../platform/translation/open-translator.ts'
import { languageInWords } from '../../../ui/text/language-in-words.ts'
import { drawNetworkPage, type NetworkRequest } from '../../networks/index.ts'
import { readTranslatorRequest } from '../call.ts'
import { paths } from '../paths.ts'
import { mayTranslateAll } from '../policy.ts'
import { startBatch, undoBatch } from './commands.ts'
import { countMade, findBatch, listMade } from './queries.ts'
import { BatchPage } from './views/batch-page.tsx'
import { dayWords } from './views/batch-words.ts'

const rowsAPage = 50

/** Asking a machine for all that a language lacks, watching it, and taking it back. */
export function addBatchRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  const translator = openTranslator(application.settings.translation)

  pages.post(
    '/:language/:network/translations/batches',
    readAskerRequest,
    async ({ request, reply, context, reader, network }) => {
      const language = parameterOf(request.body, 'language') ?? ''
      if (translator === null || !network.languages.includes(language)) notFound(language)
      const batchId = await startBatch(context, {
        networkId: network.id,
        language,
        provider: translator.name,
      })
      const address = batchId
        ? paths.batch(reader, network.slug, batchId)
        : paths.list(reader, network.slug, { language })
      return reply.redirect(address, 303)
    },
  )

  pages.get('/:language/:network/translations/batches/:batch', readAskerRequest, async (asked) => {
    const { request, context, reader, network } = asked
    const batch = await findBatch(context, network.id, parameterOf(request.params, 'batch') ?? '')
    const page = readPageNumber(request.query)
    const [total, made] = await Promise.all([
      countMade(context, batch.id),
      listMade(context, batch.id, { limit: rowsAPage, offset: (page - 1) * rowsAPage }),
    ])
    return drawNetworkPage(asked, {
      title: reader.t('translations.batch.name', {
        language: languageInWords(reader, batch.language),
        when: dayWords(reader, batch.askedAt),
      }),
      description: reader.t('translations.batch.title'),
      path: `/translations/batches/${batch.id}`,
      width: 'wide',
      noindex: true,
      children: (
        <BatchPage
          network={network}
          owners={application.textOwners}
          batch={batch}
          made={made}
          total={total}
          page={page}
          pages={Math.min(200, Math.ceil(total / rowsAPage))}
        />
      ),
    })
  })

  pages.post(
    '/:language/:network/translations/batches/:batch/undo',
    readAskerRequest,
    async ({ request, reply, context, reader, network }) => {
      const batch = await findBatch(context, network.id, parameterOf(request.params, 'batch') ?? '')
      await undoBatch(context, application.textOwners, batch)
      return reply.redirect(paths.batch(reader, network.slug, batch.id), 303)
    },
  )
}

async function readAskerRequest(visit: Visit): Promise<NetworkRequest> {
  const asked = await readTranslatorRequest(visit)
  if (!mayTranslateAll(asked.context.actor, asked.network.id)) notFound('batches')
  return asked
}
