import type { RecordLink } from '../../../platform/records/record-link.ts'
import { countWishesOf } from './board/queries.ts'
import { paths } from './paths.ts'

/** From the page of an authority to what it looks for and offers; nothing where it does neither. */
export const linkToWishes: RecordLink = async ({ context, reader, network, kind, record }) => {
  if (kind !== 'organisation') return null
  const count = await countWishesOf(context, network.id, record.id)
  if (count === 0) return null
  return {
    href: paths.board(reader, network.slug, { organisation: record.slug }),
    label: reader.t('partners.wish.ofAuthority', { count }),
  }
}
