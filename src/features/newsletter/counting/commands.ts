import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import type { Letter } from '../../../platform/letters/letter.ts'
import { type CountedOf, type CountingServices, countedLetter, openingKey } from './counted-letter.ts'
import { isCounting } from './queries.ts'

/**
 * The edition of a letter whose openings and clicks are counted; stores its addresses. Returns null when the network counts nothing.
 * Readers who refuse counting (`Subscription.uncountedAt`) get the letter as it is.
 */
export async function prepareCounting(
  context: Context,
  networkId: string,
  letter: Letter,
  services: CountingServices,
): Promise<Letter | null> {
  if (!(await isCounting(context, networkId))) return null
  const { letter: counted, addresses } = countedLetter(letter, services)
  const rows = [
    { counted_key: openingKey, address: null },
    ...[...addresses].map(([key, address]) => ({ counted_key: key, address })),
  ]
  const { kind, id } = services.of
  if (kind === 'issue')
    await context.database
      .insertInto('newsletter_counted')
      .values(rows.map((row) => ({ issue_id: id, ...row })))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  else
    await context.database
      .insertInto('newsletter_counted_digest')
      .values(rows.map((row) => ({ sending_id: id, ...row })))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  return counted
}

/** Counts one opening or click, while the network of the letter counts. */
export async function countOnce({ database }: Context, { kind, id }: CountedOf, key: string): Promise<void> {
  if (kind === 'issue')
    await sql`
      update newsletter_counted c set times = times + 1
      where c.issue_id = ${id}::uuid and c.counted_key = ${key}
        and exists (
          select from newsletter_issue i join newsletter_practice p on p.network_id = i.network_id
          where i.issue_id = c.issue_id and p.counted_since is not null
        )
    `.execute(database)
  else
    await sql`
      update newsletter_counted_digest c set times = times + 1
      where c.sending_id = ${id}::uuid and c.counted_key = ${key}
        and exists (
          select from newsletter_sending s join newsletter_practice p on p.network_id = s.network_id
          where s.sending_id = c.sending_id and p.counted_since is not null
        )
    `.execute(database)
}
