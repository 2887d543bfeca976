import { type Actor, holds, operates } from '../../platform/context/actor.ts'
import type { StoredMail } from '../../platform/mail/stored-mail.ts'

/** How much of an outbox an actor sees. */
export interface Viewer {
  /** Also the mails that concern no single group. */
  ofNoNetwork: boolean
  /** Also the links that sign others in: in a demonstration, where nobody has another way to sign in. */
  secrets: boolean
}

/** Chairs and coordinators of a group and operators see its mails; in a browser, never by an API token. */
export function mayReadOutbox(actor: Actor, networkId: string): boolean {
  if (actor.kind === 'person' && actor.scopes !== null) return false
  return operates(actor) || holds(actor, networkId, ['chair', 'coordinator'])
}

/**
 * Whether an actor who sees a mail in the list may read it: a secret one would let its reader act as its recipient, so not even operators
 * may.
 */
export function mayReadText(
  actor: Actor,
  viewer: Viewer,
  mail: Pick<StoredMail, 'isSecret' | 'readableBy'>,
): boolean {
  if (!mail.isSecret || viewer.secrets) return true
  return actor.kind === 'person' && mail.readableBy === actor.personId
}
