import type { RecordLink } from '../../platform/records/record-link.ts'
import { paths } from './paths.ts'
import { mayReadPosts } from './policy.ts'
import { hasPublishedPosts } from './posts/queries.ts'

/** Link from an organisation to its contacts: for readers of the contacts, and for everyone if the functions are published. */
export const organisationLink: RecordLink = async ({ context, reader, network, kind, record }) => {
  if (kind !== 'organisation') return null
  const isTheirs =
    mayReadPosts(context.actor, network.id) || (await hasPublishedPosts(context, network.id, record.id))
  if (!isTheirs) return null
  const label = reader.t('contacts.page.title')
  return { href: paths.organisation(reader, network.slug, record.slug), label }
}
