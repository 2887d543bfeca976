import type { ComponentChildren } from 'preact'
import { EmptyState } from '../../../ui/blocks/empty-state.tsx'
import { Section } from '../../../ui/text/headings.tsx'
import type { NetworkRequest } from '../../networks/index.ts'
import { paths } from '../paths.ts'
import { mayReadPosts } from '../policy.ts'
import { listPosts, type Post } from '../posts/queries.ts'
import { findViewer } from '../request.ts'
import { contactFilter } from './contact-filter.ts'
import { ContactFilters } from './contacts-page.tsx'
import { PostTable } from './post-table.tsx'

/** The held posts with a trade, and who holds them as contacts show them to this reader; null for those who see no contacts. */
export async function renderPostsToAsk({
  request,
  context,
  reader,
  network,
}: Pick<NetworkRequest, 'request' | 'context' | 'reader' | 'network'>): Promise<ComponentChildren | null> {
  if (!mayReadPosts(context.actor, network.id)) return null
  const viewer = await findViewer(context, network.id)
  const hasTrade = ({ isHeld, trades }: Post) => isHeld && trades.length > 0
  const all = (await listPosts(context, viewer)).filter(hasTrade)
  if (all.length === 0) return null
  const filter = contactFilter.read(request.query)
  const posts = (await listPosts(context, viewer, filter)).filter(hasTrade)
  const address = (parameters = {}) => paths.people(reader, network.slug, parameters)
  const title = reader.t('contacts.people.directory')
  return (
    <Section id="posts" title={title} aside={String(posts.length)}>
      <ContactFilters address={address} all={all} filter={filter} seesPersons={false} />
      {posts.length === 0 ? (
        <EmptyState
          title={reader.t('contacts.page.noneTitle')}
          next={<a href={address()}>{reader.t('contacts.page.all')}</a>}
        />
      ) : (
        <PostTable
          network={network.slug}
          caption={title}
          posts={posts}
          now={context.clock.now()}
          seesPersons
          showsOrganisation
          mayEdit={() => false}
        />
      )}
    </Section>
  )
}
