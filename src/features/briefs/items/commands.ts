import { sql } from 'kysely'
import { recordActivities } from '../../../platform/activity/activity.ts'
import type { Context } from '../../../platform/context/context.ts'
import { newId, stableId } from '../../../platform/context/identifier.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { columnsOf } from '../../../platform/records/fields/columns.ts'
import { isSame } from '../../../platform/records/record-document.ts'
import { readBriefFile, toldCountries } from './data-file.ts'
import { type BriefDocument, briefIdOf, emptyItem } from './document.ts'
import { itemFields } from './item.ts'
import { listOwnKeys, lookUpChecksum } from './queries.ts'
import { itemKeys } from './skeleton.ts'

interface Writing {
  country: string
  networkId: string
  before: BriefDocument
  after: BriefDocument
}

/**
 * Writes what differs between two documents of a country: an item that changes is known in its new words from the context’s day on, and as it
 * was before. Called in the caller’s transaction.
 */
export async function writeBrief(
  context: Context,
  { country, networkId, before, after }: Writing,
): Promise<void> {
  const changed = itemKeys.filter((key) => !isSame(before.items[key], after.items[key]))
  for (const key of changed) {
    const item = after.items[key] ?? emptyItem
    await upsertItem(context, country, { key, knownOn: context.today, ...item }, false)
  }
  const [own, next] = [before.networks[networkId]?.lines ?? {}, after.networks[networkId]?.lines ?? {}]
  for (const key of itemKeys.filter((each) => !isSame(own[each], next[each])))
    await writeLine(context, { network_id: networkId, country, key }, next[key] ?? {})
  await noteInGroups(context, country, 'renewed', { keys: changed })
}

// The groups that share the country show it too, and each has its own list of what waits.
async function noteInGroups(inside: Context, country: string, verb: string, detail = {}): Promise<void> {
  const networks = await inside.database
    .selectFrom('networks_network')
    .select('network_id as id')
    .where(sql<boolean>`${country} = any(countries)`)
    .orderBy('network_id')
    .execute()
  const activity = { verb, subjectKind: 'brief', subjectId: briefIdOf(country), detail }
  await recordActivities(
    inside,
    [null, ...networks.map(({ id }) => id)].map((networkId) => ({ networkId, ...activity })),
  )
}

async function writeLine(
  { database, clock, today }: Context,
  at: { network_id: string; country: string; key: string },
  text: LocalizedText,
): Promise<void> {
  if (Object.keys(text).length === 0) {
    await database
      .deleteFrom('briefs_line')
      .where(({ and }) => and(at))
      .execute()
    return
  }
  const written = { text: JSON.stringify(text), updated_at: clock.now().toString() }
  await database
    .insertInto('briefs_line')
    .values({ line_id: newId(), brief_id: briefIdOf(at.country), known_on: today, ...at, ...written })
    .onConflict((conflict) => conflict.columns(['network_id', 'country', 'key']).doUpdateSet(written))
    .execute()
}

type NewItem = BriefDocument['items'][string] & { key: string; knownOn: string }

async function upsertItem(
  { database, clock }: Context,
  country: string,
  item: NewItem,
  isLoaded: boolean,
): Promise<void> {
  const written = {
    ...columnsOf(itemFields, item),
    is_loaded: isLoaded,
    updated_at: clock.now().toString(),
  }
  await database
    .insertInto('briefs_item')
    .values({
      item_id: isLoaded ? loadedId(country, item) : newId(),
      brief_id: briefIdOf(country),
      country,
      key: item.key,
      known_on: item.knownOn,
      ...written,
    })
    .onConflict((conflict) => conflict.columns(['country', 'key', 'known_on']).doUpdateSet(written))
    .execute()
}

/**
 * Loads the facts of this release into a database that lacks them. What people wrote here stays: an item that they changed is not written
 * over by a later edition. Returns the number of rows written.
 */
export async function refreshBriefs(context: Context): Promise<number> {
  let written = 0
  for (const country of toldCountries) {
    const file = readBriefFile(country)
    if (file === null || file.checksum === (await lookUpChecksum(context, country))) continue
    written += await inTransaction(context, async (inside) => {
      const rows = file.read()
      const own = await listOwnKeys(inside, country)
      const fresh = rows.filter(({ key }) => !own.has(key))
      await inside.database
        .deleteFrom('briefs_item')
        .where('country', '=', country)
        .where('is_loaded', '=', true)
        .where(
          'key',
          'in',
          itemKeys.filter((key) => !own.has(key)),
        )
        .execute()
      for (const row of fresh) await upsertItem(inside, country, row, true)
      await inside.database
        .insertInto('briefs_dataset')
        .values({ country, checksum: file.checksum })
        .onConflict((conflict) => conflict.column('country').doUpdateSet({ checksum: file.checksum }))
        .execute()
      await noteInGroups(inside, country, 'loaded')
      return fresh.length
    })
  }
  return written
}

// The same row has the same id on every installation.
const loadedId = (country: string, { key, knownOn }: { key: string; knownOn: string }) =>
  stableId(`brief:${country}:${key}@${knownOn}`)
