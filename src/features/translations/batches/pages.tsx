import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { parameterOf, readPageNumber } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusal.ts'
import { openTranslator } from '../../../platform/translation/open-translator.ts'
import type { TextOwner } from '../../../platform/translation/text-owner.ts'
import { Breadcrumb } from '../../../ui/blocks/breadcrumb.tsx'
import { FactList } from '../../../ui/blocks/fact-list.tsx'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { Pagination } from '../../../ui/table/pagination.tsx'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { languageInWords } from '../../../ui/text/language-in-words.ts'
import { type Network, type NetworkRequest, renderNetworkPage } from '../../networks/index.ts'
import { paths } from '../paths.ts'
import { mayTranslateAll } from '../policy.ts'
import { loadTranslatorRequest } from '../request.ts'
import type { ListedText } from '../waiting/queries.ts'
import { TextTable } from '../waiting/text-table.tsx'
import { batchState, dayWords } from './batch-words.ts'
import { startBatch, undoBatch } from './commands.ts'
import { type Batch, countMade, findBatch, listMade } from './queries.ts'

const rowsAPage = 50

/** Requests for a machine translation of all that a language lacks, their progress, and their undoing. */
export function addBatchRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  const translator = openTranslator(application.settings.translation)

  pages.post(
    '/:language/:network/translations/batches',
    loadAskerRequest,
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

  pages.get('/:language/:network/translations/batches/:batch', loadAskerRequest, async (visit) => {
    const { request, context, reader, network } = visit
    const batch = await findBatch(context, network.id, parameterOf(request.params, 'batch') ?? '')
    const page = readPageNumber(request.query)
    const [total, made] = await Promise.all([
      countMade(context, batch.id),
      listMade(context, batch.id, { limit: rowsAPage, offset: (page - 1) * rowsAPage }),
    ])
    return renderNetworkPage(visit, {
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
    loadAskerRequest,
    async ({ request, reply, context, reader, network }) => {
      const batch = await findBatch(context, network.id, parameterOf(request.params, 'batch') ?? '')
      await undoBatch(context, application.textOwners, batch)
      return reply.redirect(paths.batch(reader, network.slug, batch.id), 303)
    },
  )
}

async function loadAskerRequest(visit: Visit): Promise<NetworkRequest> {
  const loaded = await loadTranslatorRequest(visit)
  if (!mayTranslateAll(loaded.context.actor, loaded.network.id)) notFound('batches')
  return loaded
}

interface BatchPageProps {
  network: Network
  owners: readonly TextOwner[]
  batch: Batch
  made: ListedText[]
  total: number
  page: number
  pages: number
}

/** A batch: its progress, its texts, and the button to undo it. */
function BatchPage({ network, owners, batch, made, total, page, pages }: BatchPageProps) {
  const reader = useReader()
  const { t } = reader
  const title = t('translations.batch.name', {
    language: languageInWords(reader, batch.language),
    when: dayWords(reader, batch.askedAt),
  })
  const address = paths.batch(reader, network.slug, batch.id)
  return (
    <>
      <Breadcrumb
        steps={[{ label: t('translations.list.title'), href: paths.list(reader, network.slug) }]}
        current={title}
      />
      <PageHeading kicker={t('translations.batch.title')}>{title}</PageHeading>
      <Notice kind={batch.trouble === null ? 'information' : 'warning'}>
        <p>{batchState(reader, batch)}</p>
        {batch.endedAt === null ? (
          <p>
            <a href={address}>{t('translations.batch.refresh')}</a>
          </p>
        ) : null}
      </Notice>
      <FactList
        facts={[
          { term: t('translations.batch.provider'), detail: batch.provider },
          {
            term: t('translations.batch.progress'),
            detail: t('translations.batch.of', { done: batch.done, total: batch.total }),
          },
          { term: t('translations.batch.skipped'), detail: String(batch.skipped) },
          { term: t('translations.batch.unread'), detail: String(total) },
        ]}
      />
      <Section id="made" title={t('translations.batch.made')}>
        {total === 0 ? (
          <p class="quiet">{t('translations.batch.madeNone')}</p>
        ) : (
          <>
            <TextTable network={network} owners={owners} texts={made} />
            <Pagination page={page} pages={pages} href={(each) => `${address}?page=${each}`} />
          </>
        )}
      </Section>
      {total > 0 && batch.undoneAt === null ? (
        <Section id="undo" title={t('translations.batch.undoTitle')}>
          <p>{t('translations.batch.undoLead')}</p>
          <form method="post" action={paths.undoing(reader, network.slug, batch.id)}>
            <button type="submit" class="button">
              {t('translations.batch.undo', { count: total })}
            </button>
          </form>
        </Section>
      ) : null}
    </>
  )
}
