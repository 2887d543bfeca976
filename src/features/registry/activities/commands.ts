import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { readEdtf } from '../../../platform/dates/index.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { freeSlug } from '../../../platform/input/slug.ts'
import { isSame } from '../../../platform/records/record-document.ts'
import type { ActivityKind } from '../codes.ts'
import { differingEntries } from '../cooperations/document/entries.ts'
import type { ActivityEntry } from '../cooperations/document/schema.ts'

export interface NewActivity {
  /** Its id where it had one before: an exchange that is brought back. */
  id?: string
  slug: string
  kind: ActivityKind
  title: LocalizedText
  /** EDTF, or null when the source gives no date. */
  when: string | null
  /** The date as the source says it, where that is vague. */
  words?: LocalizedText
  state: 'past' | 'planned' | 'cancelled'
  /** How firm a plan is; null for what is past. */
  firmness?: 'planned' | 'intention' | 'idea' | 'hope' | null
  /** Countries that are guests of a third country's event rather than its subject. */
  guestCountries?: string[]
  placeId?: string | null
  /** The fair, programme or crossed year in which it stands. */
  frame?: LocalizedText
  organisations: { organisationId: string; role: string }[]
  cooperationIds: string[]
  knownOn: string
}

/** Writes an exchange between authorities, past or planned; answers its id. */
export async function writeActivity(
  context: Context,
  networkId: string,
  activity: NewActivity,
): Promise<string> {
  const activityId = activity.id ?? newId()
  const now = context.clock.now().toString()
  await context.database
    .insertInto('registry_activity')
    .values({
      activity_id: activityId,
      network_id: networkId,
      slug: activity.slug,
      ...columnsOf(activity),
      created_at: now,
      updated_at: now,
    })
    .execute()
  if (activity.cooperationIds.length > 0) {
    await context.database
      .insertInto('registry_activity_cooperation')
      .values(activity.cooperationIds.map((cooperation_id) => ({ activity_id: activityId, cooperation_id })))
      .execute()
  }
  await writeOrganisations(context, activityId, activity.organisations)
  return activityId
}

/** Writes the exchanges of a tie, where they differ. One that several ties share changes for all of them. */
export async function replaceActivities(
  context: Context,
  cooperation: { id: string; networkId: string },
  before: ActivityEntry[],
  after: ActivityEntry[],
): Promise<void> {
  const { removed, added, changed } = differingEntries(before, after)
  for (const id of removed) await unlinkActivity(context, cooperation.id, id)
  for (const { entry } of added) {
    await writeActivity(context, cooperation.networkId, {
      ...entry,
      slug: await findFreeSlug(context, cooperation.networkId, entry.slug),
      organisations: entry.organisations.map(({ id, role }) => ({ organisationId: id, role })),
      cooperationIds: [cooperation.id],
    })
  }
  for (const { entry } of changed) {
    const was = before.find(({ id }) => id === entry.id)
    if (isSame(was, entry)) continue
    await context.database
      .updateTable('registry_activity')
      .set({ ...columnsOf(entry), updated_at: context.clock.now().toString() })
      .where('network_id', '=', cooperation.networkId)
      .where('activity_id', '=', entry.id)
      .execute()
    if (!isSame(was?.organisations, entry.organisations)) {
      await context.database
        .deleteFrom('registry_activity_organisation')
        .where('activity_id', '=', entry.id)
        .execute()
      await writeOrganisations(
        context,
        entry.id,
        entry.organisations.map(({ id, role }) => ({ organisationId: id, role })),
      )
    }
  }
}

async function findFreeSlug({ database }: Context, networkId: string, wished: string): Promise<string> {
  const rows = await database
    .selectFrom('registry_activity')
    .select('slug')
    .where('network_id', '=', networkId)
    .where('slug', 'like', `${wished}%`)
    .execute()
  return freeSlug(wished, new Set(rows.map(({ slug }) => slug)))
}

// An exchange that no other tie shares is gone with the last one.
async function unlinkActivity({ database }: Context, cooperationId: string, id: string): Promise<void> {
  await database
    .deleteFrom('registry_activity_cooperation')
    .where('activity_id', '=', id)
    .where('cooperation_id', '=', cooperationId)
    .execute()
  const shared = await database
    .selectFrom('registry_activity_cooperation')
    .select('cooperation_id')
    .where('activity_id', '=', id)
    .limit(1)
    .executeTakeFirst()
  if (shared) return
  await database.deleteFrom('registry_activity_organisation').where('activity_id', '=', id).execute()
  await database.deleteFrom('registry_activity').where('activity_id', '=', id).execute()
}

async function writeOrganisations(
  { database }: Context,
  activityId: string,
  organisations: NewActivity['organisations'],
): Promise<void> {
  if (organisations.length === 0) return
  await database
    .insertInto('registry_activity_organisation')
    .values(
      organisations.map((each, position) => ({
        activity_id: activityId,
        organisation_id: each.organisationId,
        role: each.role,
        position,
      })),
    )
    .execute()
}

function columnsOf(activity: Omit<NewActivity, 'organisations' | 'cooperationIds' | 'slug' | 'id'>) {
  const when = activity.when ? readEdtf(activity.when) : null
  return {
    kind: activity.kind,
    title: JSON.stringify(activity.title),
    happens: when?.edtf ?? null,
    starts_on: when?.from ?? null,
    ends_on: when?.to ?? null,
    words: JSON.stringify(activity.words ?? {}),
    state: activity.state,
    firmness: activity.firmness ?? null,
    guest_countries: activity.guestCountries ?? [],
    place_id: activity.placeId ?? null,
    frame: JSON.stringify(activity.frame ?? {}),
    known_on: activity.knownOn,
  }
}
