import type { FastifyInstance } from 'fastify'
import type { ComponentChildren } from 'preact'
import type { Application } from '../../../platform/http/application.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import { mostPages, readPageNumber } from '../../../platform/input/page-number.ts'
import { openTranslator } from '../../../platform/translation/open-translator.ts'
import type { TextOwner } from '../../../platform/translation/text-owner.ts'
import type { Translator } from '../../../platform/translation/translator.ts'
import { EmptyState } from '../../../ui/blocks/empty-state.tsx'
import { EntryList } from '../../../ui/blocks/entry-list.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { type ActiveFilter, Filters } from '../../../ui/table/filters.tsx'
import { Pagination, ResultCount } from '../../../ui/table/pagination.tsx'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { languageInWords } from '../../../ui/text/language-in-words.ts'
import { ParityMeter } from '../../../ui/text/parity-meter.tsx'
import { drawNetworkPage, type Network } from '../../networks/index.ts'
import { batchState, dayWords } from '../batches/batch-words.ts'
import { type Batch, listBatches } from '../batches/queries.ts'
import { readTranslatorRequest } from '../call.ts'
import { findParity, type LanguageParity } from '../parity.queries.ts'
import { paths } from '../paths.ts'
import { mayTranslateAll } from '../policy.ts'
import { stateWords } from '../text-words.ts'
import { countWaiting, type ListedText, listWaiting } from './queries.ts'
import { listedStates, parametersOf, readFilter, type WaitingFilter } from './schema.ts'
import { TextTable } from './text-table.tsx'

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

interface MachineSectionProps {
  network: Network
  translator: Translator | null
  parities: LanguageParity[]
  batches: Batch[]
}

/** What those who answer for the group may ask of a machine, and what they asked; nothing where there is neither. */
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

interface WaitingPageProps {
  network: Network
  owners: readonly TextOwner[]
  parities: LanguageParity[]
  filter: WaitingFilter
  texts: ListedText[]
  total: number
  most: number
  page: number
  pages: number
  first: number
  /** What coordinators may ask of a machine. */
  children?: ComponentChildren
}

/** How even the languages of a group are, and the texts that wait for somebody. */
function WaitingPage(props: WaitingPageProps) {
  const reader = useReader()
  const { network, owners, filter, texts, total, most, page, pages, first } = props
  const { t } = reader
  const isNarrowed = Object.values(parametersOf(filter)).some((value) => value)
  return (
    <>
      <PageHeading lead={<p>{t('translations.list.lead')}</p>}>{t('translations.list.title')}</PageHeading>
      <ParityMeter
        parities={props.parities}
        href={(language) => paths.list(reader, network.slug, { language })}
      />
      <Section id="texts" title={t('translations.list.waiting')}>
        <WaitingFilters network={network} owners={owners} filter={filter} />
        {total === 0 ? (
          <EmptyState
            title={t(isNarrowed ? 'translations.list.noMatch' : 'translations.list.nothingWaits')}
            why={t(isNarrowed ? 'translations.list.noMatchWhy' : 'translations.list.nothingWaitsWhy')}
            next={
              isNarrowed ? (
                <a href={paths.list(reader, network.slug)}>{t('translations.list.all')}</a>
              ) : (
                <a href={paths.list(reader, network.slug, { state: 'reviewed' })}>
                  {t('translations.list.reviewed')}
                </a>
              )
            }
          />
        ) : (
          <>
            <ResultCount
              total={Math.min(total, most - 1)}
              totalIs={total >= most ? 'at_least' : 'exact'}
              first={first}
              last={first + texts.length - 1}
            />
            <TextTable network={network} owners={owners} texts={texts} />
            <Pagination
              page={page}
              pages={pages}
              href={(each) =>
                paths.list(reader, network.slug, {
                  ...parametersOf(filter),
                  page: each === 1 ? undefined : String(each),
                })
              }
            />
          </>
        )}
      </Section>
      {props.children}
    </>
  )
}

interface WaitingFiltersProps {
  network: Network
  owners: readonly TextOwner[]
  filter: WaitingFilter
}

/** Choices by which the list is narrowed, and those in force. */
function WaitingFilters({ network, owners, filter }: WaitingFiltersProps) {
  const reader = useReader()
  const { t } = reader
  const kindName = (kind: string) => {
    const owner = owners.find((each) => each.kind === kind)
    return owner ? t(owner.label) : kind
  }
  const chip = (name: keyof WaitingFilter, label: string, value: string): ActiveFilter[] =>
    filter[name]
      ? [
          {
            label,
            value,
            removeHref: paths.list(reader, network.slug, parametersOf({ ...filter, ...without[name] })),
          },
        ]
      : []
  return (
    <Filters
      action={paths.list(reader, network.slug)}
      kept={reader.now === null ? {} : { now: reader.now }}
      fields={[
        { type: 'search', name: 'q', label: t('translations.filter.text'), value: filter.text },
        {
          type: 'select',
          name: 'language',
          label: t('translations.filter.language'),
          value: filter.language ?? '',
          options: network.languages.map((value) => ({ value, label: languageInWords(reader, value) })),
        },
        {
          type: 'select',
          name: 'kind',
          label: t('translations.filter.kind'),
          value: filter.kind ?? '',
          options: owners.map(({ kind, label }) => ({ value: kind, label: t(label) })),
        },
        {
          type: 'select',
          name: 'state',
          label: t('translations.filter.state'),
          any: t('translations.filter.waiting'),
          value: filter.state ?? '',
          options: listedStates.map((state) => ({ value: state, label: t(stateWords[state]) })),
        },
      ]}
      active={[
        ...chip('text', t('translations.filter.text'), filter.text),
        ...chip(
          'language',
          t('translations.filter.language'),
          languageInWords(reader, filter.language ?? 'en'),
        ),
        ...chip('kind', t('translations.filter.kind'), kindName(filter.kind ?? '')),
        ...chip('state', t('translations.filter.state'), filter.state ? t(stateWords[filter.state]) : ''),
      ]}
      clearHref={paths.list(reader, network.slug)}
    />
  )
}

const without = {
  text: { text: '' },
  language: { language: null },
  kind: { kind: null },
  state: { state: null },
} as const
