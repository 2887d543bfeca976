import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import { ownDay } from '../../../../platform/context/clock.ts'
import type { Context } from '../../../../platform/context/context.ts'
import { onlyRow } from '../../../../platform/database/only-row.ts'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import type { Letter } from '../../../../platform/letters/letter.ts'
import {
  addReaders,
  addVersions,
  prepareMailing,
  steerMailing,
} from '../../../../platform/mail/mailing/mailing.ts'
import { listNetworks, type Network } from '../../../networks/index.ts'
import { prepareCounting } from '../../counting/commands.ts'
import { isCounting } from '../../counting/queries.ts'
import { listPublishedBetween, lookUpPublished } from '../../issues/queries.ts'
import { listMornings } from '../../morning.queries.ts'
import type { Subscription } from '../../subscribers/subscription.ts'
import { lookUpSending } from '../queries.ts'
import { seasonOf } from '../season.ts'
import type { Sending } from '../sending.ts'
import { isWithdrawn } from '../steering/commands.ts'
import { type Edition, editionFor, LetterNotDrawn, renderEdition, type Told } from './editions.ts'
import { listHeldReaders, listNextReaders } from './queries.ts'
import { placesOf, writeReaders } from './recipients.commands.ts'

export type PreparationServices = Pick<
  Application,
  'database' | 'clock' | 'settings' | 'translate' | 'secret' | 'log'
>

// Bounds memory and transactions, however many readers there are.
const readersAtOnce = 250

/**
 * Fixes the readers of a sending with their editions and mornings, then releases it; nothing leaves before all readers are placed. After a
 * crash the next worker continues where the last one stopped. Of two concurrent workers exactly one does each batch.
 */
export async function prepareSending(services: PreparationServices, id: string): Promise<void> {
  const asked = { actor: { kind: 'operator' as const }, clock: services.clock, database: services.database }
  const sending = await lookUpSending(asked, id)
  if (sending === null || sending.preparedAt !== null || sending.cancelledAt !== null) return
  const network = (await listNetworks(asked)).find((each) => each.id === sending.networkId)
  if (!network) return
  const context: Context = { ...asked, today: ownDay(services, network.opensOn) }
  try {
    const told = await findTold(context, sending)
    if (told === null) return await giveUp(context, sending, 'withdrawn', '')
    await fill(services, context, { sending, network, told })
  } catch (error) {
    // Any other error, such as a missing database, is retried in a minute.
    if (!(error instanceof LetterNotDrawn)) throw error
    services.log.error({ err: error, sending: id }, 'letter not prepared')
    await giveUp(context, sending, error.trouble, error.message)
  }
}

async function findTold(context: Context, sending: Sending): Promise<Told | null> {
  const { id, issueId, season, tellsFrom, tellsUntil, networkId } = sending
  if (issueId !== null) {
    const issue = await lookUpPublished(context, networkId, issueId)
    return issue && { kind: 'issue', issue }
  }
  if (season === null || tellsFrom === null || tellsUntil === null) return null
  const issues = await listPublishedBetween(context, networkId, {
    from: tellsFrom.toISOString(),
    until: tellsUntil.toISOString(),
  })
  return issues.length === 0 ? null : { kind: 'digest', sendingId: id, season: seasonOf(season), issues }
}

interface Work {
  sending: Sending
  network: Network
  told: Told
}

async function fill(services: PreparationServices, context: Context, work: Work): Promise<void> {
  const mailingId = await openMailing(context, work)
  const rendered = new Set<string>()
  const isCounted = await isCounting(context, work.network.id)
  const editionOf = (reader: Subscription) =>
    editionFor(
      {
        baseUrl: services.settings.baseUrl,
        translate: (language) => services.translate(language),
        network: work.network,
        today: context.today,
        isCounting: isCounted,
      },
      work.told,
      reader,
    )
  const render = async (inside: Context, readers: readonly Subscription[]) => {
    for (const edition of distinct(readers.map(editionOf)).filter(({ key }) => !rendered.has(key))) {
      const letter = await letterOf(services, inside, work.network, edition)
      await addVersions(inside, mailingId, [await renderEdition(services, edition, letter)])
      rendered.add(edition.key)
    }
  }
  for (let after = work.sending.preparedAfter; ; ) {
    const found = await listNextReaders(context, work.sending, after, readersAtOnce)
    const last = found.at(-1)?.id
    if (last === undefined) {
      if (await release(context, work.sending, mailingId, after)) return
    } else {
      // Before the transaction: during one, the embedded database does nothing else.
      await render(context, found)
      await inTransaction(context, async (inside) => {
        if (!(await moveOn(inside, work.sending.id, after, last))) return
        const readers = await listHeldReaders(
          inside,
          work.sending,
          found.map(({ id }) => id),
        )
        await render(inside, readers)
        const mornings = await listMornings(
          inside,
          work.network.id,
          [...new Set(readers.map(({ country }) => country))],
          work.sending.startsOn,
        )
        await writeReaders(inside, work.sending.id, readers, editionOf)
        await addReaders(inside, mailingId, placesOf(services, work.network, readers, editionOf, mornings))
      })
    }
    const now = await lookUpSending(context, work.sending.id)
    if (now === null || now.preparedAt !== null || now.cancelledAt !== null) return
    after = now.preparedAfter
    await setImmediate()
  }
}

async function letterOf(
  { settings, translate }: PreparationServices,
  context: Context,
  network: Network,
  { counted, language, letter }: Edition,
): Promise<Letter> {
  if (counted === null) return letter()
  const given = {
    baseUrl: settings.baseUrl,
    t: translate(language),
    network,
    language,
    of: counted,
  }
  return (await prepareCounting(context, network.id, letter(), given)) ?? letter()
}

async function openMailing(context: Context, { sending, network, told }: Work): Promise<string> {
  if (sending.mailingId !== null) return sending.mailingId
  return inTransaction(context, async (inside) => {
    const id = await prepareMailing(inside, {
      networkId: network.id,
      kind: told.kind === 'issue' ? 'newsletter.issue' : 'newsletter.digest',
      list: {
        id: ['newsletter', network.slug].join('.'),
        name: chooseName(network.name, network.languages[0] ?? 'en').text,
      },
      replyTo: null,
      versions: [],
    })
    const { rows } = await sql<{ id: string }>`
      update newsletter_sending set mailing_id = coalesce(mailing_id, ${id}::uuid) where sending_id = ${sending.id}
      returning mailing_id as id
    `.execute(inside.database)
    return onlyRow(rows).id
  })
}

/** Records the last reader that is prepared. Returns false if another worker did these readers, or the sending was cancelled. */
async function moveOn({ database }: Context, id: string, from: string | null, to: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update newsletter_sending set prepared_after = ${to}::uuid
    where sending_id = ${id} and prepared_after is not distinct from ${from}::uuid and prepared_at is null and cancelled_at is null
  `.execute(database)
  return numAffectedRows === 1n
}

async function release(
  context: Context,
  sending: Sending,
  mailingId: string,
  after: string | null,
): Promise<boolean> {
  const { id } = sending
  return inTransaction(context, async (inside) => {
    // A letter withdrawn meanwhile would lead to a page that is gone.
    if (await isWithdrawn(inside, sending)) {
      await giveUp(inside, sending, 'withdrawn', '')
      return true
    }
    const { numAffectedRows } = await sql`
      update newsletter_sending set prepared_at = ${inside.clock.now().toString()}
      where sending_id = ${id} and prepared_after is not distinct from ${after}::uuid and prepared_at is null and cancelled_at is null
    `.execute(inside.database)
    return numAffectedRows === 1n && (await steerMailing(inside, mailingId, 'sending'))
  })
}

async function giveUp(
  { database }: Context,
  { id }: Sending,
  trouble: string,
  detail: string,
): Promise<void> {
  await database
    .updateTable('newsletter_sending')
    .set({ trouble, trouble_detail: detail.slice(0, 500) })
    .where('sending_id', '=', id)
    .where('prepared_at', 'is', null)
    .execute()
}

function distinct(editions: readonly (Edition | null)[]): Edition[] {
  return [
    ...new Map(editions.flatMap((edition) => (edition ? [[edition.key, edition] as const] : []))).values(),
  ]
}
