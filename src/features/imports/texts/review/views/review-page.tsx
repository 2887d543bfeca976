import type { ComponentChildren } from 'preact'
import { EmptyState } from '../../../../../ui/blocks/empty-state.tsx'
import { Notice } from '../../../../../ui/blocks/notice.tsx'
import { Tabs } from '../../../../../ui/blocks/tabs.tsx'
import { useReader } from '../../../../../ui/reader.tsx'
import { Pagination } from '../../../../../ui/table/pagination.tsx'
import { paths } from '../../../paths.ts'
import { factViews } from '../../facts/stages/queries.ts'
import type { Left } from '../../takings/left/left.ts'
import { factsAPage, type ReviewData } from '../review-data.ts'
import { FactGroups } from './fact-groups.tsx'
import { KeyHelp } from './key-help.tsx'
import { OutlineList } from './outline-list.tsx'
import { ReviewHead } from './review-head.tsx'
import { TextColumn } from './text-column.tsx'

export interface ReviewPageProps {
  network: string
  data: ReviewData
  /** What somebody else decided while this was sent. */
  met: { name: string | null; decision: 'accepted' | 'corrected' | 'refused' } | null
  /** The text had been imported before, and its import was found. */
  isKnown: boolean
  /** How many facts the last act accepted, or the last answer settled. */
  accepted: number | null
  answered: number | null
  /** What people changed since, where something is to be taken back, and the form that asked for it. */
  kept: { list: readonly Left[]; action: string; undo: string | null } | null
  /** The way to write by hand what a text says, for whoever may. */
  add: ComponentChildren
  /** The instant at which the page was drawn: decisions since then are told. */
  at: string
}

/** A text on the left, what it says on the right, and the registry beside each fact. */
export function ReviewPage(props: ReviewPageProps) {
  const reader = useReader()
  const { network, data } = props
  const { t } = reader
  const { text, view, page, counts } = data
  const address = (parameters: Record<string, string | undefined>) =>
    paths.text(reader, network, text.id, parameters)
  const shown = { view: view === 'all' ? undefined : view, page: page === 1 ? undefined : String(page) }
  const call = {
    reader,
    network,
    data,
    action: `${paths.ofText(reader, network, text.id, 'decisions')}?view=${view}&page=${page}`,
    hasOther: data.accounts.length > 0,
  }
  return (
    <div
      class="review"
      data-review={paths.ofText(reader, network, text.id, 'progress')}
      data-at={props.at}
      data-told={t('imports.text.review.told', { name: '#', decision: '%' })}
    >
      <ReviewHead {...props} />
      <div class="review-notices">
        {props.isKnown ? <Notice>{t('imports.text.review.known')}</Notice> : null}
        {props.met ? (
          <Notice kind="warning" live>
            {t('imports.text.review.met', {
              name: props.met.name ?? t('imports.text.fact.somebody'),
              decision: t(`imports.text.decision.${props.met.decision}`),
            })}
          </Notice>
        ) : null}
        {props.accepted === null ? null : (
          <Notice kind={props.accepted === 0 ? 'information' : 'done'} live>
            {t('imports.text.review.accepted', { count: props.accepted })}
          </Notice>
        )}
        {props.answered === null ? null : (
          <Notice kind="done" live>
            {t('imports.text.review.answered', { count: props.answered })}
          </Notice>
        )}
      </div>
      <p class="visually-hidden" role="status" data-live />
      {counts.all === 0 ? null : <Views {...props} />}
      <div class="review-columns">
        <div class="review-text">
          <OutlineList data={data} href={(page) => address({ page })} />
          <TextColumn data={data} />
        </div>
        <div class="review-facts" id="facts">
          <h2 class="visually-hidden">{t('imports.text.review.facts')}</h2>
          {data.facts.length === 0 ? (
            <EmptyState
              title={t(`imports.text.empty.${view}`)}
              why={t(`imports.text.emptyWhy.${view}`)}
              next={view === 'all' ? props.add : null}
            />
          ) : (
            <FactGroups call={call} />
          )}
          <Pagination
            page={page}
            pages={Math.ceil(counts[view] / factsAPage)}
            href={(number) => address({ ...shown, page: number === 1 ? undefined : String(number) })}
          />
        </div>
      </div>
      <KeyHelp />
    </div>
  )
}

// Which facts are shown, and how many there are of each.
function Views({ network, data: { text, view, counts } }: ReviewPageProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <Tabs
      label={t('imports.text.review.views')}
      tabs={factViews.map((each) => ({
        label: (
          <>
            {t(`imports.text.view.${each}`)} <span class="count">{counts[each]}</span>
          </>
        ),
        href: paths.text(reader, network, text.id, { view: each === 'all' ? undefined : each }),
        current: each === view,
      }))}
    />
  )
}
