import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import type { NameBook, NamedAuthority, NamedTown } from './gazetteer.ts'

const mostOfOneName = 14

/** The directory as a book of names, on the day of a context. */
export const lookUpNames = (context: Context): NameBook => ({
  listNamed: (folded) => listNamed(context, folded),
  listAllNames: () => listAllNames(context),
  listFrenchTowns: (asked, most) => listFrenchTowns(context, asked, most),
})

/** The authorities of the directory with one of some folded names, the weightiest of each name first. */
async function listNamed({ database, today }: Context, folded: readonly string[]): Promise<NamedAuthority[]> {
  if (folded.length === 0) return []
  const { rows } = await sql<NamedAuthority>`
    select asked.folded, o.organisation_id as id, o.country, o.kind, o.name, n.weight, n.name_kind as "nameKind",
      coalesce(o.codes ->> 'cog', o.codes ->> 'siren', o.codes ->> 'kr') as code,
      o.parent_id as "parentId",
      (o.valid_until is not null and o.valid_until <= ${today}) as "isPast"
    from unnest(${[...folded]}::text[]) as asked (folded)
    cross join lateral (
      select organisation_id, weight, kind as name_kind from directory_name
      where folded = asked.folded order by weight desc limit ${mostOfOneName}
    ) n
    join directory_organisation o on o.organisation_id = n.organisation_id
    where o.level is not null
      -- Muju before and after its code changed is one county: of those that bear the very name, the successor stands for both.
      and not exists (
        select 1 from directory_succession s
        join directory_name later on later.organisation_id = s.successor_id and later.folded = asked.folded
        where s.predecessor_id = o.organisation_id
      )
  `.execute(database)
  return rows
}

/** Every name that an organisation is found by, folded, except former ones. One long text is read much sooner than a row for each. */
async function listAllNames({ database }: Context): Promise<string[]> {
  const { rows } = await sql<{ names: string | null }>`
    select string_agg(folded, chr(10)) as names from directory_name where kind in ('official', 'short', 'alias', 'bare')
  `.execute(database)
  return rows[0]?.names?.split('\n') ?? []
}

/** French communes, départements and régions by folded name, for each word that may mean one: at most so many a word, the largest first. */
async function listFrenchTowns(
  { database }: Context,
  asked: readonly { word: string; folded: string }[],
  most: number,
): Promise<NamedTown[]> {
  if (asked.length === 0) return []
  const { rows } = await sql<NamedTown>`
    select word, id, country, kind, name, weight, "nameKind", code, "parentId", "isPast" from (
      select asked.word, coalesce(l.organisation_id, o.organisation_id) as id, o.country, o.kind, o.name, n.weight,
        'sounding' as "nameKind", coalesce(l.codes, o.codes) ->> 'cog' as code, o.parent_id as "parentId", false as "isPast",
        row_number() over (partition by asked.word order by n.weight desc) as place
      from unnest(${asked.map(({ word }) => word)}::text[], ${asked.map(({ folded }) => folded)}::text[]) as asked (word, folded)
      join directory_name n on n.folded = asked.folded
      join directory_organisation o on o.organisation_id = n.organisation_id
      -- 미디피레네, a région of before 2016: the one that took its place.
      left join directory_succession s on s.predecessor_id = o.organisation_id and o.kind = 'region'
      left join directory_organisation l on l.organisation_id = s.successor_id
      where o.country = 'FR' and o.kind in ('commune', 'region', 'departement')
        and n.kind in ('official', 'short', 'alias', 'bare')
        and (o.valid_until is null or l.organisation_id is not null)
    ) found where place <= ${most}
    order by word, place
  `.execute(database)
  return rows
}
