import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import { chooseText } from '../../../platform/i18n/localized-text.ts'
import { isCode } from '../../../platform/input/code.ts'
import { parameterOf, readPageNumber } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusal.ts'
import { EmptyState } from '../../../ui/blocks/empty-state.tsx'
import { Tabs } from '../../../ui/blocks/tabs.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { PageSteps } from '../../../ui/table/pagination.tsx'
import { PageHeading } from '../../../ui/text/headings.tsx'
import { languageAttributes } from '../../../ui/text/language-attributes.ts'
import { Moment } from '../../../ui/text/moment.tsx'
import { TieLine } from '../../../ui/tie/tie-line.tsx'
import { loadNetworkRequest, renderNetworkPage } from '../../networks/index.ts'
import type { CooperationSummary } from '../../registry/index.ts'
import { mayAdvise, mayReadAmongMembers } from '../policy.ts'
import { paths as wishPaths } from '../wishes/paths.ts'
import { addFollowedRoutes } from './by-link.pages.tsx'
import { addInterestRoutes } from './interest/pages.tsx'
import { type Introduction, saidState } from './introduction.ts'
import { paths } from './paths.ts'
import { type ListView, listIntroductions, listTiesOf, listViews } from './queries.ts'
import { addTalksRoutes } from './talks/pages.tsx'
import { talksLine } from './talks/talks-page.tsx'

/** From “we are interested” to a cooperation: the form, the talks, those without an account. */
export function addIntroductionRoutes(app: FastifyInstance, application: Application): void {
  for (const add of [addInterestRoutes, addListRoutes, addTalksRoutes, addFollowedRoutes])
    add(app, application)
}

const introductionsAPage = 50

/** The talks that a person takes part in. */
function addListRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  pages.get('/:language/:network/partners/introductions', loadNetworkRequest, async (visit) => {
    const { request, writing, reader, network } = visit
    if (!mayReadAmongMembers(writing.actor, network.id)) notFound('introductions')
    const isAdviser = mayAdvise(writing.actor, network.id)
    const wanted = parameterOf(request.query, 'view')
    const view = isCode(listViews, wanted) && (isAdviser || wanted !== 'held') ? wanted : 'open'
    const page = readPageNumber(request.query)
    const found = await listIntroductions(writing, network.id, view, {
      limit: introductionsAPage + 1,
      offset: (page - 1) * introductionsAPage,
    })
    const introductions = found.slice(0, introductionsAPage)
    const ties = await listTiesOf(
      writing,
      network.id,
      introductions.map(({ id }) => id),
    )
    return renderNetworkPage(visit, {
      title: reader.t('partners.introduction.list.title'),
      description: reader.t('partners.introduction.list.lead'),
      path: '/partners/introductions',
      noindex: true,
      children: (
        <IntroductionsPage
          network={network.slug}
          isAdviser={isAdviser}
          view={view}
          introductions={introductions}
          ties={ties}
          page={page}
          hasMore={found.length > introductionsAPage}
        />
      ),
    })
  })
}

interface IntroductionsPageProps {
  network: string
  isAdviser: boolean
  view: ListView
  introductions: Introduction[]
  /** The cooperations that the two authorities of each have, by its id. */
  ties: ReadonlyMap<string, CooperationSummary[]>
  page: number
  hasMore: boolean
}

/** The talks in which the reader takes part: those that go on, those that ended, and for the secretariat what was held as likely spam. */
function IntroductionsPage(props: IntroductionsPageProps) {
  const reader = useReader()
  const { network, isAdviser, view, introductions, page, hasMore } = props
  const { t } = reader
  const address = (asked: { view?: ListView; page?: number }) => {
    const shown = asked.view ?? view
    return paths.list(reader, network, {
      view: shown === 'open' ? undefined : shown,
      page: asked.page && asked.page > 1 ? String(asked.page) : undefined,
    })
  }
  return (
    <>
      <PageHeading lead={t('partners.introduction.list.lead')}>
        {t('partners.introduction.list.title')}
      </PageHeading>
      <Tabs
        tabs={listViews
          .filter((each) => isAdviser || each !== 'held')
          .map((each) => ({
            label: t(`partners.introduction.list.view.${each}`),
            href: address({ view: each }),
            current: each === view,
          }))}
      />
      {introductions.length === 0 ? (
        <EmptyState
          title={t('partners.introduction.list.empty')}
          why={t('partners.introduction.list.emptyWhy')}
          next={<a href={wishPaths.board(reader, network)}>{t('partners.board.title')}</a>}
        />
      ) : (
        <IntroductionTable {...props} />
      )}
      <PageSteps
        previous={page > 1 ? address({ page: page - 1 }) : null}
        next={hasMore ? address({ page: page + 1 }) : null}
      />
    </>
  )
}

function IntroductionTable({ network, isAdviser, introductions, ties }: IntroductionsPageProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <DataTable
      caption={t('partners.introduction.list.title')}
      captionHidden
      rows={introductions}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'who',
          label: t('partners.introduction.list.who'),
          header: true,
          wide: true,
          cell: (each) => (
            <TieLine
              {...talksLine(reader, each, ties.get(each.id) ?? [])}
              href={paths.introduction(reader, network, each.id)}
            />
          ),
        },
        {
          key: 'about',
          label: t('partners.introduction.list.wish'),
          cell: ({ wish }) => {
            const title = chooseText(wish.title, reader.language)
            return (
              <span {...languageAttributes(reader, title?.language ?? reader.language)}>{title?.text}</span>
            )
          },
        },
        {
          key: 'state',
          label: t('partners.introduction.list.state'),
          cell: (each) => t(`partners.introduction.state.${saidState(each, isAdviser)}`),
        },
        {
          key: 'adviser',
          label: t('partners.introduction.adviser'),
          cell: ({ adviser }) => adviser?.name ?? t('partners.introduction.list.nobody'),
        },
        {
          key: 'since',
          label: t('partners.introduction.list.moved'),
          cell: ({ updatedAt }) => <Moment at={updatedAt} />,
        },
      ]}
    />
  )
}
