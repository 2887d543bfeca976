import type { FormState } from '../../../../../platform/input/form.ts'
import type { RecordKind } from '../../../../../platform/records/record-kind.ts'
import { EmptyState } from '../../../../../ui/blocks/empty-state.tsx'
import { Notice } from '../../../../../ui/blocks/notice.tsx'
import { useReader } from '../../../../../ui/reader.tsx'
import { PageSteps } from '../../../../../ui/table/page-steps.tsx'
import { PageHeading } from '../../../../../ui/text/headings.tsx'
import type { Network } from '../../../../networks/index.ts'
import { paths } from '../../../paths.ts'
import type { Decision, QueueView } from '../../queries.ts'
import type { CoordinatedGroup } from '../groups.ts'
import { PublicationForm } from './publication-form.tsx'
import { type QueueEntry, QueueTable } from './queue-table.tsx'
import { type QueueAddress, QueueTabs } from './queue-tabs.tsx'

interface QueuePageProps {
  network: Network
  groups: CoordinatedGroup[]
  /** Of every group that the reader coordinates. */
  ofAll: boolean
  view: QueueView
  kind: RecordKind | null
  kinds: readonly RecordKind[]
  counts: Record<QueueView, number>
  entries: QueueEntry[]
  page: number
  hasMore: boolean
  seesAll: boolean
  /** One group is looked at, and its reader may say when members' changes are published. */
  mayChoose: boolean
  isChosen: boolean
  /** What was just decided. */
  done: Decision | null
  /** What was chosen of that and not accepted. */
  choosing: FormState | undefined
  now: Temporal.Instant
}

/** What waits to be decided in a network, what was held as likely spam, and what was decided. */
export function QueuePage(props: QueuePageProps) {
  const reader = useReader()
  const { network, view, kind, entries, page, ofAll } = props
  const { t } = reader
  const address = (asked: QueueAddress) =>
    paths.queue(reader, network.slug, {
      view: (asked.view ?? view) === 'open' ? undefined : (asked.view ?? view),
      kind: 'kind' in asked ? asked.kind : kind?.kind,
      group: 'group' in asked ? asked.group : ofAll ? 'all' : undefined,
      page: asked.page && asked.page > 1 ? String(asked.page) : undefined,
    })
  return (
    <>
      <PageHeading lead={t(leadOf(props))}>{t('contributions.queue.title')}</PageHeading>
      {props.done === null ? null : (
        <Notice kind="done" live>
          {t(`contributions.queue.done.${props.done}`)}
        </Notice>
      )}
      <QueueTabs {...props} address={address} />
      {entries.length === 0 ? (
        <EmptyState
          title={t(`contributions.queue.empty.${view}`)}
          why={t(`contributions.queue.emptyWhy.${view}`)}
        />
      ) : (
        <QueueTable {...props} />
      )}
      <PageSteps
        previous={page > 1 ? address({ page: page - 1 }) : null}
        next={props.hasMore ? address({ page: page + 1 }) : null}
      />
      {props.mayChoose ? (
        <PublicationForm
          network={network.slug}
          publication={network.publication}
          isChosen={props.isChosen}
          form={props.choosing}
        />
      ) : null}
    </>
  )
}

function leadOf({ ofAll, seesAll }: QueuePageProps) {
  if (ofAll) return 'contributions.queue.leadAll'
  return seesAll ? 'contributions.queue.lead' : 'contributions.queue.leadOwn'
}
