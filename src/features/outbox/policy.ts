import { type Actor, holds, operates } from '../../platform/context/actor.ts'
import type { StoredMail } from '../../platform/mail/stored-mail.ts'
import type { Sight } from './sight.ts'

/** Who sees the mails of a group: its chairs and coordinators, and operators; in a browser, never by an API token. */
export function mayReadOutbox(actor: Actor, networkId: string): boolean {
  if (actor.kind === 'person' && actor.scopes !== null) return false
  return operates(actor) || holds(actor, networkId, ['chair', 'coordinator'])
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
