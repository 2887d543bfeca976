import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { Application } from '../../../platform/http/application.ts'
import { noStore } from '../../../platform/http/no-store.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import { notFound } from '../../../platform/refusal.ts'
import { EntryList } from '../../../ui/blocks/entry-list.tsx'
import { PrintButton } from '../../../ui/blocks/print-button.tsx'
import { fieldFilter } from '../../../ui/table/field-filter.ts'
import { addListPage } from '../../../ui/table/list-page.tsx'
import { PageHeading } from '../../../ui/text/headings.tsx'
import { addLink } from '../../contributions/index.ts'
import { byOwnSide, countryName } from '../../directory/index.ts'
import { addNetworkAction } from '../../directory/picking/index.ts'
import { cachedByNetwork, loadNetworkRequest, renderNetworkPage } from '../../networks/index.ts'
import { loadPracticeRequest, loadSheetForm, PracticesTabs } from '../frame.tsx'
import { paths } from '../paths.ts'
import { mostTogether } from '../printing/pages.tsx'
import { AskedSection } from '../proposals/proposal-sections.tsx'
import { listIntentions, maySeeProposals } from '../proposals/queries.ts'
import { confirmLook } from './commands.ts'
import { practiceFields } from './fields.ts'
import { countPractices, listPractices } from './list.queries.ts'
import { ages } from './practice.ts'
import { practiceEntry } from './practice-entry.tsx'
import { having, listStates, practiceFilter } from './practice-filter.ts'
import { renderPractice } from './practice-page.tsx'
import { amendPractice, practiceRecord } from './practice-record.ts'

/** The sheets of a network, each on its page, and the look at one that is due. */
export function addSheetRoutes(app: FastifyInstance, application: Application): void {
  addSheetList(app, application)
  const kept = pagesOf(app, application, { config: { kept: cachedByNetwork(['now', 'done']) } })
  kept.get('/:language/:network/practices/:slug', loadPracticeRequest, renderPractice)
  addNetworkAction(pagesOf(app, application, noStore), '/:language/:network/practices/:slug/look', {
    open: async (visit) => {
      const loaded = await loadSheetForm(visit)
      return loaded.isHolders && loaded.practice.publication === 'published' ? loaded : notFound('look')
    },
    schema: () => z.object({ said: z.enum(['true', 'ended']) }),
    again: (visit) => renderPractice(visit),
    save: async (visit, { said }) => {
      const { writing, reader, network, practice } = visit
      const isTrue = said === 'true'
      await inTransaction(writing, (inside) =>
        isTrue
          ? confirmLook(inside, practice)
          : amendPractice(inside, visit, reader.t('practices.look.ended'), { endedOn: inside.today }),
      )
      return `${paths.today(reader, network.slug, practice.slug)}?done=${isTrue ? 'looked' : 'ended'}`
    },
  })
}

function addSheetList(app: FastifyInstance, application: Application): void {
  const config = { kept: cachedByNetwork([...practiceFilter.names, 'page', 'now']) }
  addListPage(pagesOf(app, application, { config }), '/:language/:network/practices', {
    open: loadNetworkRequest,
    filter: practiceFilter,
    rowsAPage: 30,
    countedAtMost: 1000,
    find: async ({ context, network }, filter, { most, ...slice }) => {
      const [total, rows, intentions] = await Promise.all([
        countPractices(context, network.id, filter, most),
        listPractices(context, network.id, filter, slice),
        listIntentions(context, network.id),
      ])
      return { total, rows, intentions }
    },
    send: renderNetworkPage,
    head: ({ reader, filter }) => ({
      title: reader.t('practices.list.title'),
      description: reader.t('practices.list.lead'),
      path: '/practices',
      searched: filter.q,
    }),
    address: ({ reader, network }, parameters) => paths.list(reader, network.slug, parameters),
    filters: ({ reader, network, parameters: { organisation } }) => {
      const { t } = reader
      return {
        action: `/${reader.language}/${network.slug}/practices`,
        kept: { organisation, now: reader.now ?? undefined },
        clearHref: paths.list(reader, network.slug),
        told: ['q', 'theme', 'trade', 'country', 'organisation', 'state', 'age', 'has'],
        fields: [
          { name: 'q', label: t('practices.filter.text') },
          { name: 'theme', ...fieldFilter(reader, network, practiceFields.themes), isSorted: true },
          {
            name: 'has',
            label: t('practices.filter.has'),
            codes: having,
            word: (code) => t(`practices.filter.has.${code}`),
          },
          {
            name: 'trade',
            place: 'more',
            ...fieldFilter(reader, network, practiceFields.trades),
            isSorted: true,
          },
          {
            name: 'country',
            place: 'more',
            label: t('practices.filter.country'),
            codes: byOwnSide(reader, network.countries),
            word: (code) => countryName(reader, code),
          },
          {
            name: 'age',
            place: 'more',
            label: t('practices.filter.age'),
            codes: ages,
            word: (code) => t(`practices.age.${code}`),
          },
          {
            name: 'state',
            place: 'more',
            label: t('practices.field.publication'),
            codes: listStates.filter((code) => code !== 'published'),
            word: (code) => t(code === 'all' ? 'practices.filter.all' : `practices.publication.${code}`),
            any: t('practices.publication.published'),
          },
          { name: 'organisation', place: 'told', label: t('practices.field.holder') },
        ],
      }
    },
    rows: ({ reader, network, rows, total, parameters }) => (
      <>
        <EntryList entries={rows.map((practice) => practiceEntry(reader, network.slug, practice))} />
        <p class="form-note">
          {reader.t('practices.print.together', { count: Math.min(total, mostTogether) })}{' '}
          {(['pdf', 'docx'] as const).flatMap((format) => [
            <a key={format} href={paths.together(reader, network.slug, format, parameters)}>
              {reader.t(`practices.print.together.${format}`)}
            </a>,
            ' ',
          ])}
          {total > mostTogether ? reader.t('practices.print.most', { most: mostTogether }) : null}
        </p>
      </>
    ),
    empty: ({ reader, network, context }, isNarrowed) => ({
      title: reader.t(isNarrowed ? 'practices.list.emptyFiltered' : 'practices.list.empty'),
      why: reader.t(isNarrowed ? 'practices.list.emptyFilteredWhy' : 'practices.list.emptyWhy'),
      next: isNarrowed ? (
        <a href={paths.list(reader, network.slug)}>{reader.t('practices.list.clear')}</a>
      ) : maySeeProposals(context.actor, network.id) ? (
        <a href={paths.list(reader, network.slug, { state: 'proposed' })}>
          {reader.t('practices.list.seeProposed')}
        </a>
      ) : null,
    }),
    render: ({ reader, context, network, intentions }, filters, results) => (
      <>
        <PageHeading
          lead={reader.t('practices.list.lead')}
          actions={
            <>
              {addLink({
                reader,
                actor: context.actor,
                network,
                kind: practiceRecord,
                label: reader.t('practices.form.new'),
              })}{' '}
              <PrintButton />
            </>
          }
        >
          {reader.t('practices.list.title')}
        </PageHeading>
        <PracticesTabs network={network.slug} here="/practices" />
        {filters}
        {results}
        <AskedSection network={network.slug} intentions={intentions} />
      </>
    ),
  })
}
