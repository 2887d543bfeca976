import { type Actor, operates } from '../../platform/context/actor.ts'
import { mayReadOutbox } from './policy.ts'

/** How far somebody sees into an outbox. */
export interface Sight {
  /** Also the mails that concern no single group. */
  ofNoNetwork: boolean
  /** Also the links that sign others in: in a demonstration, where nobody has another way. */
  secrets: boolean
}

/** What somebody sees in the outbox of a group; null for those to whom it does not exist. */
export function sightOf(actor: Actor, networkId: string, inDemonstration: boolean): Sight | null {
  if (inDemonstration) return { ofNoNetwork: true, secrets: true }
  return mayReadOutbox(actor, networkId) ? { ofNoNetwork: operates(actor), secrets: false } : null
}
