import { chooseText, type LocalizedText } from '../../../../platform/i18n/localized-text.ts'
import { addressFor } from '../../../../platform/i18n/reader.ts'
import { EntryList } from '../../../../ui/blocks/entry-list.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { PageSteps } from '../../../../ui/table/pagination.tsx'
import { Section } from '../../../../ui/text/headings.tsx'
import { Moment, momentWords } from '../../../../ui/text/moment.tsx'
import { Passage } from '../../../../ui/text/passage.tsx'
import type { Network } from '../../../networks/index.ts'
import { type Issue, shownParts, wordsOf } from '../issue.ts'

/** A page of the drafts that were put aside. */
export interface Discarded {
  issues: readonly Issue[]
  page: number
  hasNext: boolean
}

interface DiscardedSectionProps {
  network: Network
  discarded: Discarded
  /** Another draft exists: none of these can be resumed before it is published or put aside. */
  isOtherMade: boolean
}

// Enough to tell drafts apart: many have the same title.
const mostNamed = 3

/** The drafts that were put aside, each with its first contents and a button to resume it. */
export function DiscardedSection({ network, discarded, isOtherMade }: DiscardedSectionProps) {
  const reader = useReader()
  const { t } = reader
  const { issues, page, hasNext } = discarded
  if (issues.length === 0 && page === 1) return null
  const pageAddress = (number: number) =>
    `${addressFor(reader, `/${network.slug}/newsletter`, { aside: number === 1 ? undefined : String(number) })}#discarded`
  return (
    <Section id="discarded" title={t('newsletter.issues.discarded')}>
      {isOtherMade ? <p>{t('newsletter.issues.resumeLater')}</p> : null}
      <EntryList
        entries={issues.map((issue) => ({
          key: issue.id,
          title: <Passage text={issue.title} as="span" tags={false} />,
          meta: (
            <>
              {t('newsletter.issues.discardedAt')} <Moment at={issue.changedAt} />
            </>
          ),
          body: (
            <>
              <Contents issue={issue} />
              {isOtherMade ? null : <ResumeForm network={network.slug} issue={issue} />}
            </>
          ),
        }))}
      />
      <PageSteps
        previous={page > 1 ? pageAddress(page - 1) : null}
        next={hasNext ? pageAddress(page + 1) : null}
        labels={{
          previous: t('newsletter.issues.discardedLater'),
          next: t('newsletter.issues.discardedEarlier'),
        }}
      />
    </Section>
  )
}

function Contents({ issue }: { issue: Issue }) {
  const reader = useReader()
  const titles = shownParts(issue.parts).flatMap(titlesIn)
  if (titles.length === 0) return <p class="empty-why">{reader.t('newsletter.issues.discardedEmpty')}</p>
  const more = titles.length - mostNamed
  return (
    <p>
      {titles.slice(0, mostNamed).map((title, index) => (
        <>
          {index > 0 ? ' · ' : ''}
          <Passage text={title} as="span" tags={false} />
        </>
      ))}
      {more > 0 ? ` · ${reader.t('newsletter.issues.discardedMore', { count: more })}` : ''}
    </p>
  )
}

function titlesIn(part: Issue['parts'][number]): LocalizedText[] {
  switch (part.kind) {
    case 'items':
      return part.items.map((item) => wordsOf(item).title)
    case 'text':
      return Object.keys(part.title).length > 0 ? [part.title] : []
    default:
      return []
  }
}

function ResumeForm({ network, issue }: { network: string; issue: Issue }) {
  const reader = useReader()
  return (
    <form method="post" action={`/${reader.language}/${network}/newsletter/resumption`}>
      <input type="hidden" name="issue" value={issue.id} />
      <button type="submit" class="button">
        {reader.t('newsletter.issues.resume')}
        <span class="visually-hidden">
          {' '}
          ({chooseText(issue.title, reader.language)?.text}, {momentWords(reader, issue.changedAt)})
        </span>
      </button>
    </form>
  )
}
