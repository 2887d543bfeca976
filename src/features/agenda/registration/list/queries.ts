import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import { onlyRow } from '../../../../platform/database/only-row.ts'
import { escapeLike, fold } from '../../../../platform/search/index.ts'
import { selectRegistrations } from '../queries.ts'
import type { Registration } from '../registration.ts'
import type { ListState, RegistrationFilter } from './registration-filter.ts'

/** The number in each state, by country; unconfirmed registrations are not counted. */
export interface StateCount {
  state: ListState
  country: string
  count: number
  arrived: number
}

/** How many come, wait and withdrew, by country. */
export async function countByState({ database }: Context, eventId: string): Promise<StateCount[]> {
  const { rows } = await sql<StateCount>`
    select state, country, count(*)::int as count, count(arrived_at)::int as arrived
    from agenda_registration where event_id = ${eventId} and state <> 'unconfirmed'
    group by state, country order by country
  `.execute(database)
  return rows
}

/** A page of people who come, wait or withdrew: by name, those who wait in order; one more than asked for if there is a next page. */
export async function listRegistrations(
  context: Context,
  eventId: string,
  { state, country, q }: RegistrationFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<Registration[]> {
  const order = state === 'waiting' ? sql`r.queued_at, r.registration_id` : sql`r.search, r.registration_id`
  return selectRegistrations(
    context,
    sql`r.event_id = ${eventId} and r.state = ${state} and (${country}::text is null or r.country = ${country}) and ${selectNamed(q)}`,
    sql`order by ${order} limit ${limit} offset ${offset}`,
  )
}

/** How many a search lets through. */
export async function countRegistrations(
  { database }: Context,
  eventId: string,
  { state, country, q }: RegistrationFilter,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from agenda_registration r
    where r.event_id = ${eventId} and r.state = ${state} and (${country}::text is null or r.country = ${country}) and ${selectNamed(q)}
  `.execute(database)
  return onlyRow(rows).count
}

const slice = 500

/** All who come and who wait, slice by slice: a list of ten thousand is never in memory at once. */
export async function* listEverybody(context: Context, eventId: string): AsyncGenerator<Registration[]> {
  let after: RawBuilder<unknown> = sql`true`
  for (;;) {
    const found = await selectRegistrations(
      context,
      sql`r.event_id = ${eventId} and r.state in ('placed', 'waiting') and ${after}`,
      sql`order by r.registration_id limit ${slice}`,
    )
    yield found
    const last = found.at(-1)
    if (found.length < slice || !last) return
    after = sql`r.registration_id > ${last.id}::uuid`
  }
}

/** SQL: the registration `r` is named by every word, by its beginning or inside; 김민수 also by ㄱㅁㅅ. */
function selectNamed(words: string): RawBuilder<boolean> {
  const patterns = fold(words)
    .split(' ')
    .filter(Boolean)
    .slice(0, 8)
    .map((word) => `%${escapeLike(word)}%`)
  return sql<boolean>`r.search like all(${patterns}::text[])`
}
