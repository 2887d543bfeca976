import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { removeMailsTo } from '../../../platform/mail/personal-mails.ts'
import { expectationLinks } from '../links.ts'
import type { Expectation } from './expectation.ts'
import type { MemberRequest } from './requests.queries.ts'

const keptMonths = 12

/** Forgets the contacts with a link, a year after an expectation was closed (or after the last step of one never closed). */
export async function forgetContacts(context: Context): Promise<void> {
  const { clock, database } = context
  const limit = clock.now().toZonedDateTimeISO('UTC').subtract({ months: keptMonths }).toInstant().toString()
  const { rows } = await sql<{ id: string }>`
    select x.expectation_id as id from partners_expectation x
    where x.updated_at < ${limit}::timestamptz and (x.contact_address is not null or exists (
      select 1 from partners_expectation_request r
      where r.expectation_id = x.expectation_id and r.contact_address is not null))
  `.execute(database)
  const ids = rows.map(({ id }) => id)
  await forgetContactsOf(context, { expectations: ids, requests: await listRequestIds(context, ids) })
}

/** Erases, at their wish, the contact who spoke for the asker, or for a member; what they wrote stays that of their organisation. */
export async function forgetContact(
  context: Context,
  expectation: Pick<Expectation, 'id'>,
  own: Pick<MemberRequest, 'id'> | null,
): Promise<void> {
  const { rows } = await sql<{ address: string | null }>`
    select ${own === null ? sql`x.contact_address` : sql`r.contact_address`} as address from partners_expectation x
    left join partners_expectation_request r on r.request_id = ${own?.id ?? null}::uuid
    where x.expectation_id = ${expectation.id}
  `.execute(context.database)
  const address = rows[0]?.address ?? null
  await forgetContactsOf(
    context,
    own === null
      ? { expectations: [expectation.id], requests: [] }
      : { expectations: [], requests: [own.id] },
  )
  if (address !== null) await removeMailsTo(context, [address.toLowerCase()], 'partners.expectationLink')
}

/** Erases the contacts with some addresses, in small letters, in all expectations. */
export async function forgetAddresses(context: Context, addresses: readonly string[]): Promise<void> {
  const { rows } = await sql<{ id: string; requestId: string | null }>`
    select x.expectation_id as id, null as "requestId" from partners_expectation x
    where lower(x.contact_address) = any(${[...addresses]}::text[])
    union all
    select r.expectation_id, r.request_id from partners_expectation_request r
    where lower(r.contact_address) = any(${[...addresses]}::text[])
  `.execute(context.database)
  await forgetContactsOf(context, {
    expectations: rows.filter(({ requestId }) => requestId === null).map(({ id }) => id),
    requests: rows.flatMap(({ requestId }) => requestId ?? []),
  })
}

async function forgetContactsOf(
  context: Context,
  { expectations, requests }: { expectations: readonly string[]; requests: readonly string[] },
): Promise<void> {
  const { database } = context
  if (expectations.length > 0) {
    await database
      .updateTable('partners_expectation')
      .set({ contact_name: '', contact_address: null })
      .where('expectation_id', 'in', [...expectations])
      .execute()
    await expectationLinks.end(context, { expectation_id: expectations, request_id: null })
  }
  if (requests.length === 0) return
  await database
    .updateTable('partners_expectation_request')
    .set({ contact_name: '', contact_address: null })
    .where('request_id', 'in', [...requests])
    .execute()
  await expectationLinks.end(context, { request_id: requests })
}

async function listRequestIds({ database }: Context, expectationIds: readonly string[]): Promise<string[]> {
  if (expectationIds.length === 0) return []
  const rows = await database
    .selectFrom('partners_expectation_request')
    .select('request_id as id')
    .where('expectation_id', 'in', [...expectationIds])
    .where('contact_address', 'is not', null)
    .execute()
  return rows.map(({ id }) => id)
}
