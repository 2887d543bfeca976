import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import type { LocalizedName } from '../../../platform/i18n/localized-text.ts'
import type { OrganisationRef } from '../../directory/index.ts'
import { listOrganisationRefs } from '../../directory/picking/index.ts'
import { selectCriticalMass } from './document/queries.ts'
import { type CriticalMass, criticalMassDocument } from './document/schema.ts'

/** An authority that has committed itself to come. */
export interface Commitment {
  id: string
  organisation: { id: string; slug: string; country: string; name: LocalizedName; shortName: LocalizedName }
  people: number
  words: string
  language: string
  committedAt: Date
}

/** What an event needs to be held, with the town of its smaller form, and who has committed themselves. */
export interface Asking {
  mass: CriticalMass
  place: OrganisationRef | null
  commitments: Commitment[]
}

/** What an event that the reader may see asks for, as of the context’s day; null where nobody asks. */
export async function lookUpAsking(context: Context, eventId: string): Promise<Asking | null> {
  const { rows } = await sql<{ mass: unknown }>`
    select ${selectCriticalMass()} as mass from agenda_event e where e.event_id = ${eventId}
  `.execute(context.database)
  const mass = criticalMassDocument.nullable().parse(rows[0]?.mass ?? null)
  if (mass === null) return null
  const { placeId } = mass.smaller
  const refs = placeId === null ? null : await listOrganisationRefs(context, [placeId])
  const commitments = await listCommitments(context, eventId)
  return { mass, place: refs?.get(placeId ?? '') ?? null, commitments }
}

/** The authorities that have committed themselves and are still there on the context’s day, the earliest first. */
export async function listCommitments(context: Context, eventId: string): Promise<Commitment[]> {
  const { rows } = await sql<Commitment>`
    select c.commitment_id as id,
      json_build_object('id', o.organisation_id, 'slug', o.slug, 'country', o.country, 'name', o.name,
        'shortName', o.short_name) as organisation,
      c.people, c.words, c.language, c.committed_at as "committedAt"
    from agenda_commitment c join directory_organisation o on o.organisation_id = c.organisation_id
    where c.event_id = ${eventId} and c.withdrawn_at is null
      and coalesce(o.valid_until > ${context.today}::date, true)
    order by c.committed_at, c.commitment_id
  `.execute(context.database)
  return rows
}
