import { recordActivity } from '../../platform/activity/activity.ts'
import type { Context } from '../../platform/context/context.ts'
import { newId } from '../../platform/context/identifier.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { readEdtf } from '../../platform/dates/index.ts'
import type { LocalizedName, LocalizedText } from '../../platform/i18n/localized-text.ts'
import { authorize, Refusal } from '../../platform/refusal.ts'
import { mayAddNetworks } from './policy.ts'

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

/** Makes a country group; answers its id. Refuses a slug that is taken. */
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

/** Writes down a dated fact from which anniversaries are counted; answers its id. */
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
