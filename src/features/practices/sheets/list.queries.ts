import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { onlyRow } from '../../../platform/database/only-row.ts'
import { asAnybody } from '../../../platform/letters/letter-reader.ts'
import type { LetterContext } from '../../../platform/letters/letter-source.ts'
import { spanOfLetter } from '../../../platform/letters/letter-span.ts'
import { listNetworkPages } from '../../networks/index.ts'
import { whereFoundInGroup } from '../../translations/index.ts'
import type { PracticeFilter } from './practice-filter.ts'
import { type Practice, selectAge, selectPractices, whereVisible } from './queries.ts'

/** A page of the sheets that a filter lets through, the newest first. */
export async function listPractices(
  context: Context,
  networkId: string,
  filter: PracticeFilter,
  slice: { limit: number; offset?: number; after?: { knownOn: string; id: string } | null },
): Promise<Practice[]> {
  const { after = null, ...rows } = slice
  const following = after && sql`(s.known_on, s.sheet_id) < (${after.knownOn}::date, ${after.id}::uuid)`
  return selectPractices(context, {
    condition: sql.join(
      [...(await conditions(context, networkId, filter)), ...(following ? [following] : [])],
      sql` and `,
    ),
    ...rows,
  })
}

/** How many there are, counted up to `most`. */
export async function countPractices(
  context: Context,
  networkId: string,
  filter: PracticeFilter,
  most: number,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select 1 from practices_sheet s join directory_organisation o on o.organisation_id = s.holder_id
      left join contacts_post post on post.post_id = s.contact_id
      where s.known_on <= ${context.today} and ${whereVisible(context.actor)}
        and ${sql.join(await conditions(context, networkId, filter), sql` and `)} limit ${most}
    ) as counted
  `.execute(context.database)
  return onlyRow(rows).count
}

async function conditions(
  context: Context,
  networkId: string,
  filter: PracticeFilter,
): Promise<RawBuilder<unknown>[]> {
  const { today } = context
  const all: RawBuilder<unknown>[] = [sql`s.network_id = ${networkId}`]
  const isTaken = sql`u.confirmed_on <= ${today} and u.state in ('adopted', 'adapted')`
  if (filter.state !== 'all') all.push(sql`s.publication = ${filter.state}`)
  else all.push(sql`s.publication <> 'withdrawn'`)
  if (filter.q !== '') all.push(await whereFoundInGroup(context, networkId, 's', filter.q))
  if (filter.theme.length > 0) all.push(sql`s.themes && ${filter.theme}::text[]`)
  if (filter.trade.length > 0) all.push(sql`s.trades && ${filter.trade}::text[]`)
  if (filter.country !== null) all.push(sql`o.country = ${filter.country}`)
  if (filter.age.length > 0) all.push(sql`${selectAge(today)} = any(${filter.age}::text[])`)
  if (filter.has.includes('failed')) all.push(sql`s.failed_said = 'said'`)
  if (filter.has.includes('used'))
    all.push(sql`exists (select from practices_use u where u.sheet_id = s.sheet_id and ${isTaken})`)
  if (filter.organisation !== null) {
    const named = sql`(select other.organisation_id from directory_organisation other where other.slug = ${filter.organisation})`
    // Each way has its index; joined by “or” none would be used.
    all.push(sql`s.sheet_id in (select own.sheet_id from practices_sheet own where own.holder_id = ${named}
      union all select p.sheet_id from practices_partner p where p.organisation_id = ${named}
      union all select u.sheet_id from practices_use u where u.organisation_id = ${named} and ${isTaken})`)
  }
  return all
}

/** The published sheets that everybody may read and that came, or that somebody took up as both sides say, since the letter before. */
export function listNewPractices(letterContext: LetterContext, limit: number): Promise<Practice[]> {
  const { since, from } = spanOfLetter(letterContext)
  return selectPractices(asAnybody(letterContext.context), {
    condition: sql`s.network_id = ${letterContext.network.id} and s.publication = 'published' and (s.published_at > ${since}
      or exists (select from practices_use u where u.sheet_id = s.sheet_id and u.confirmed_on >= ${from}))`,
    limit,
  })
}

/** The list of every network and its published sheets. */
export const listPracticePages = listNetworkPages(
  ['/practices'],
  sql`select s.slug, '/practices/' || s.slug, s.updated_at from practices_sheet s
    where s.network_id = n.network_id and s.known_on <= n.day and s.publication = 'published'`,
)
