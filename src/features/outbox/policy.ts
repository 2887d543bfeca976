import { type Actor, holds, operates } from '../../platform/context/actor.ts'
import type { StoredMail } from '../../platform/mail/stored-mail.ts'

/** Who sees the mails of a group: its chairs and coordinators, and operators; in a browser, never by an API token. */
export function mayReadOutbox(actor: Actor, networkId: string): boolean {
  if (actor.kind === 'person' && actor.scopes !== null) return false
  return operates(actor) || holds(actor, networkId, ['chair', 'coordinator'])
}

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

/**
 * Whether somebody who sees a mail in the list may read it: whoever reads a secret one could act as its recipient, so
 * that not even operators do.
 */
export function mayReadText(
  actor: Actor,
  sight: Sight,
  mail: Pick<StoredMail, 'isSecret' | 'readableBy'>,
): boolean {
  if (!mail.isSecret || sight.secrets) return true
  return actor.kind === 'person' && mail.readableBy === actor.personId
}
