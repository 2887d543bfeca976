import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../platform/context/context.ts'
import { onlyRow } from '../../platform/database/only-row.ts'
import { type GazetteerHit, listMatches } from './gazetteer/queries.ts'
import { countByKind, listOrganisations, type OrganisationRecord } from './queries.ts'
import { type DirectorySearch, pageSize } from './search.schema.ts'

/** The answer of the directory: counts of each kind, a list of one kind, or the matches of a name. */
export type DirectoryAnswer =
  | { found: 'counts'; counts: { country: string; kind: string; count: number }[] }
  | { found: 'list'; rows: OrganisationRecord[]; total: number }
  | {
      found: 'matches'
      /** Several have exactly this name: ask which one is meant. */
      namesakes: OrganisationRecord[]
      rows: OrganisationRecord[]
      total: number
      /** There are more than `total`. */
      isCut: boolean
      /** Nothing contains these words; the rows are only similar. */
      approximate: boolean
    }

const mostMatches = 100
const mostSuggestions = 10

/** Answers a search; `inHangulOrder` sorts a list by Korean names instead of by addresses. */
export async function findAnswer(
  context: Context,
  search: DirectorySearch,
  inHangulOrder: boolean,
): Promise<DirectoryAnswer> {
  if (search.text !== '') return findMatches(context, search)
  if (search.kind !== null) {
    const [rows, total] = await Promise.all([
      listOfKind(context, search, inHangulOrder),
      countOfKind(context, search),
    ])
    return { found: 'list', rows, total }
  }
  const counts = await countByKind(context, search.on ?? context.today)
  const { country } = search
  return {
    found: 'counts',
    counts: country === null ? counts : counts.filter((each) => each.country === country),
  }
}

async function findMatches(context: Context, search: DirectorySearch): Promise<DirectoryAnswer> {
  const { hits, asksWhich, approximate } = await listMatches(context, {
    text: search.text,
    ...(search.country ? { country: search.country } : {}),
    ...(search.kind ? { kind: search.kind } : {}),
    ...(search.on ? { on: search.on } : {}),
    limit: mostMatches,
  })
  const worth = approximate ? hits.slice(0, mostSuggestions) : hits
  const shown = worth.slice((search.page - 1) * pageSize, search.page * pageSize)
  const records = new Map(
    (
      await listOrganisations(
        context,
        shown.map(({ id }) => id),
      )
    ).map((each) => [each.id, each]),
  )
  const recordsOf = (some: GazetteerHit[]) => some.flatMap(({ id }) => records.get(id) ?? [])
  const best = asksWhich && search.page === 1 ? hits[0]?.score : undefined
  return {
    found: 'matches',
    namesakes: recordsOf(shown.filter(({ score }) => score === best)),
    rows: recordsOf(shown.filter(({ score }) => score !== best)),
    total: worth.length,
    isCut: hits.length === mostMatches,
    approximate,
  }
}

async function listOfKind(context: Context, search: DirectorySearch, inHangulOrder: boolean) {
  const order = inHangulOrder ? sql`o.name ->> 'ko' collate "C", o.slug` : sql`o.slug`
  const { rows } = await sql<{ id: string }>`
    select o.organisation_id as id from directory_organisation o where ${conditions(context, search)}
    order by ${order} limit ${pageSize} offset ${(search.page - 1) * pageSize}
  `.execute(context.database)
  const records = await listOrganisations(
    context,
    rows.map(({ id }) => id),
  )
  const byId = new Map(records.map((record) => [record.id, record]))
  return rows.flatMap(({ id }) => byId.get(id) ?? [])
}

async function countOfKind(context: Context, search: DirectorySearch): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from directory_organisation o where ${conditions(context, search)}
  `.execute(context.database)
  return onlyRow(rows).count
}

function conditions(context: Context, { country, kind, on }: DirectorySearch): RawBuilder<unknown> {
  const day = on ?? context.today
  return sql`o.kind = ${kind} ${country ? sql`and o.country = ${country}` : sql``}
    and (o.valid_from is null or o.valid_from <= ${day}::date) and (o.valid_until is null or o.valid_until > ${day}::date)`
}
