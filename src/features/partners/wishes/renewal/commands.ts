import type { Context } from '../../../../platform/context/context.ts'
import type { RecordHead } from '../../../../platform/records/record-head.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import { amendRecord } from '../../../contributions/index.ts'
import type { Network } from '../../../networks/index.ts'
import { type WishDocument, wishDocument } from '../fields.ts'
import type { Wish } from '../queries.ts'
import { usualExpiry } from '../wish.ts'
import { wishRecord } from '../wish-record.ts'

/** Why a wish is changed by one click, in the language of the person who clicks. */
interface Said {
  reason: string
  language: string
}

/** Renews a wish for another year; one that is open longer already keeps its day. */
export function renewWish(context: Context, network: Network, wish: Wish, said: Said): Promise<void> {
  return amendWish(context, network, wish, said, (document) => {
    if (document.foundOn !== null) throw new Refusal('tooLate', 'Its authority has found already')
    const expiresOn = [document.expiresOn, usualExpiry(context.today)].sort().at(-1) ?? document.expiresOn
    return { ...document, expiresOn }
  })
}

/** Closes a wish: its authority has found. */
export function sayFound(context: Context, network: Network, wish: Wish, said: Said): Promise<void> {
  return amendWish(context, network, wish, said, (document) => ({
    ...document,
    foundOn: document.foundOn ?? context.today,
  }))
}

/** Takes that back. */
export function reopenWish(context: Context, network: Network, wish: Wish, said: Said): Promise<void> {
  return amendWish(context, network, wish, said, (document) => ({ ...document, foundOn: null }))
}

async function amendWish(
  context: Context,
  network: Network,
  wish: Wish,
  said: Said,
  amend: (document: WishDocument) => WishDocument,
): Promise<void> {
  const head: RecordHead = {
    id: wish.id,
    slug: wish.slug,
    title: {},
    organisationIds: [wish.organisation.id],
  }
  const amendment = { network, kind: wishRecord, head, ...said, origin: 'edit' as const }
  await amendRecord(context, { ...amendment, organisationId: wish.organisation.id }, (document) =>
    amend(wishDocument.parse(document)),
  )
}
