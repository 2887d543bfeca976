import { EmptyState } from '../../../../../ui/blocks/empty-state.tsx'
import { Notice } from '../../../../../ui/blocks/notice.tsx'
import { Tabs } from '../../../../../ui/blocks/tabs.tsx'
import { useReader } from '../../../../../ui/reader.tsx'
import { Filters } from '../../../../../ui/table/filters.tsx'
import { Pagination, ResultCount } from '../../../../../ui/table/pagination.tsx'
import { PageHeading } from '../../../../../ui/text/headings.tsx'
import type { Network } from '../../../../networks/index.ts'
import { paths } from '../../paths.ts'
import type { LastReturn } from '../../returns/queries.ts'
import type { Subscription } from '../../subscription.ts'
import { type ListFilter, listParameters, listStates } from '../filter.ts'
import type { SubscriberCount } from '../queries.ts'
import { CountTable } from './count-table.tsx'
import { ReaderTable } from './reader-table.tsx'

interface ListPageProps {
  network: Network
  filter: ListFilter
  counts: SubscriberCount[]
  people: Subscription[]
  returns: ReadonlyMap<string, LastReturn>
  total: number
  page: number
  pages: number
  first: number
  /** What was just done, and of whom. */
  done: 'removed' | 'returned' | 'added' | 'decided' | null
  about: Subscription | null
}

/** Who reads the letter, has not confirmed it yet, or left. */
export function ListPage(props: ListPageProps) {
  const reader = useReader()
  const { network, filter, counts, people, total } = props
  const { t } = reader
  const href = (parameters: Record<string, string | undefined>) =>
    paths.list(reader, network.slug, parameters)
  const sum = (state: string) =>
    counts.filter((each) => each.state === state).reduce((all, { count }) => all + count, 0)
  return (
    <>
      <PageHeading
        lead={t('newsletter.subscribers.listLead')}
        actions={
          <>
            <a class="button" href={paths.add(reader, network.slug)}>
              {t('newsletter.subscribers.add')}
            </a>
            <a class="button" href={paths.import(reader, network.slug)}>
              {t('newsletter.subscribers.import')}
            </a>
            <a class="button" href={paths.members(reader, network.slug)}>
              {t('newsletter.subscribers.members')}
            </a>
            <a class="button" href={paths.table(reader, network.slug)}>
              {t('newsletter.subscribers.table')}
            </a>
            <a class="button" href={paths.subscribe(reader, network.slug)}>
              {t('newsletter.subscribers.form')}
            </a>
          </>
        }
      >
        {t('newsletter.subscribers.list')}
      </PageHeading>
      <DoneNotice {...props} />
      <CountTable counts={counts} />
      <Tabs
        label={t('newsletter.subscribers.states')}
        tabs={listStates.map((state) => ({
          label: `${t(`newsletter.subscribers.state.${state}`)} (${sum(state)})`,
          href: href(listParameters({ ...filter, state })),
          current: filter.state === state,
        }))}
      />
      <Filters
        action={href({})}
        kept={filter.state === 'subscribed' ? {} : { state: filter.state }}
        fields={[
          {
            type: 'search',
            name: 'q',
            label: t('newsletter.subscribers.search'),
            value: filter.words,
          },
        ]}
      />
      {people.length === 0 ? (
        <EmptyState
          title={t(
            filter.words
              ? 'newsletter.subscribers.noneFound'
              : `newsletter.subscribers.empty.${filter.state}`,
          )}
          next={
            filter.words ? (
              <a href={href(listParameters({ ...filter, words: '' }))}>{t('newsletter.subscribers.all')}</a>
            ) : filter.state === 'subscribed' ? (
              <a href={paths.subscribe(reader, network.slug)}>{t('newsletter.subscribers.form')}</a>
            ) : (
              <a href={href({})}>{t('newsletter.subscribers.all')}</a>
            )
          }
        />
      ) : (
        <>
          <ResultCount total={total} first={props.first} last={props.first + people.length - 1} />
          <ReaderTable network={network.slug} people={people} returns={props.returns} state={filter.state} />
          <Pagination
            page={props.page}
            pages={props.pages}
            href={(page) => href({ ...listParameters(filter), page: page === 1 ? undefined : String(page) })}
          />
        </>
      )}
      <p class="form-note">
        {t(
          filter.state === 'returned'
            ? 'newsletter.subscribers.returnedNote'
            : 'newsletter.subscribers.listNote',
        )}
      </p>
    </>
  )
}

function DoneNotice({ network, done, about }: ListPageProps) {
  const reader = useReader()
  const { t } = reader
  if (done === 'decided')
    return (
      <Notice kind="done" live>
        {t('newsletter.subscribers.did.decided')}
      </Notice>
    )
  if (done === null || about?.address == null) return null
  return (
    <Notice kind="done" live>
      <p>{t(`newsletter.subscribers.did.${done}`, { address: about.address })}</p>
      {done === 'removed' && about.leftBy === 'coordinator' ? (
        <form method="post" action={paths.removal(reader, network.slug, about.id, 'return')}>
          <button type="submit" class="button">
            {t('newsletter.subscribers.undo')}
          </button>
        </form>
      ) : null}
    </Notice>
  )
}
