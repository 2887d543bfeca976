import { type Actor, operates } from '../../platform/context/actor.ts'
import { mayReadOutbox, type Viewer } from './policy.ts'

/** What an actor sees of a group’s outbox; null if it does not exist for them. */
export function viewerOf(actor: Actor, networkId: string, inDemonstration: boolean): Viewer | null {
  if (inDemonstration) return { ofNoNetwork: true, secrets: true }
  return mayReadOutbox(actor, networkId) ? { ofNoNetwork: operates(actor), secrets: false } : null
}
