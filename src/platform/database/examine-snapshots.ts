import { basename } from 'node:path'
import type { Finding } from '../cli/finding.ts'
import type { Clock } from '../context/clock.ts'
import type { Connection } from './connection.ts'
import { listSnapshots } from './snapshots.ts'

const patienceMinutes = 10

/** How old the newest snapshot of the embedded database is, and whether a change has waited too long for one. */
export async function examineSnapshots(
  database: Connection,
  dataDir: string,
  clock: Clock,
): Promise<Finding> {
  const snapshots = listSnapshots(dataDir)
  const newest = snapshots[0] ? instantOf(basename(snapshots[0])) : null
  const change = await database
    .selectFrom('platform_revision')
    .select(({ fn }) => fn.max('changed_at').as('at'))
    .executeTakeFirst()
  const changedAt = change?.at ? Temporal.Instant.fromEpochMilliseconds(new Date(change.at).getTime()) : null
  const isBehind = changedAt !== null && (newest === null || Temporal.Instant.compare(newest, changedAt) < 0)
  const hasWaited = changedAt !== null && minutesSince(changedAt, clock) > patienceMinutes
  const says =
    newest === null
      ? 'none yet'
      : `${snapshots.length}, the newest ${minutesSince(newest, clock)} minutes old`
  const remedy =
    isBehind && hasWaited
      ? 'a change waits for its snapshot: start the server, which writes one within 5 minutes'
      : null
  return { subject: 'snapshots', says, remedy }
}

function minutesSince(instant: Temporal.Instant, clock: Clock): number {
  return Math.max(0, Math.floor(instant.until(clock.now()).total('minutes')))
}

// 20261102T090000000Z
function instantOf(name: string): Temporal.Instant {
  return Temporal.Instant.from(name.replace(/^(\d{8}T\d{6})(\d{3})Z$/, '$1.$2Z'))
}
