import { refreshBriefs } from '../../src/features/briefs/items/commands.ts'
import { seedDemonstration } from '../../src/features/demonstration/commands.ts'
import { recordDataset, writeMemberships, writeOrganisations } from '../../src/features/directory/commands.ts'
import { readEdition, refreshDirectory } from '../../src/features/directory/datasets.commands.ts'
import {
  readMembership,
  readOrganisation,
  readSuccession,
  readTransfer,
} from '../../src/features/directory/reference-organisation.ts'
import { writeSuccessions, writeTransfers } from '../../src/features/directory/successions.commands.ts'
import { features } from '../../src/features/index.ts'
import type { Context } from '../../src/platform/context/context.ts'
import { refreshStatistics } from '../../src/platform/database/statistics.ts'
import { inTransaction } from '../../src/platform/database/transaction.ts'
import { readSmallDirectory } from './small-directory.ts'

/** The contents of a database when a test gets it. */
export interface Contents {
  /** `small` by default: a real part of the directory, see small-directory.ts. `whole` takes half a minute to make. */
  directory?: 'none' | 'small' | 'whole'
  /** The demonstration network `france-coree`, which needs a directory. */
  demonstration?: boolean
}

const textOwners = features.flatMap((feature) => feature.texts ?? [])

/** A short name for contents, to file a template under. */
export function nameOf({ directory = 'small', demonstration = false }: Contents): string {
  return demonstration ? `${directory}_demonstration` : directory
}

/** Adds to a migrated database what the template below these contents does not have. */
export async function fill(
  context: Context,
  { directory = 'small', demonstration = false }: Contents,
): Promise<void> {
  if (demonstration) {
    await refreshBriefs(context)
    return seedDemonstration(context, 'france-coree', textOwners)
  }
  if (directory === 'whole') await refreshDirectory(context, () => undefined)
  if (directory === 'small') await loadSmallDirectory(context)
}

async function loadSmallDirectory(context: Context): Promise<void> {
  const { organisations, successions, transfers, memberships } = readSmallDirectory()
  await inTransaction(context, async (inside) => {
    // One call, so that parents may follow those beneath them.
    await writeOrganisations(inside, organisations.map(readOrganisation))
    await writeSuccessions(inside, successions.map(readSuccession))
    await writeTransfers(inside, transfers.map(readTransfer))
    await writeMemberships(inside, memberships.map(readMembership))
    // A process started on this database takes it for the present edition, and loads nothing.
    for (const country of ['FR', 'KR'] as const)
      await recordDataset(inside, country, readEdition(country).checksum)
  })
  await refreshStatistics(context.database)
}
