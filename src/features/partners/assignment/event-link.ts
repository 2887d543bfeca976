import type { RecordLink } from '../../../platform/records/record-link.ts'
import { holdersOf, shownEvent } from '../../agenda/events/index.ts'
import { mayHoldSession, mayReadAmongMembers } from '../policy.ts'
import { paths } from './paths.ts'
import { hasSession } from './queries.ts'

/** Links an event to its bilateral meetings: for people of the network where meetings exist, else for organisers who may open them. */
export const eventLink: RecordLink = async (call) => {
  const { context, reader, network } = call
  const event = shownEvent(call)
  if (event === null || context.actor.kind === 'anonymous') return null
  const has = await hasSession(context, event.id)
  const href = paths.session(reader, network.slug, event.slug)
  if (has && mayReadAmongMembers(context.actor, network.id))
    return { href, label: reader.t('partners.assignment.title') }
  const held = { networkId: network.id, holders: holdersOf(event.organisations) }
  if (!mayHoldSession(context.actor, held)) return null
  return { href, label: reader.t(has ? 'partners.assignment.title' : 'partners.assignment.open') }
}
