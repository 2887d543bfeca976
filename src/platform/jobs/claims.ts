import { type RawBuilder, sql } from 'kysely'

// After so long without a word from its worker, any worker may take the work again.
const silentMinutes = 5

/** A worker last heard of before this instant loses its claims. */
export function silentSince(now: Temporal.Instant): string {
  return now.subtract({ minutes: silentMinutes }).toString()
}

/** Whether the work of a row, whose column `claimed_at` says when its worker was last heard of, is free to be taken. */
export function selectFree(now: Temporal.Instant): RawBuilder<boolean> {
  return sql<boolean>`(claimed_at is null or claimed_at < ${silentSince(now)}::timestamptz)`
}
