import { sql } from 'kysely'
import { recordActivity } from '../../platform/activity/activity.ts'
import type { Context } from '../../platform/context/context.ts'
import { isUnused, listReferences } from '../../platform/database/references.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { takeTurn } from '../../platform/database/turns.ts'
import { freeSlug } from '../../platform/input/slug.ts'
import { type Described, withDefaults, writeOrganisations } from './commands.ts'
import { lookUpLevel } from './edits/queries.ts'

const mostNumbers = 30

/**
 * Adds many organisations that are in no reference file. Returns their ids in the same order. A slug already in use gets a number.
 * Called inside the command that authorises.
 */
export async function addOrganisations(
  context: Context,
  organisations: readonly Described[],
): Promise<string[]> {
  if (organisations.length === 0) return []
  return inTransaction(context, async (inside) => {
    const wished = organisations.map(({ slug }) => slug)
    await takeTurn(inside, ...wished.map((slug) => `directory_organisation ${slug}`))
    const taken = await listTakenSlugs(inside, wished)
    const levels = new Map<string, number | null>()
    const described = organisations.map((organisation) => {
      const slug = freeSlug(organisation.slug, taken)
      taken.add(slug)
      return withDefaults({ ...organisation, slug })
    })
    for (const organisation of described) {
      const kind = `${organisation.country} ${organisation.kind}`
      if (!levels.has(kind))
        levels.set(kind, await lookUpLevel(inside, organisation.country, organisation.kind))
      organisation.level ??= levels.get(kind) ?? null
    }
    await writeOrganisations(inside, described)
    const [first] = described
    if (first)
      await recordActivity(inside, {
        networkId: null,
        verb: 'added',
        subjectKind: 'organisation',
        subjectId: first.organisationId,
        detail: { organisations: described.length },
      })
    return described.map(({ organisationId }) => organisationId)
  })
}

/** Removes those of some organisations that nothing refers to any more. Returns their ids. Reference data stays. */
export async function removeUnusedOrganisations(context: Context, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  return inTransaction(context, async (inside) => {
    const references = await listReferences(inside.database, 'directory_organisation')
    const others = references.filter(({ table }) => table !== 'directory_name')
    const { rows } = await sql<{ id: string }>`
      select organisation_id as id from directory_organisation o
      where organisation_id = any(${[...ids]}::uuid[]) and key like 'own:%' and ${isUnused(others, 'o.organisation_id')}
    `.execute(inside.database)
    const unused = rows.map(({ id }) => id)
    if (unused.length === 0) return []
    await sql`delete from directory_name where organisation_id = any(${unused}::uuid[])`.execute(
      inside.database,
    )
    await sql`delete from directory_organisation where organisation_id = any(${unused}::uuid[])`.execute(
      inside.database,
    )
    await recordActivity(inside, {
      networkId: null,
      verb: 'removed',
      subjectKind: 'organisation',
      subjectId: unused[0] ?? '',
      detail: { organisations: unused.length },
    })
    return unused
  })
}

async function listTakenSlugs(context: Context, wished: readonly string[]): Promise<Set<string>> {
  const times = Map.groupBy(wished, (slug) => slug)
  const sought = [...times].flatMap(([slug, same]) => [
    slug,
    ...Array.from({ length: mostNumbers + same.length }, (_, number) => `${slug}-${number + 2}`),
  ])
  const { rows } = await sql<{ slug: string }>`
    select slug from directory_organisation where slug = any(${sought}::text[])
  `.execute(context.database)
  return new Set(rows.map(({ slug }) => slug))
}
