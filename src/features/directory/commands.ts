import { sql } from 'kysely'
import { recordActivity } from '../../platform/activity/activity.ts'
import type { Context } from '../../platform/context/context.ts'
import { newId } from '../../platform/context/identifier.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { withEdits } from './edits/edited-fields.ts'
import { listEdited, lookUpLevel } from './edits/queries.ts'
import type { NewOrganisation } from './organisation.ts'
import { type FoundName, namesOf, searchOf } from './organisation-names.ts'
import { findOrganisation } from './queries.ts'
import { usualLevel, weightOf } from './weight.ts'

/** What a new organisation must have; `placeOf` is the slug of the authority in which it has its seat. */
export type Described = Partial<NewOrganisation> &
  Pick<NewOrganisation, 'slug' | 'country' | 'kind' | 'name'> & { placeOf?: string | null }

/** Adds an organisation that is in no reference file. Returns its id. */
export async function addOrganisation(context: Context, organisation: Described): Promise<string> {
  return inTransaction(context, async (inside) => {
    const seat = organisation.placeOf ? await findOrganisation(inside, organisation.placeOf) : null
    const described = withDefaults(organisation)
    described.level ??= await lookUpLevel(inside, described.country, described.kind)
    described.level ??= usualLevel(described.kind)
    if (seat) described.parentId = seat.id
    if (seat?.latitude != null && seat.longitude != null)
      described.place ??= { latitude: seat.latitude, longitude: seat.longitude }
    await writeOrganisations(inside, [described])
    await recordActivity(inside, {
      networkId: null,
      verb: 'added',
      subjectKind: 'organisation',
      subjectId: described.organisationId,
    })
    return described.organisationId
  })
}

/**
 * Writes many organisations and every name they are found by. One whose key is known is updated, except for fields that people have
 * edited. Parents must exist already or be in the same call. One statement a table: reference files have 40,000 rows.
 */
export async function writeOrganisations(context: Context, organisations: NewOrganisation[]): Promise<void> {
  if (organisations.length === 0) return
  const edited = await listEdited(
    context,
    organisations.map(({ key }) => key),
  )
  const named = organisations
    .map((organisation) => withEdits(organisation, edited.get(organisation.key)))
    .map((organisation) => ({ organisation, names: namesOf(organisation) }))
  const rows = named.map(({ organisation, names }) => toRow(organisation, searchOf(names)))
  const now = context.clock.now().toString()
  await sql`
    insert into directory_organisation (
      organisation_id, key, slug, country, kind, level, name, short_name, machine_names, about, codes, parent_id, population,
      population_year, latitude, longitude, valid_from, valid_until, validity_reported_by, search, grams, created_at, updated_at
    )
    select organisation_id, key, slug, country, kind, level, name, short_name, machine_names, about, codes, parent_id, population,
      population_year, latitude, longitude, valid_from, valid_until, validity_reported_by, search, grams, ${now}, ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (
      organisation_id uuid, key text, slug text, country text, kind text, level smallint, name jsonb, short_name jsonb,
      machine_names text[], about jsonb, codes jsonb, parent_id uuid, population integer, population_year smallint,
      latitude double precision, longitude double precision, valid_from date, valid_until date,
      validity_reported_by text, search text, grams text[]
    )
    on conflict (key) do update set
      slug = excluded.slug, kind = excluded.kind, level = excluded.level, name = excluded.name,
      short_name = excluded.short_name, machine_names = excluded.machine_names, about = excluded.about, codes = excluded.codes,
      parent_id = excluded.parent_id, population = excluded.population, population_year = excluded.population_year,
      latitude = excluded.latitude, longitude = excluded.longitude, valid_from = excluded.valid_from,
      valid_until = excluded.valid_until, validity_reported_by = excluded.validity_reported_by,
      search = excluded.search, grams = excluded.grams, updated_at = excluded.updated_at
  `.execute(context.database)
  await replaceNames(
    context,
    named.map(({ organisation, names }) => ({
      organisationId: organisation.organisationId,
      names,
      weight: weightOf(organisation),
    })),
  )
}

/** Records which communes an intercommunality is made of. */
export async function writeMemberships(
  context: Context,
  pairs: { memberId: string; unionId: string }[],
): Promise<void> {
  await sql`
    insert into directory_membership (member_id, union_id)
    select member_id, union_id from jsonb_to_recordset(
      ${JSON.stringify(pairs.map((pair) => ({ member_id: pair.memberId, union_id: pair.unionId })))}::jsonb
    ) as row (member_id uuid, union_id uuid)
    on conflict do nothing
  `.execute(context.database)
}

/** Records which edition of a reference file is loaded, and invalidates cached pages that depend on the directory. */
export async function recordDataset(context: Context, name: string, checksum: string): Promise<void> {
  const loaded_at = context.clock.now().toString()
  await context.database
    .insertInto('directory_dataset')
    .values({ name, checksum, loaded_at })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ checksum, loaded_at }))
    .execute()
  const subjectId = newId()
  await recordActivity(context, {
    networkId: null,
    verb: 'loaded',
    subjectKind: 'dataset',
    subjectId,
    detail: { name },
  })
}

/** Fills in empty values for what a new organisation does not give. */
export function withDefaults(organisation: Described): NewOrganisation {
  return {
    organisationId: newId(),
    key: `own:${organisation.slug}`,
    level: null,
    shortName: {},
    machineNames: [],
    aliases: [],
    about: {},
    codes: {},
    parentId: null,
    population: null,
    populationYear: null,
    place: null,
    validFrom: null,
    validUntil: null,
    validityReportedBy: null,
    ...withoutPlaceOf(organisation),
  }
}

function withoutPlaceOf({ placeOf: _, ...organisation }: Described): Omit<Described, 'placeOf'> {
  return organisation
}

function toRow(organisation: NewOrganisation, found: { search: string; grams: string[] }) {
  return {
    organisation_id: organisation.organisationId,
    key: organisation.key,
    slug: organisation.slug,
    country: organisation.country,
    kind: organisation.kind,
    level: organisation.level,
    name: organisation.name,
    short_name: organisation.shortName,
    machine_names: organisation.machineNames,
    about: organisation.about,
    codes: organisation.codes,
    parent_id: organisation.parentId,
    population: organisation.population,
    population_year: organisation.populationYear,
    latitude: organisation.place?.latitude ?? null,
    longitude: organisation.place?.longitude ?? null,
    valid_from: organisation.validFrom,
    valid_until: organisation.validUntil,
    validity_reported_by: organisation.validityReportedBy,
    ...found,
  }
}

interface Named {
  organisationId: string
  names: FoundName[]
  /** Ranks organisations of the same name. */
  weight: number
}

/** Rewrites every name that some organisations are found by. One statement for all of them: reference files have 40,000 rows. */
export async function replaceNames(context: Context, named: Named[]): Promise<void> {
  const ids = named.map(({ organisationId }) => organisationId)
  const rows = named.flatMap(({ organisationId, names, weight }) =>
    names.map((name, position) => ({ ...name, organisation_id: organisationId, position, weight })),
  )
  await sql`delete from directory_name where organisation_id = any(${ids}::uuid[])`.execute(context.database)
  await sql`
    insert into directory_name (organisation_id, position, language, kind, text, folded, start, skeleton, weight)
    select organisation_id, position, language, kind, text, folded, start, skeleton, weight
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (
      organisation_id uuid, position smallint, language text, kind text, text text, folded text, start text,
      skeleton text, weight integer
    )
  `.execute(context.database)
}
