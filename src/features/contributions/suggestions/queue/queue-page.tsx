import type { Context } from '../../../../platform/context/context.ts'
import { capitalized } from '../../../../platform/i18n/capitalized.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import type { FormState } from '../../../../platform/input/form.ts'
import type { RecordKind } from '../../../../platform/records/record-kind.ts'
import { EmptyState } from '../../../../ui/blocks/empty-state.tsx'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { Tabs } from '../../../../ui/blocks/tabs.tsx'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { Form } from '../../../../ui/form/form.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { PageSteps } from '../../../../ui/table/pagination.tsx'
import { PageHeading, Section } from '../../../../ui/text/headings.tsx'
import { listNetworks, type Network, publications } from '../../../networks/index.ts'
import { paths } from '../../paths.ts'
import { mayCoordinate } from '../../policy.ts'
import { countWaiting, type Decision, type QueueView, queueViews } from '../queries.ts'
import { type QueueEntry, QueueTable } from './queue-table.tsx'

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
  /** The page shows one group, and its reader may say when members’ changes are published. */
  mayChoose: boolean
  isChosen: boolean
  /** The decision just made. */
  done: Decision | null
  /** The setting that was sent and not accepted. */
  choosing: FormState | undefined
  now: Temporal.Instant
}

/** What waits for a decision in a network, what is held as likely spam, and what was decided. */
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

interface PublicationFormProps {
  network: string
  /** The group’s present setting. */
  publication: string
  isChosen: boolean
  form: FormState | undefined
}

/** Where coordinators of a group say whether members’ changes are published at once or after review. */
function PublicationForm({ network, publication, isChosen, form }: PublicationFormProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <Section id="publication" title={t('contributions.publication.title')}>
      {isChosen ? (
        <Notice kind="done" live>
          {t('contributions.publication.chosen')}
        </Notice>
      ) : null}
      <Form action={paths.publication(reader, network)} form={form}>
        <ChoiceField
          name="publication"
          label={t('contributions.publication.label')}
          hint={t('contributions.publication.hint')}
          options={publications.map((value) => ({
            value,
            label: t(`contributions.publication.${value}`),
            hint: t(`contributions.publication.hint.${value}`),
          }))}
          chosen={[publication]}
          required
        />
        <p class="form-end">
          <button class="button" type="submit">
            {t('contributions.publication.choose')}
          </button>
        </p>
      </Form>
    </Section>
  )
}

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
  /** The address of another part of the queue. */
  address(asked: QueueAddress): string
}

interface QueueAddress {
  view?: QueueView
  kind?: string | undefined
  group?: 'all' | undefined
  page?: number
}

/** The parts of a queue: by state, by kind of record, by group. */
function QueueTabs({ groups, kinds, ...asked }: QueueTabsProps) {
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

/** A group in whose queue the reader decides, and how many suggestions wait there. */
interface CoordinatedGroup {
  network: Network
  waiting: number
}

/** The groups that the reader coordinates: the present one, and each other in which something waits. None for others. */
export async function listCoordinatedGroups(context: Context, here: Network): Promise<CoordinatedGroup[]> {
  const own = (await listNetworks(context)).filter(({ id }) => mayCoordinate(context.actor, id))
  if (!own.some(({ id }) => id === here.id)) return []
  const waiting = await countWaiting(
    context,
    own.map(({ id }) => id),
  )
  return own
    .map((network) => ({ network, waiting: waiting.get(network.id) ?? 0 }))
    .filter((group) => group.network.id === here.id || group.waiting > 0)
}
