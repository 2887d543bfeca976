import type { FastifyInstance } from 'fastify'
import { describeDate } from '../../../platform/dates/index.ts'
import type { Application } from '../../../platform/http/application.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import { notFound } from '../../../platform/refusal.ts'
import { EmptyState } from '../../../ui/blocks/empty-state.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { renderNetworkPage } from '../../networks/index.ts'
import { freshness } from '../list/contact-filter.ts'
import { paths } from '../paths.ts'
import { mayAddContacts, mayEditContacts } from '../policy.ts'
import { listPosts, type Post } from '../posts/queries.ts'
import { loadContactsRequest, noStoreForContacts } from '../request.ts'
import { endsSoon } from '../retention/keep-until.ts'
import { PersonName } from '../views/person-name.tsx'
import { PostButton } from '../views/post-button.tsx'
import { FreshnessWords, postTitle } from '../views/post-words.tsx'
import { Reach } from '../views/reach.tsx'

/** The page on which a person reviews the contacts they look after, one after the other. */
export function addReviewRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStoreForContacts)
  pages.get('/:language/:network/contacts/review', loadContactsRequest, async (visit) => {
    const { context, reader, network, viewer } = visit
    if (!mayAddContacts(viewer.actor, network.id)) notFound('review')
    const posts = await listPosts(context, viewer)
    const theirs = posts.filter(
      ({ holder, organisation }) =>
        holder?.withheld === null &&
        !holder.isRemoved &&
        mayEditContacts(viewer.actor, network.id, organisation.id),
    )
    const now = context.clock.now()
    return renderNetworkPage(visit, {
      title: reader.t('contacts.review.title'),
      description: reader.t('contacts.review.lead'),
      path: '/contacts/review',
      noindex: true,
      children: (
        <ReviewPage
          network={network.slug}
          now={now}
          ending={theirs.filter(({ holder }) => holder && endsSoon(context.clock, holder.retentionUntil))}
          stale={theirs.filter(
            (post) => post.holder && freshness(post, post.holder.confirmedAt, now) !== 'fresh',
          )}
          count={theirs.length}
        />
      ),
    })
  })
}

interface ReviewPageProps {
  network: string
  now: Temporal.Instant
  /** Posts whose holder’s data will be removed soon. */
  ending: Post[]
  /** Not confirmed for half a year or longer, or since an election. */
  stale: Post[]
  /** How many contacts the reader looks after in all. */
  count: number
}

/** The contacts that need a review: each is confirmed, corrected or removed here. */
function ReviewPage({ network, now, ending, stale, count }: ReviewPageProps) {
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
            {t('contacts.field.confirmed')} <FreshnessWords {...holder} post={post} now={now} />
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
