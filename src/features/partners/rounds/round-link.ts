import type { RecordLink } from '../../../platform/records/record-link.ts'
import { paths } from '../paths.ts'
import { mayAdvise, mayReadAmongMembers } from '../policy.ts'
import { hasRound } from './queries.ts'

/** Links a meeting to its tour de table: for people who take part in the network where there is one, else for people who may open it. */
export const roundLink: RecordLink = async ({ context, reader, network, kind, record }) => {
  if (kind !== 'meeting' || !mayReadAmongMembers(context.actor, network.id)) return null
  const has = await hasRound(context, record.id)
  if (!has && !mayAdvise(context.actor, network.id)) return null
  return {
    href: paths.round(reader, network.slug, record.slug),
    label: reader.t(has ? 'partners.round.link' : 'partners.round.openIt'),
  }
}
