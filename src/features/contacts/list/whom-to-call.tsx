import type { ComponentChildren } from 'preact'
import type { NetworkRequest } from '../../networks/index.ts'
import { mayReadPosts } from '../policy.ts'
import { listPosts } from '../posts/queries.ts'
import { findViewer } from '../request.ts'
import { noFilter } from './contact-filter.ts'
import { PostTable } from './post-table.tsx'

/** The posts of some organisations with their holders, for a page that no cache keeps; null for those who see no contacts. */
export async function renderContactsOf(
  { context, reader, network }: Pick<NetworkRequest, 'context' | 'reader' | 'network'>,
  organisationIds: readonly string[],
): Promise<ComponentChildren | null> {
  if (!mayReadPosts(context.actor, network.id)) return null
  const viewer = await findViewer(context, network.id)
  const posts = await Promise.all(
    [...new Set(organisationIds)].map((organisation) =>
      listPosts(context, viewer, { ...noFilter, organisation }),
    ),
  )
  if (posts.every((each) => each.length === 0)) return <p>{reader.t('contacts.organisation.emptyWhy')}</p>
  return (
    <PostTable
      network={network.slug}
      caption={reader.t('contacts.page.title')}
      posts={posts.flat()}
      now={context.clock.now()}
      seesPersons
      showsOrganisation
      mayEdit={() => false}
    />
  )
}
