import { sql } from 'kysely'
import { recordActivity } from '../../platform/activity/activity.ts'
import type { Context } from '../../platform/context/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import type { TextOwner } from '../../platform/translation/text-owner.ts'
import { eventTexts } from '../agenda/index.ts'
import { lookUpNetwork } from '../networks/index.ts'
import { writeVisitCount } from '../partners/index.ts'
import { writeEvidence } from '../registry/evidence/index.ts'
import { listSources } from '../registry/sources/index.ts'
import { reindexTexts } from '../translations/index.ts'
import { seedActivity } from './cooperations.ts'
import type { Demonstration } from './demonstration-files.ts'
import { findEdition, listEventsBySlug, listTiesBySlug } from './editions.queries.ts'
import { EvidenceReader } from './evidence-reader.ts'
import { seedOrganisation } from './organisations.commands.ts'
import type { ActivityEntry } from './schema.ts'
import { Seeding } from './seeding.ts'
import { seedSources } from './sources.commands.ts'

/** Records the edition up to which a demonstration has been loaded. Returns false when another process was first. */
export async function writeEdition(context: Context, networkId: string, edition: number): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into demonstration_edition (network_id, edition, loaded_at)
    values (${networkId}, ${edition}, ${context.clock.now().toString()})
    on conflict (network_id) do update set edition = excluded.edition, loaded_at = excluded.loaded_at
    where demonstration_edition.edition < excluded.edition
  `.execute(context.database)
  return numAffectedRows === 1n
}

/**
 * Adds to a loaded demonstration what its files gained since it was loaded, and nothing else: what people have changed, removed or
 * added stays as it is.
 */
export async function completeEdition(
  context: Context,
  demonstration: Demonstration,
  textOwners: readonly TextOwner[],
): Promise<void> {
  const { edition, slug } = demonstration.network
  const network = await lookUpNetwork(context, slug)
  if (!network?.opensOn) return
  const loaded = await findEdition(context, network.id)
  if (loaded >= edition) return
  await inTransaction(context, async (inside) => {
    if (!(await writeEdition(inside, network.id, edition))) return
    const later = laterThan(demonstration, loaded)
    for (const organisation of later.organisations) await seedOrganisation(inside, organisation)
    const sourceIds = await addSources(inside, network.id, later.sources)
    const seeding = new Seeding(inside, network.id, new EvidenceReader(demonstration, sourceIds))
    await addEvents(seeding, later.events, textOwners)
    await addCounts(inside, network.id, later.counts)
  })
}

async function addSources(
  context: Context,
  networkId: string,
  { sources, known_on }: Demonstration['sources'],
): Promise<Map<string, string>> {
  const there = new Map((await listSources(context, networkId)).map(({ slug, id }) => [slug, id]))
  const missing = sources.filter(({ slug }) => !there.has(slug))
  return seedSources(context, networkId, { sources: missing, known_on }, there)
}

async function addEvents(
  seeding: Seeding,
  events: readonly DatedActivity[],
  textOwners: readonly TextOwner[],
): Promise<void> {
  const { context, networkId } = seeding
  const there = await listEventsBySlug(context, networkId, refsOf(events))
  const missing = events.filter(({ activity }) => !there.has(activity.ref))
  if (missing.length === 0) return
  const ties = await listTiesBySlug(context, networkId)
  for (const [slug, id] of ties) seeding.refer(`cooperation:${slug}`, { kind: 'cooperation', id })
  const known = new Set(ties.map(([slug]) => slug))
  for (const { activity, knownOn, cooperation } of missing) {
    // When people removed a tie, its later exchanges are not added either.
    if (cooperation !== undefined && !known.has(cooperation)) continue
    await seedActivity(
      seeding,
      { ...activity, cooperations: activity.cooperations?.filter((slug) => known.has(slug)) },
      knownOn,
      cooperation,
    )
  }
  await writeEvidence(context, networkId, seeding.evidenceRows)
  const added = [...(await listEventsBySlug(context, networkId, refsOf(missing))).values()]
  await reindexTexts(
    context,
    textOwners,
    networkId,
    added.map(({ id }) => ({ kind: eventTexts.kind, id })),
  )
  for (const { id } of added)
    await recordActivity(context, { networkId, verb: 'added', subjectKind: 'event', subjectId: id })
}

async function addCounts(
  context: Context,
  networkId: string,
  counts: readonly DatedActivity[],
): Promise<void> {
  const there = await listEventsBySlug(context, networkId, refsOf(counts))
  for (const { activity, knownOn } of counts) {
    const event = there.get(activity.ref)
    const { visits } = activity
    if (!event || event.isCounted || visits === undefined) continue
    await writeVisitCount(context, event.id, visits, activity.known_on ?? knownOn)
    await recordActivity(context, {
      networkId,
      verb: 'counted-visits',
      subjectKind: 'activity',
      subjectId: event.id,
      detail: { visits },
    })
  }
}

const refsOf = (dated: readonly DatedActivity[]) => dated.map(({ activity }) => activity.ref)

interface DatedActivity {
  activity: ActivityEntry
  /** The day since which the facts of its file are known. */
  knownOn: string
  /** Slug of the tie whose file contains it. */
  cooperation?: string
}

interface Later {
  organisations: Demonstration['organisations']['organisations']
  sources: Demonstration['sources']
  events: DatedActivity[]
  /** Events that existed before, for which the files now give the number of visits. */
  counts: DatedActivity[]
}

/** What was added to the files of a demonstration after an edition. */
function laterThan(
  { organisations, sources, cooperations, activities }: Omit<Demonstration, 'network'>,
  edition: number,
): Later {
  const isLater = (entry: { edition: number }) => entry.edition > edition
  const all: DatedActivity[] = [
    ...cooperations.flatMap((file) =>
      file.activities.map((activity) => ({ activity, knownOn: file.known_on, cooperation: file.slug })),
    ),
    ...activities.activities.map((activity) => ({ activity, knownOn: activities.known_on })),
  ]
  return {
    organisations: organisations.organisations.filter(isLater),
    sources: { ...sources, sources: sources.sources.filter(isLater) },
    events: all.filter(({ activity }) => isLater(activity)),
    counts: all.filter(({ activity }) => !isLater(activity) && activity.visits_edition > edition),
  }
}
