import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Application } from '../../platform/http/application.ts'
import { pagesOf, type Visit } from '../../platform/http/visit.ts'
import { chooseName } from '../../platform/i18n/localized-text.ts'
import { parameterOf } from '../../platform/input/parameters.ts'
import type { RecordHead } from '../../platform/records/record-head.ts'
import type { RecordKind } from '../../platform/records/record-kind.ts'
import { notFound } from '../../platform/refusal.ts'
import { EmptyState } from '../../ui/blocks/empty-state.tsx'
import { useReader } from '../../ui/reader.tsx'
import { PageHeading } from '../../ui/text/headings.tsx'
import { Moment } from '../../ui/text/moment.tsx'
import { loadNetworkRequest, renderNetworkPage } from '../networks/index.ts'
import { addAddingRoutes } from './adding.pages.tsx'
import { addCorrectionRoutes } from './corrections/pages.tsx'
import { EditPage, editTitle } from './editing/edit-page.tsx'
import { loadEditRequest, partsOf, publishes } from './editing/frame.tsx'
import { addEditingRoutes } from './editing/pages.tsx'
import { type Happening, listHappenings } from './feed.queries.ts'
import { paths } from './paths.ts'
import { mayReadNames } from './policy.ts'
import { listDrafts } from './queries.ts'
import { addSuggestionRoutes } from './suggestions/pages.tsx'
import { addVersionRoutes } from './versions/pages.tsx'

const parts = [
  addVersionRoutes,
  addOverviewRoutes,
  addAddingRoutes,
  addEditingRoutes,
  addSuggestionRoutes,
  addCorrectionRoutes,
  addFeedRoutes,
]

export function addContributionRoutes(app: FastifyInstance, application: Application): void {
  for (const add of parts) add(app, application)
}

/** Each kind of record part by part: where changes start. */
function addOverviewRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  for (const kind of application.records) {
    pages.get(`/:language/:network/${kind.segment}/:slug/edit`, async (visit) => {
      return showOverview(visit, kind)
    })
  }
}

async function showOverview(visit: Visit, kind: RecordKind): Promise<FastifyReply> {
  const { request } = visit
  const loaded = await loadEditRequest(visit, kind)
  const { writing, reader, network, head } = loaded
  const personId = writing.actor.kind === 'person' ? writing.actor.personId : notFound('person')
  const document = await kind.read(writing, network, head.id)
  const call = { context: writing, reader, network, head, document, entryId: null, form: null }
  const parts = await Promise.all(
    partsOf(kind, call).map(async (part) => ({
      part,
      entries: (await part.entries?.(call)) ?? null,
      words: (await part.words?.(call)) ?? '',
    })),
  )
  const below = `/${network.slug}/${kind.segment}/${head.slug}/edit/`
  return renderNetworkPage(loaded, {
    title: editTitle(reader, head),
    description: reader.t('contributions.edit.lead'),
    path: `/${kind.segment}/${head.slug}/edit`,
    noindex: true,
    children: (
      <EditPage
        network={network.slug}
        kind={kind}
        head={head}
        parts={parts}
        drafts={await listDrafts(writing, personId, network.id, below)}
        publishes={publishes(loaded)}
        isPublic={kind.isPublic?.(document) ?? true}
        done={parameterOf(request.query, 'saved') === '1' ? 'saved' : null}
      />
    ),
  })
}

const happeningsAPage = 40

/** Recent changes in a network, for everyone: by organisation for the public, by name for the people of the network. */
function addFeedRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  pages.get('/:language/:network/activity', loadNetworkRequest, async (visit) => {
    const { request, writing, reader, network } = visit
    const kinds = application.records.map(({ kind }) => kind)
    const slice = { limit: happeningsAPage + 1, before: parameterOf(request.query, 'before') ?? null }
    const found = await listHappenings(writing, network.id, kinds, slice)
    const entries = await Promise.all(
      found.slice(0, happeningsAPage).map(async (happening) => {
        const kind = application.records.find((each) => each.kind === happening.kind) ?? null
        return {
          happening,
          kind,
          head: (await kind?.lookUp(writing, network, { id: happening.recordId })) ?? null,
        }
      }),
    )
    return renderNetworkPage(visit, {
      title: reader.t('contributions.feed.title'),
      description: reader.t('contributions.feed.lead'),
      path: '/activity',
      noindex: true,
      width: 'reading',
      children: (
        <FeedPage
          network={network.slug}
          entries={entries}
          hasMore={found.length > happeningsAPage}
          showsNames={mayReadNames(writing.actor, network.id)}
        />
      ),
    })
  })
}

interface FeedEntry {
  happening: Happening
  kind: RecordKind | null
  head: RecordHead | null
}

interface FeedPageProps {
  network: string
  entries: FeedEntry[]
  hasMore: boolean
  showsNames: boolean
}

/** The changes in a network, one after the other, newest first. */
function FeedPage({ network, entries, hasMore, showsNames }: FeedPageProps) {
  const reader = useReader()
  const { t } = reader
  const last = entries.at(-1)
  return (
    <>
      <PageHeading lead={t('contributions.feed.lead')}>{t('contributions.feed.title')}</PageHeading>
      {entries.length === 0 ? (
        <EmptyState title={t('contributions.feed.empty')} why={t('contributions.feed.emptyWhy')} />
      ) : (
        <ol class="entries">
          {entries.map((entry) => (
            <li key={entry.happening.id}>
              <Entry network={network} entry={entry} showsNames={showsNames} />
            </li>
          ))}
        </ol>
      )}
      {hasMore && last ? (
        <p>
          <a href={paths.feed(reader, network, last.happening.id)} rel="next">
            {t('contributions.feed.earlier')}
          </a>
        </p>
      ) : null}
    </>
  )
}

interface EntryProps {
  network: string
  entry: FeedEntry
  showsNames: boolean
}

function Entry({ network, entry: { happening, kind, head }, showsNames }: EntryProps) {
  const reader = useReader()
  const { t } = reader
  const name = head ? chooseName(head.title, reader.language).text : t('contributions.feed.gone')
  const address =
    kind && head
      ? happening.number === null
        ? paths.record(reader, network, kind, head.slug)
        : paths.version(reader, network, kind, head.slug, happening.number)
      : null
  const organisation = happening.organisation
    ? chooseName(happening.organisation.name, reader.language).text
    : null
  const person = showsNames ? happening.personName : null
  const author = [person, organisation].filter(Boolean).join(', ')
  return (
    <>
      <p class="entry-title">
        {address === null ? name : <a href={address}>{name}</a>} ·{' '}
        {t(`contributions.feed.verb.${happening.verb}`)}
      </p>
      <p class="entry-meta">
        {author === '' ? t('contributions.history.secretariat') : author} ·{' '}
        <Moment at={happening.happenedAt} />
      </p>
      {happening.reason ? <q class="reason">{happening.reason}</q> : null}
    </>
  )
}
