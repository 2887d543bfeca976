import { type Actor, operates } from '../../platform/context/actor.ts'
import { mayReadOutbox } from './policy.ts'

/** How much of an outbox an actor sees. */
export interface Viewer {
  /** Also the mails that concern no single group. */
  ofNoNetwork: boolean
  /** Also the links that sign others in: in a demonstration, where nobody has another way to sign in. */
  secrets: boolean
}

/** What an actor sees of a group’s outbox; null if it does not exist for them. */
export function viewerOf(actor: Actor, networkId: string, inDemonstration: boolean): Viewer | null {
  if (inDemonstration) return { ofNoNetwork: true, secrets: true }
  return mayReadOutbox(actor, networkId) ? { ofNoNetwork: operates(actor), secrets: false } : null
}
