import { recordActivity } from '../../platform/activity/activity.ts'
import type { Context } from '../../platform/context/context.ts'
import { newId } from '../../platform/context/identifier.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { readEdtf } from '../../platform/dates/index.ts'
import type { LocalizedName, LocalizedText } from '../../platform/i18n/localized-text.ts'
import { isSame } from '../../platform/records/record-document.ts'
import { authorize, Refusal } from '../../platform/refusal.ts'
import { mayAddNetworks, mayChoosePublication, mayDescribeNetwork } from './policy.ts'

export interface NewNetwork {
  slug: string
  name: LocalizedName
  summary?: LocalizedText
  objectives?: LocalizedText[]
  /** ISO 3166-1 alpha-2; the first two are the two sides of a bilateral group. */
  countries: string[]
  /** BCP 47 tags of the languages in which the group works. */
  languages: string[]
  /** The day on which its pages open, for a demonstration; null for a living group. */
  opensOn?: string | null
}

/** Creates a country group; returns its id. Refuses a slug that is taken. */
export async function addNetwork(context: Context, network: NewNetwork): Promise<string> {
  authorize(mayAddNetworks(context.actor))
  return inTransaction(context, async (inside) => {
    const networkId = newId()
    const now = inside.clock.now().toString()
    const made = await inside.database
      .insertInto('networks_network')
      .values({
        network_id: networkId,
        slug: network.slug,
        name: JSON.stringify(network.name),
        summary: JSON.stringify(network.summary ?? {}),
        objectives: JSON.stringify(network.objectives ?? []),
        countries: network.countries,
        languages: network.languages,
        opens_on: network.opensOn ?? null,
        created_at: now,
        updated_at: now,
      })
      .onConflict((conflict) => conflict.column('slug').doNothing())
      .executeTakeFirst()
    if (made.numInsertedOrUpdatedRows !== 1n)
      throw new Refusal('taken', `There is a network "${network.slug}" already`)
    await recordActivity(inside, { networkId, verb: 'added', subjectKind: 'network', subjectId: networkId })
    await recordActivity(inside, {
      networkId: null,
      verb: 'added',
      subjectKind: 'network',
      subjectId: networkId,
    })
    return networkId
  })
}

export interface NewLandmark {
  slug: string
  title: LocalizedText
  /** EDTF. */
  when: string
  /** Ids of the organisations that it concerns; empty for the whole group. */
  concerns: string[]
  knownOn: string
}

/** Records a dated fact from which anniversaries are counted; returns its id. */
export async function recordLandmark(
  context: Context,
  networkId: string,
  landmark: NewLandmark,
): Promise<string> {
  authorize(mayAddNetworks(context.actor))
  return inTransaction(context, async (inside) => {
    const landmarkId = newId()
    const now = inside.clock.now().toString()
    const when = readEdtf(landmark.when)
    await inside.database
      .insertInto('networks_landmark')
      .values({
        landmark_id: landmarkId,
        network_id: networkId,
        slug: landmark.slug,
        title: JSON.stringify(landmark.title),
        happened: when.edtf,
        happened_from: when.from,
        happened_to: when.to,
        concerns: landmark.concerns,
        known_on: landmark.knownOn,
        created_at: now,
        updated_at: now,
      })
      .execute()
    await recordActivity(inside, {
      networkId,
      verb: 'recorded',
      subjectKind: 'landmark',
      subjectId: landmarkId,
    })
    return landmarkId
  })
}

/**
 * Sets whether changes by members in their own records are published at once or after review. What waits already goes on waiting. Writes
 * nothing if the setting is the same.
 */
export async function choosePublication(
  context: Context,
  networkId: string,
  publication: Publication,
): Promise<void> {
  authorize(mayChoosePublication(context.actor, networkId))
  await inTransaction(context, async (inside) => {
    const { numUpdatedRows } = await inside.database
      .updateTable('networks_network')
      .set({ publication, updated_at: inside.clock.now().toString() })
      .where('network_id', '=', networkId)
      .where('publication', '!=', publication)
      .executeTakeFirstOrThrow()
    if (numUpdatedRows === 0n) return
    const activity = {
      verb: 'changed',
      subjectKind: 'network',
      subjectId: networkId,
      detail: { publication },
    }
    await recordActivity(inside, { networkId, ...activity })
    // Each group’s own line is cached with the directory of groups.
    await recordActivity(inside, { networkId: null, ...activity })
  })
}

/** A group’s description of itself. */
export interface NetworkDescription {
  name: LocalizedName
  summary: LocalizedText
  objectives: LocalizedText[]
  /** ISO 3166-1 alpha-2; the first two are the two sides of a bilateral group. */
  countries: string[]
  /** BCP 47 tags of the languages in which the group works. */
  languages: string[]
  /** The themes for which its briefs say who decides, ten at most; none: the most frequent of its ties. */
  themes: string[]
}

/** The parts of a group’s description. */
export const describedFields = ['name', 'summary', 'objectives', 'countries', 'languages', 'themes'] as const

/** Changes a group’s description; the caller indexes its texts afterwards. Returns what changed; writes nothing if nothing does. */
export async function describeNetwork(
  context: Context,
  networkId: string,
  change: (before: NetworkDescription) => NetworkDescription,
): Promise<(keyof NetworkDescription)[]> {
  authorize(mayDescribeNetwork(context.actor, networkId))
  return inTransaction(context, async (inside) => {
    const before = await inside.database
      .selectFrom('networks_network')
      .select(describedFields)
      .where('network_id', '=', networkId)
      .forUpdate()
      .executeTakeFirstOrThrow()
    const after = change(before)
    const fields = describedFields.filter((field) => !isSame(before[field], after[field]))
    if (fields.length === 0) return fields
    const { name, summary, objectives, countries, languages, themes } = after
    await inside.database
      .updateTable('networks_network')
      .set({
        name: JSON.stringify(name),
        summary: JSON.stringify(summary),
        objectives: JSON.stringify(objectives),
        countries,
        languages,
        themes,
        updated_at: inside.clock.now().toString(),
      })
      .where('network_id', '=', networkId)
      .execute()
    const activity = { verb: 'changed', subjectKind: 'network', subjectId: networkId, detail: { fields } }
    await recordActivity(inside, { networkId, ...activity })
    // Each group’s own line is cached with the directory of groups.
    await recordActivity(inside, { networkId: null, ...activity })
    return fields
  })
}

/** When members’ changes in their own records are published: as they save them, or once a coordinator has reviewed them. */
export const publications = ['at_once', 'after_review'] as const
type Publication = (typeof publications)[number]
