import { chooseText } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { EmptyState } from '../../../../ui/blocks/empty-state.tsx'
import { Tabs } from '../../../../ui/blocks/tabs.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { DataTable } from '../../../../ui/table/data-table.tsx'
import { PageSteps } from '../../../../ui/table/pagination.tsx'
import { dateWords } from '../../../../ui/text/date-words.ts'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import { Moment } from '../../../../ui/text/moment.tsx'
import { paths } from '../paths.ts'
import { type Proposal, stateOf } from '../proposal.ts'
import { type View, views } from '../queries.ts'
import { proposalTitle } from './proposal-page.tsx'

interface QueuePageProps {
  network: { slug: string }
  view: View
  counts: Record<View, number>
  proposals: Proposal[]
  page: number
  hasMore: boolean
}

/** The events proposed for the agenda: waiting, held as likely spam, decided. */
export function QueuePage({ network, view, counts, proposals, page, hasMore }: QueuePageProps) {
  const reader = useReader()
  const { t } = reader
  const address = (asked: { view?: View; page?: number }) => {
    const shown = asked.view ?? view
    return paths.queue(reader, network.slug, {
      view: shown === 'waiting' ? undefined : shown,
      page: asked.page && asked.page > 1 ? String(asked.page) : undefined,
    })
  }
  return (
    <>
      <PageHeading lead={t('agenda.proposals.lead')}>{t('agenda.proposals.title')}</PageHeading>
      <Tabs
        tabs={views.map((each) => ({
          label: `${t(`agenda.proposals.view.${each}`)} (${counts[each]})`,
          href: address({ view: each }),
          current: each === view,
        }))}
      />
      {proposals.length === 0 ? (
        <EmptyState
          title={t(`agenda.proposals.empty.${view}`)}
          why={t(`agenda.proposals.emptyWhy.${view}`)}
        />
      ) : (
        <ProposalTable network={network} proposals={proposals} />
      )}
      <PageSteps
        previous={page > 1 ? address({ page: page - 1 }) : null}
        next={hasMore ? address({ page: page + 1 }) : null}
      />
    </>
  )
}

function ProposalTable({ network, proposals }: Pick<QueuePageProps, 'network' | 'proposals'>) {
  const reader = useReader()
  const { t } = reader
  return (
    <DataTable
      caption={t('agenda.proposals.title')}
      captionHidden
      rows={proposals}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'title',
          label: t('agenda.text.event'),
          header: true,
          wide: true,
          cell: (proposal) => (
            <a
              href={paths.proposal(reader, network.slug, proposal.id)}
              lang={titleLanguage(reader, proposal)}
            >
              {proposalTitle(reader, proposal)}
            </a>
          ),
        },
        {
          key: 'when',
          label: t('agenda.event.when'),
          cell: ({ document: { when, words } }) =>
            when === null ? t('agenda.event.noDate') : dateWords(reader, when, words).shown,
        },
        { key: 'body', label: t('agenda.proposals.by'), cell: ({ body }) => body },
        {
          key: 'state',
          label: t('agenda.proposals.state'),
          cell: (proposal) => (
            <>
              {t(`agenda.proposals.state.${stateOf(proposal)}`)}
              {proposal.heldFor !== null && proposal.decision === null
                ? ` (${t(`ui.held.${proposal.heldFor}`)})`
                : null}
              {proposal.assigned?.name
                ? `, ${t('agenda.proposals.with', { name: proposal.assigned.name })}`
                : null}
            </>
          ),
        },
        {
          key: 'since',
          label: t('agenda.proposals.since'),
          cell: ({ createdAt, decidedAt, wish }) => <Moment at={wish?.at ?? decidedAt ?? createdAt} />,
        },
      ]}
    />
  )
}

function titleLanguage(reader: Reader, { document }: Proposal): string | undefined {
  const chosen = chooseText(document.title, reader.language)
  return chosen && chosen.language !== reader.interfaceLanguage ? chosen.language : undefined
}
