import { capitalized } from '../../../../../platform/i18n/capitalized.ts'
import { chooseName } from '../../../../../platform/i18n/localized-text.ts'
import type { RecordKind } from '../../../../../platform/records/record-kind.ts'
import { Tabs } from '../../../../../ui/blocks/tabs.tsx'
import { useReader } from '../../../../../ui/reader.tsx'
import type { Network } from '../../../../networks/index.ts'
import { paths } from '../../../paths.ts'
import { type QueueView, queueViews } from '../../queries.ts'
import type { CoordinatedGroup } from '../groups.ts'

interface QueueTabsProps {
  network: Network
  /** Those that the reader coordinates. */
  groups: CoordinatedGroup[]
  ofAll: boolean
  view: QueueView
  kind: RecordKind | null
  kinds: readonly RecordKind[]
  counts: Record<QueueView, number>
  seesAll: boolean
  /** Where another part of the queue is. */
  address(asked: QueueAddress): string
}

export interface QueueAddress {
  view?: QueueView
  kind?: string | undefined
  group?: 'all' | undefined
  page?: number
}

/** What part of a queue is looked at: by state, by kind of record, by group. */
export function QueueTabs({ groups, kinds, ...asked }: QueueTabsProps) {
  const reader = useReader()
  const { t } = reader
  const { address, kind } = asked
  const views = queueViews.filter((each) => each !== 'held' || asked.seesAll)
  const total = groups.reduce((sum, { waiting }) => sum + waiting, 0)
  return (
    <>
      <Tabs
        tabs={views.map((each) => ({
          label: `${t(`contributions.queue.view.${each}`)} (${asked.counts[each]})`,
          href: address({ view: each }),
          current: each === asked.view,
        }))}
      />
      {groups.length > 1 ? (
        <Tabs
          label={t('contributions.queue.groups')}
          tabs={[
            ...groups.map(({ network, waiting }) => ({
              label: `${chooseName(network.name, reader.language).text} (${waiting})`,
              href:
                network.id === asked.network.id
                  ? address({ group: undefined })
                  : paths.queue(reader, network.slug),
              current: !asked.ofAll && network.id === asked.network.id,
            })),
            {
              label: `${t('contributions.queue.everyGroup')} (${total})`,
              href: address({ group: 'all' }),
              current: asked.ofAll,
            },
          ]}
        />
      ) : null}
      {kinds.length > 1 && (kind !== null || asked.counts[asked.view] > 0) ? (
        <Tabs
          label={t('contributions.queue.kind')}
          tabs={[
            {
              label: t('contributions.queue.anyKind'),
              href: address({ kind: undefined }),
              current: kind === null,
            },
            ...kinds.map((each) => ({
              label: capitalized(t(each.noun), reader.interfaceLanguage),
              href: address({ kind: each.kind }),
              current: kind === each,
            })),
          ]}
        />
      ) : null}
    </>
  )
}
