import { chooseText } from '../../../../../platform/i18n/localized-text.ts'
import { EmptyState } from '../../../../../ui/blocks/empty-state.tsx'
import { Tabs } from '../../../../../ui/blocks/tabs.tsx'
import { useReader } from '../../../../../ui/reader.tsx'
import { DataTable } from '../../../../../ui/table/data-table.tsx'
import { PageSteps } from '../../../../../ui/table/page-steps.tsx'
import { PageHeading } from '../../../../../ui/text/headings.tsx'
import { languageAttributes } from '../../../../../ui/text/language-attributes.ts'
import { Moment } from '../../../../../ui/text/moment.tsx'
import { TieLine } from '../../../../../ui/tie/tie-line.tsx'
import type { CooperationRow } from '../../../../registry/index.ts'
import { paths as wishPaths } from '../../../wishes/paths.ts'
import { type Introduction, saidState } from '../../introduction.ts'
import { paths } from '../../paths.ts'
import { type ListView, listViews } from '../../queries.ts'
import { talksLine } from '../../talks/views/talks-page.tsx'

interface IntroductionsPageProps {
  network: string
  isAdviser: boolean
  view: ListView
  introductions: Introduction[]
  /** The cooperations that the two authorities of each have, by its id. */
  ties: ReadonlyMap<string, CooperationRow[]>
  page: number
  hasMore: boolean
}

/** The talks in which the reader takes part: those that go on, those that ended, and for the secretariat what was held as likely spam. */
export function IntroductionsPage(props: IntroductionsPageProps) {
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
