import { sql } from 'kysely'
import { dayOf, ownDay, readOnce } from '../../../../platform/context/clock.ts'
import type { Context } from '../../../../platform/context/context.ts'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { chooseText } from '../../../../platform/i18n/localized-text.ts'
import { type NotificationContext, notify } from '../../../../platform/mail/notify.ts'
import type { RecordHead } from '../../../../platform/records/record-head.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import { dayWords } from '../../../../ui/text/date-words.ts'
import { amendRecord, listDeciders } from '../../../contributions/index.ts'
import { listNetworks, type Network } from '../../../networks/index.ts'
import { selectState } from '../board/queries.ts'
import { type WishDocument, wishDocument } from '../fields.ts'
import { paths } from '../paths.ts'
import { selectWishes, type Wish } from '../queries.ts'
import { usualExpiry } from '../wish.ts'
import { wishRecord } from '../wish-record.ts'
import { signRenewal } from './renewal-link.ts'

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

/** So many days before a wish ends its authority is asked whether it still holds. */
const daysBefore = 30

/** Notifies the authorities whose wishes end soon, each on its network’s own day and each wish once; a failure holds up no other. */
export async function notifyOfExpiry(application: Application): Promise<void> {
  const { settings, clock, database, log } = application
  const day = readOnce(clock)
  const context: Context = { actor: { kind: 'operator' }, clock, database, today: dayOf(day) }
  for (const network of await listNetworks(context)) {
    const writing = { ...context, today: ownDay({ settings, clock: day }, network.opensOn) }
    const until = Temporal.PlainDate.from(writing.today).add({ days: daysBefore }).toString()
    const ending = await selectWishes(writing, {
      condition: sql`w.network_id = ${network.id} and w.expiry_told_at is null and w.expires_on <= ${until}
        and ${selectState(writing.today, 'open')}`,
    })
    for (const wish of ending)
      try {
        await inTransaction(writing, (inside) =>
          notifyOwners({ application, writing: inside, network }, wish),
        )
      } catch (error) {
        log.error({ err: error, wish: wish.id }, 'wishes')
      }
  }
}

async function notifyOwners(notifying: NotificationContext, wish: Wish): Promise<void> {
  const { application, writing, network } = notifying
  const { numUpdatedRows } = await writing.database
    .updateTable('partners_wish')
    .set({ expiry_told_at: writing.clock.now().toString() })
    .where('wish_id', '=', wish.id)
    .where('expiry_told_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return
  await notify(notifying, await listDeciders(writing, network.id, [wish.organisation.id], 'owners'), {
    leadsTo: (language, { personId }) =>
      paths.renewalLink(language, network.slug, wish.id, signRenewal(application.secret, wish, personId)),
    write: ({ t, language, reader, network }) => {
      const chosen = chooseText(wish.title, language)
      const title = { text: chosen?.text ?? '', language: chosen?.language ?? language }
      const day = dayWords(reader, wish.expiresOn)
      return {
        kind: 'partners.expiry',
        // Its link speaks for the recipient.
        isSecret: true,
        subject: t('partners.wish.expiryMail.subject', { title: title.text }),
        body: [t('partners.wish.expiryMail.text', { network, day }), { kind: 'quotation', ...title }],
        action: t('partners.wish.renew'),
        notes: [t('partners.wish.expiryMail.otherwise')],
      }
    },
  })
}
