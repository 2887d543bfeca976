import { describeDate } from '../../../../platform/dates/index.ts'
import { EmptyState } from '../../../../ui/blocks/empty-state.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../../ui/text/headings.tsx'
import { paths } from '../../paths.ts'
import type { Post } from '../../posts/queries.ts'
import { postTitle } from '../../posts/views/post-title.ts'
import { FreshnessWords } from '../../views/freshness-words.tsx'
import { PersonName } from '../../views/person-name.tsx'
import { PostButton } from '../../views/post-button.tsx'
import { Reach } from '../../views/reach.tsx'

interface ReviewPageProps {
  network: string
  now: Temporal.Instant
  /** Whose data will be removed soon. */
  ending: Post[]
  /** Not confirmed for half a year or longer. */
  stale: Post[]
  /** How many contacts the reader looks after in all. */
  count: number
}

/** The contacts that want a look: each is confirmed, corrected or removed on the spot. */
export function ReviewPage({ network, now, ending, stale, count }: ReviewPageProps) {
  const reader = useReader()
  const { t } = reader
  const entries = (posts: Post[], isEnding: boolean) => (
    <ul class="contact-review">
      {posts.map((post) => (
        <li key={post.id}>
          <Entry network={network} post={post} now={now} isEnding={isEnding} />
        </li>
      ))}
    </ul>
  )
  return (
    <>
      <PageHeading
        kicker={<a href={paths.list(reader, network)}>{t('contacts.page.title')}</a>}
        lead={t('contacts.review.lead')}
      >
        {t('contacts.review.title')}
      </PageHeading>
      {ending.length > 0 ? (
        <Section id="ending" title={t('contacts.review.ending')} aside={String(ending.length)}>
          <p>{t('contacts.review.endingLead')}</p>
          {entries(ending, true)}
        </Section>
      ) : null}
      {stale.length > 0 ? (
        <Section id="stale" title={t('contacts.review.stale')} aside={String(stale.length)}>
          {entries(stale, false)}
        </Section>
      ) : null}
      {ending.length + stale.length === 0 ? (
        <EmptyState
          title={t('contacts.review.doneTitle')}
          why={t('contacts.review.doneWhy', { count })}
          next={<a href={paths.list(reader, network)}>{t('contacts.page.all')}</a>}
        />
      ) : null}
    </>
  )
}

interface EntryProps {
  network: string
  post: Post
  now: Temporal.Instant
  isEnding: boolean
}

function Entry({ network, post, now, isEnding }: EntryProps) {
  const reader = useReader()
  const { t } = reader
  const { holder } = post
  if (holder === null) return null
  const to = (step: string) => paths.step(reader, network, post.id, step)
  const title = postTitle(reader, post)
  return (
    <>
      <h3>
        <a href={paths.post(reader, network, post.id)}>{title}</a>
      </h3>
      <p>
        <PersonName name={holder.name} />
      </p>
      <p>
        <Reach holder={holder} />
      </p>
      <p class="quiet">
        {isEnding ? (
          t('contacts.review.until', {
            date: describeDate(holder.retentionUntil, reader.interfaceLanguage),
          })
        ) : (
          <>
            {t('contacts.field.confirmed')} <FreshnessWords {...holder} now={now} />
          </>
        )}
      </p>
      <div class="part-actions">
        <PostButton
          action={to(isEnding ? 'extension' : 'confirmation')}
          label={t(isEnding ? 'contacts.action.extend' : 'contacts.action.confirm')}
          fields={{ from: 'review' }}
          about={title}
          isPrimary
        />
        <a class="button" href={to('holder')}>
          {t('contacts.action.correct')}
        </a>
        <PostButton
          action={to('erasure')}
          label={t('contacts.removal.erase')}
          fields={{ from: 'review', contact: holder.contactId }}
          about={title}
        />
      </div>
    </>
  )
}
