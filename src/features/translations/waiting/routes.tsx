import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import { mostPages, readPageNumber } from '../../../platform/input/page-number.ts'
import { openTranslator } from '../../../platform/translation/open-translator.ts'
import { drawNetworkPage } from '../../networks/index.ts'
import { listBatches } from '../batches/queries.ts'
import { MachineSection } from '../batches/views/machine-section.tsx'
import { readTranslatorRequest } from '../call.ts'
import { findParity } from '../parity/queries.ts'
import { mayTranslateAll } from '../policy.ts'
import { countWaiting, listWaiting } from './queries.ts'
import { readFilter } from './schema.ts'
import { WaitingPage } from './views/waiting-page.tsx'

const rowsAPage = 50
const countedAtMost = 1001
const batchesShown = 5

export function addWaitingRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  const translator = openTranslator(application.settings.translation)
  pages.get('/:language/:network/translations', readTranslatorRequest, async (asked) => {
    const { request, context, reader, network } = asked
    const owners = application.textOwners
    const filter = readFilter(request.query, {
      languages: network.languages,
      kinds: owners.map(({ kind }) => kind),
    })
    const page = readPageNumber(request.query)
    const offset = (page - 1) * rowsAPage
    const mayAskAll = mayTranslateAll(context.actor, network.id)
    const [parities, total, texts, batches] = await Promise.all([
      findParity(context, network.id),
      countWaiting(context, network.id, filter, countedAtMost),
      listWaiting(context, network.id, filter, { limit: rowsAPage, offset }),
      mayAskAll ? listBatches(context, network.id, batchesShown) : [],
    ])
    return drawNetworkPage(asked, {
      title: reader.t('translations.list.title'),
      description: reader.t('translations.list.lead'),
      path: '/translations',
      width: 'wide',
      noindex: true,
      children: (
        <WaitingPage
          network={network}
          owners={owners}
          parities={parities}
          filter={filter}
          texts={texts}
          total={total}
          most={countedAtMost}
          page={page}
          pages={countPages(total, page, texts.length)}
          first={offset + 1}
        >
          {mayAskAll ? (
            <MachineSection network={network} translator={translator} parities={parities} batches={batches} />
          ) : null}
        </WaitingPage>
      ),
    })
  })
}

// Where counting stopped, there is a next page as long as this one is full.
function countPages(total: number, page: number, rows: number): number {
  const counted = Math.max(1, Math.ceil(Math.min(total, countedAtMost - 1) / rowsAPage))
  if (total < countedAtMost) return counted
  return Math.min(mostPages, Math.max(counted, rows === rowsAPage ? page + 1 : page))
}
