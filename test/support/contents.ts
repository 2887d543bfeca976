import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { seedDemonstration } from '../../src/features/demonstration/commands.ts'
import {
  recordDataset,
  writeMemberships,
  writeOrganisations,
  writeSuccessions,
} from '../../src/features/directory/commands.ts'
import { refreshDirectory } from '../../src/features/directory/datasets/commands.ts'
import { readOrganisation } from '../../src/features/directory/reference-organisation.ts'
import type { Context } from '../../src/platform/context/context.ts'
import { stableId } from '../../src/platform/context/identifier.ts'
import { refreshStatistics } from '../../src/platform/database/statistics.ts'
import { inTransaction } from '../../src/platform/database/transaction.ts'
import { projectPath } from '../../src/platform/settings/project-path.ts'
import { readSmallDirectory } from './small-directory.ts'

/** What stands in a database when a test gets it. */
export interface Contents {
  /** `small` by default: a real part of the directory, see small-directory.ts. `whole` takes half a minute to make. */
  directory?: 'none' | 'small' | 'whole'
  /** The demonstration network `france-coree`, which needs a directory. */
  demonstration?: boolean
}

/** A short name for contents, to file a template under. */
export function nameOf({ directory = 'small', demonstration = false }: Contents): string {
  return demonstration ? `${directory}_demonstration` : directory
}

/** Adds to a migrated database what the template below these contents does not have. */
export async function fill(
  context: Context,
  { directory = 'small', demonstration = false }: Contents,
): Promise<void> {
  if (demonstration) return seedDemonstration(context, 'france-coree')
  if (directory === 'whole') await refreshDirectory(context, () => undefined)
  if (directory === 'small') await loadSmallDirectory(context)
}

async function loadSmallDirectory(context: Context): Promise<void> {
  const { organisations, successions, memberships } = readSmallDirectory()
  await inTransaction(context, async (inside) => {
    // One call, so that parents may stand after those beneath them.
    await writeOrganisations(inside, organisations.map(readOrganisation))
    await writeSuccessions(
      inside,
      successions.map((row) => ({
        predecessorId: stableId(row.predecessor ?? ''),
        successorId: stableId(row.successor ?? ''),
        kind: row.kind ?? '',
        happenedOn: row.on || null,
        reportedBy: row.reported_by ?? '',
        source: row.source ?? '',
      })),
    )
    await writeMemberships(
      inside,
      memberships.map((row) => ({
        unionId: stableId(row.epci ?? ''),
        memberId: stableId(row.commune ?? ''),
      })),
    )
    for (const country of ['FR', 'KR']) await recordDataset(inside, country, presentEdition(country))
  })
  await refreshStatistics(context.database)
  // A process started on this database must take the directory for the present edition, and load nothing.
  await refreshDirectory(context, () => {
    throw new Error(
      'The small directory no longer passes for the whole one: compare presentEdition with directory/datasets/commands.ts',
    )
  })
}

function presentEdition(country: string): string {
  const prefix = country.toLowerCase()
  const files = readdirSync(projectPath('data', 'directory')).filter(
    (file) =>
      (file.startsWith(`${prefix}-`) || file === `successions-${prefix}.tsv`) && file.endsWith('.tsv'),
  )
  const texts = files.sort().map((file) => readFileSync(projectPath('data', 'directory', file), 'utf8'))
  return createHash('sha256').update(texts.join('\n')).digest('hex')
}
