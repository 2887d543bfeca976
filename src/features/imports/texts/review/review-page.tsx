import type { ComponentChildren } from 'preact'
import { EmptyState } from '../../../../ui/blocks/empty-state.tsx'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { Tabs } from '../../../../ui/blocks/tabs.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { Pagination } from '../../../../ui/table/pagination.tsx'
import { languageAttributes } from '../../../../ui/text/language-attributes.ts'
import { paths } from '../../paths.ts'
import { factViews } from '../facts/queries.ts'
import type { StoredPassage } from '../sources/queries.ts'
import { FactGroups } from './fact-groups.tsx'
import { quotedRuns } from './quoted-runs.ts'
import { factsAPage, type ReviewData } from './review-data.ts'
import { ReviewHead, type ReviewHeadProps } from './review-head.tsx'

export interface ReviewPageProps extends ReviewHeadProps {
  /** Another person's decision on the same fact in the meantime. */
  met: { name: string | null; decision: 'accepted' | 'corrected' | 'refused' } | null
  /** The text had been imported before, and its import was found. */
  isKnown: boolean
  /** How many facts the last action accepted, or the last answer settled. */
  accepted: number | null
  answered: number | null
  /** A link to write the content of a text by hand, for people who may. */
  add: ComponentChildren
  /** The instant at which the page was rendered: later decisions are announced. */
  at: string
}

/** A text on the left, its facts on the right, each compared with the registry. */
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

// The choice of views, with the number of facts in each.
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

interface OutlineListProps {
  data: ReviewData
  /** The address of a page of all facts. */
  href: (page: string | undefined) => string
}

/** The titles of the text: each leads to its place, whichever page of the facts has it. */
function OutlineList({ data, href }: OutlineListProps) {
  const reader = useReader()
  if (data.outline.length < 2) return null
  const isHere = new Set(data.passages.map(({ position }) => position))
  return (
    <details class="read-outline">
      <summary>{reader.t('imports.text.review.outline')}</summary>
      <ol {...languageAttributes(reader, data.text.language ?? 'fr')}>
        {data.outline.map(({ position, level, text, fact }) => {
          const page = fact === null ? 1 : Math.floor(fact / factsAPage) + 1
          const anchor = `#p${position + 1}`
          return (
            <li key={position} class={`outline-${Math.min(level, 3)}`}>
              <a
                href={
                  isHere.has(position) ? anchor : `${href(page === 1 ? undefined : String(page))}${anchor}`
                }
              >
                {text}
              </a>
            </li>
          )
        })}
      </ol>
    </details>
  )
}

const keys = [
  ['j', '↓', 'next'],
  ['k', '↑', 'previous'],
  ['a', null, 'accept'],
  ['b', null, 'beside'],
  ['e', null, 'correct'],
  ['r', null, 'refuse'],
  ['u', null, 'undo'],
  ['?', null, 'help'],
] as const

/** The keys for the buttons; they need scripts. */
function KeyHelp() {
  const { t } = useReader()
  return (
    <details class="key-help" id="keys">
      <summary>{t('imports.text.keys.title')}</summary>
      <p>{t('imports.text.keys.lead')}</p>
      <dl>
        {keys.map(([key, other, act]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
              {other ? (
                <>
                  {' '}
                  <kbd>{other}</kbd>
                </>
              ) : null}
            </dt>
            <dd>{t(`imports.text.keys.${act}`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

/** The text with its passages numbered; each quoted sentence leads to its fact. */
function TextColumn({ data }: { data: ReviewData }) {
  const reader = useReader()
  const language = data.text.language ?? 'fr'
  const anchored = new Set<string>()
  return (
    <section
      class="read-text"
      id="text"
      {...scrolledByKeys}
      aria-label={reader.t('imports.text.review.text')}
      {...languageAttributes(reader, language)}
    >
      {data.passages.map((passage, index) => (
        <>
          {isAfterGap(data.passages[index - 1], passage) ? (
            <p key={`gap-${passage.position}`} class="read-gap" aria-hidden="true">
              …
            </p>
          ) : null}
          <Passage key={passage.position} data={data} passage={passage} anchored={anchored} />
        </>
      ))}
    </section>
  )
}

// Areas that scroll by themselves must be reachable by keyboard.
const scrolledByKeys = { tabindex: 0 }

function isAfterGap(before: StoredPassage | undefined, { position }: StoredPassage): boolean {
  return before !== undefined && position - before.position > 1
}

interface PassageProps {
  data: ReviewData
  passage: StoredPassage
  /** Facts whose sentence has its anchor already: one of two runs is enough. */
  anchored: Set<string>
}

function Passage({ data, passage, anchored }: PassageProps) {
  const quotes = data.facts.flatMap(({ fact: { id, quote } }) =>
    quote.passage === passage.position ? [{ id, start: quote.start, end: quote.end }] : [],
  )
  const runs = quotedRuns(passage.text, quotes).map(({ text, facts }) => {
    const [first] = facts
    if (first === undefined) return text
    const fresh = facts.filter((id) => !anchored.has(id))
    for (const id of fresh) anchored.add(id)
    return (
      <a key={first + text.length} class="quoted" href={`#f-${first}`} data-facts={facts.join(' ')}>
        {fresh.map((id) => (
          <span key={id} id={`q-${id}`} />
        ))}
        {text}
      </a>
    )
  })
  return (
    <p class={`read-passage read-${passage.kind}`} id={`p${passage.position + 1}`}>
      <span class="read-number">{passage.position + 1}</span> {runs}
    </p>
  )
}
