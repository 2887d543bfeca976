import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import { openTranslator } from '../../../platform/translation/open-translator.ts'
import type { Translator } from '../../../platform/translation/translator.ts'
import { EntryList } from '../../../ui/blocks/entry-list.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { addListPage } from '../../../ui/table/list-page.tsx'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { languageInWords } from '../../../ui/text/language-in-words.ts'
import { ParityMeter } from '../../../ui/text/parity-meter.tsx'
import { type Network, renderNetworkPage } from '../../networks/index.ts'
import { batchState, dayWords } from '../batches/batch-words.ts'
import { type Batch, listBatches } from '../batches/queries.ts'
import { findParity, type LanguageParity } from '../parity.queries.ts'
import { paths } from '../paths.ts'
import { mayTranslateAll } from '../policy.ts'
import { loadTranslatorRequest } from '../request.ts'
import { listOpenRequests } from '../requests/queries.ts'
import { stateWords } from '../text-words.ts'
import { countWaiting, listWaiting } from './queries.ts'
import { TextTable } from './text-table.tsx'
import { listedStates, waitingFilter } from './waiting-filter.ts'

const batchesShown = 5

/** The parity of a group’s languages, and the texts that wait for a translator. */
export function addWaitingRoutes(app: FastifyInstance, application: Application): void {
  const translator = openTranslator(application.settings.translation)
  addListPage(pagesOf(app, application), '/:language/:network/translations', {
    open: loadTranslatorRequest,
    filter: ({ network: { languages } }) =>
      waitingFilter({ languages, kinds: application.textOwners.map(({ kind }) => kind) }),
    rowsAPage: 50,
    countedAtMost: 1000,
    find: async ({ context, network }, filter, { most, ...slice }) => {
      const mayAskAll = mayTranslateAll(context.actor, network.id)
      const [parities, total, rows, batches] = await Promise.all([
        findParity(context, network.id),
        countWaiting(context, network.id, filter, most),
        listWaiting(context, network.id, filter, slice),
        mayAskAll ? listBatches(context, network.id, batchesShown) : [],
      ])
      const ids = rows.map(({ recordId }) => recordId)
      const asked = await listOpenRequests(context, network.id, ids)
      return { mayAskAll, parities, total, rows, batches, asked }
    },
    send: renderNetworkPage,
    head: ({ reader }) => ({
      title: reader.t('translations.list.title'),
      description: reader.t('translations.list.lead'),
      path: '/translations',
      width: 'wide',
      noindex: true,
    }),
    address: ({ reader, network }, parameters) => paths.list(reader, network.slug, parameters),
    filters: ({ reader, reader: { t }, network }) => ({
      action: paths.list(reader, network.slug),
      kept: { now: reader.now ?? undefined },
      clearHref: paths.list(reader, network.slug),
      fields: [
        { name: 'q', label: t('translations.filter.text') },
        {
          name: 'language',
          label: t('translations.filter.language'),
          codes: network.languages,
          word: (code) => languageInWords(reader, code),
        },
        {
          name: 'kind',
          label: t('translations.filter.kind'),
          codes: application.textOwners.map(({ kind }) => kind),
          word: (code) => {
            const owner = application.textOwners.find(({ kind }) => kind === code)
            return owner ? t(owner.label) : code
          },
        },
        {
          name: 'state',
          label: t('translations.filter.state'),
          any: t('translations.filter.waiting'),
          codes: listedStates,
          word: (code) => t(stateWords[code]),
        },
      ],
    }),
    rows: ({ network, rows, asked }) => (
      <TextTable network={network} owners={application.textOwners} texts={rows} asked={asked} />
    ),
    empty: ({ reader, reader: { t }, network }, isNarrowed) => ({
      title: t(isNarrowed ? 'translations.list.noMatch' : 'translations.list.nothingWaits'),
      why: t(isNarrowed ? 'translations.list.noMatchWhy' : 'translations.list.nothingWaitsWhy'),
      next: (
        <a href={paths.list(reader, network.slug, isNarrowed ? {} : { state: 'reviewed' })}>
          {t(isNarrowed ? 'translations.list.all' : 'translations.list.reviewed')}
        </a>
      ),
    }),
    render: ({ reader, reader: { t }, network, parities, mayAskAll, batches }, filters, results) => (
      <>
        <PageHeading lead={<p>{t('translations.list.lead')}</p>}>{t('translations.list.title')}</PageHeading>
        <ParityMeter
          parities={parities}
          href={(language) => paths.list(reader, network.slug, { language })}
        />
        <Section id="texts" title={t('translations.list.waiting')}>
          {filters}
          {results}
        </Section>
        {mayAskAll ? (
          <MachineSection network={network} translator={translator} parities={parities} batches={batches} />
        ) : null}
      </>
    ),
  })
}

interface MachineSectionProps {
  network: Network
  translator: Translator | null
  parities: LanguageParity[]
  batches: Batch[]
}

/** The machine translations that coordinators may request, and earlier requests; nothing if there are neither. */
function MachineSection({ network, translator, parities, batches }: MachineSectionProps) {
  const reader = useReader()
  const { t } = reader
  const lacking = translator ? parities.filter(({ counts }) => counts.missing > 0) : []
  if (lacking.length === 0 && batches.length === 0) return null
  return (
    <Section id="machine" title={t('translations.batch.title')}>
      {translator && lacking.length > 0 ? (
        <>
          <p>{t('translations.batch.lead', { provider: translator.name })}</p>
          {lacking.map(({ language, counts }) => (
            <form key={language} method="post" action={paths.batches(reader, network.slug)}>
              <input type="hidden" name="language" value={language} />
              <button type="submit" class="button">
                {t('translations.batch.start', {
                  count: counts.missing,
                  language: languageInWords(reader, language),
                })}
              </button>
            </form>
          ))}
        </>
      ) : null}
      <EntryList
        entries={batches.map((batch) => ({
          key: batch.id,
          title: t('translations.batch.name', {
            language: languageInWords(reader, batch.language),
            when: dayWords(reader, batch.askedAt),
          }),
          href: paths.batch(reader, network.slug, batch.id),
          meta: batchState(reader, batch),
        }))}
      />
    </Section>
  )
}
