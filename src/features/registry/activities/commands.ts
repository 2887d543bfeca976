import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { readEdtf } from '../../../platform/dates/index.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import type { ActivityKind } from '../codes.ts'

export interface NewActivity {
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
  const activityId = newId()
  const now = context.clock.now().toString()
  const when = activity.when ? readEdtf(activity.when) : null
  await context.database
    .insertInto('registry_activity')
    .values({
      activity_id: activityId,
      network_id: networkId,
      slug: activity.slug,
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
  if (activity.organisations.length > 0) {
    await context.database
      .insertInto('registry_activity_organisation')
      .values(
        activity.organisations.map((each, position) => ({
          activity_id: activityId,
          organisation_id: each.organisationId,
          role: each.role,
          position,
        })),
      )
      .execute()
  }
  return activityId
}
