import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../context/context.ts'
import { readMailAddress } from '../mail-address.ts'

type Services = Pick<Context, 'database' | 'clock'>

/** Takes readers off every mailing that has not sent them their letter yet; what is in the hands of a worker may still leave. */
export async function withdrawReaders(
  { database, clock }: Services,
  readerIds: readonly string[],
): Promise<void> {
  await sql`
    update platform_mailing_reader
    set state = 'withdrawn', ended_at = ${clock.now().toString()}, claimed_by = null, to_address = '', to_name = '', words = null,
      preferences_address = null, unsubscribe_address = null
    where reader_id = any(${readerIds}::uuid[]) and state = 'waiting'
  `.execute(database)
}

/** Where a reader is written to from now on. */
export interface ReaderPlace {
  address: string
  preferencesAddress: string
  unsubscribeAddress: string
}

/** Sends what waits for a reader to another address, with other addresses of their own in it. */
export async function moveReader(context: Services, readerId: string, place: ReaderPlace): Promise<void> {
  await placeReader(context, place, sql`reader_id = ${readerId}::uuid and state = 'waiting'`)
}

/** Puts a reader who was withdrawn back into the mailings that are not over. */
export async function restoreReader(context: Services, readerId: string, place: ReaderPlace): Promise<void> {
  await placeReader(
    context,
    place,
    sql`reader_id = ${readerId}::uuid and state = 'withdrawn' and mailing_id in (
      select mailing_id from platform_mailing where state in ('prepared', 'sending', 'paused')
    )`,
  )
}

async function placeReader(
  { database }: Services,
  { address, preferencesAddress, unsubscribeAddress }: ReaderPlace,
  condition: RawBuilder<unknown>,
): Promise<void> {
  const read = readMailAddress(address)
  if (read === null) return
  await sql`
    update platform_mailing_reader
    set state = 'waiting', ended_at = null, to_address = ${read}, preferences_address = ${preferencesAddress},
      unsubscribe_address = ${unsubscribeAddress}
    where ${condition}
  `.execute(database)
}

/** Gives readers a later time: those never tried are due then; for others, time already spent trying counts. Returns how many changed. */
export async function deferReaders(
  { database }: Pick<Services, 'database'>,
  mailingId: string,
  readerIds: readonly string[],
  time: { dueAt: Temporal.Instant; untilAt: Temporal.Instant },
): Promise<number> {
  const due = time.dueAt.toString()
  const { numAffectedRows = 0n } = await sql`
    update platform_mailing_reader
    set due_at = case when attempts = 0 then ${due}::timestamptz else due_at end, next_attempt_at = ${due},
      until_at = ${time.untilAt.toString()}
    where mailing_id = ${mailingId} and reader_id = any(${readerIds}::uuid[]) and state = 'waiting' and claimed_by is null
      and until_at < ${time.untilAt.toString()}
  `.execute(database)
  return Number(numAffectedRows)
}

/** Takes addresses out of every mailing: nothing further is sent there, and the outcome of each letter stays without them. */
export async function forgetReaders(
  { database, clock }: Services,
  addresses: readonly string[],
): Promise<void> {
  await sql`
    update platform_mailing_reader
    set state = case when state = 'waiting' then 'withdrawn' else state end, ended_at = coalesce(ended_at, ${clock.now().toString()}),
      claimed_by = null, to_address = '', to_name = '', preferences_address = null, unsubscribe_address = null, words = null,
      return_words = null
    where lower(to_address) = any(${addresses}::text[])
  `.execute(database)
}

/** Forgets a mailing with its readers, over or not: the caller has counted what it needs first. */
export async function forgetMailing({ database }: Services, mailingId: string): Promise<void> {
  await database.deleteFrom('platform_mailing').where('mailing_id', '=', mailingId).execute()
}
