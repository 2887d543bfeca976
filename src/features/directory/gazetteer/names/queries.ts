import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import type { LocalizedName } from '../../../../platform/i18n/localized-text.ts'
import { skeleton, skeletonNeighbours } from '../../../../platform/search/index.ts'
import { startLength } from '../../organisation-names.ts'

/** What is asked of names beside their letters. */
export interface NamesAmong {
  country?: string
  kind?: string
  /** Only what existed on this ISO day. */
  on?: string
}

export interface NameRow {
  id: string
  text: string
  folded: string
  weight: number
  kind: string
  nameKind: string
  /** Existed on the context's day. */
  exists: boolean
}

// The weightiest of one name are enough to choose among: the least of them stand on no page.
const mostNamesakes = 1000

/** Organisations that bear one of some folded names to the letter, the weightiest first. */
export function listNamesakes(context: Context, among: NamesAmong, folded: string[]): Promise<NameRow[]> {
  const named = sql`where folded = any(${folded}::text[]) order by weight desc limit ${mostNamesakes}`
  return listNames(context, among, named, 200)
}

// Up to so many names are put in order; where more begin so, they stand close enough among those of the first letters.
const mostOrdered = 2000

/** Organisations with a name that begins with folded letters, the weightiest first; none for too few letters. */
export async function listBeginning(context: Context, among: NamesAmong, folded: string, most: number): Promise<NameRow[]> {
  const length = startLength(folded)
  if (folded.length < length) return []
  const start = folded.slice(0, length)
  if (folded.length > length) {
    const ranged = sql`where folded >= ${folded} and folded < ${`${folded}\u{10ffff}`} order by folded limit ${mostOrdered}`
    const rows = await listNames(context, among, ranged, most)
    if (rows.length === 0 || !(await isCut(context, folded))) return rows
  }
  const weighed = sql`where start = ${start} and left(folded, ${folded.length}) = ${folded} order by weight desc`
  const isNarrowed = among.country !== undefined || among.kind !== undefined || among.on !== undefined
  return listNames(context, among, sql`${weighed} limit ${isNarrowed ? mostOrdered : most}`, most)
}

/** Gazetteer names that are spelt or romanised like a folded one, in no order: its own sounds, then those one slip away. */
export async function listAlike(context: Context, among: NamesAmong, folded: string): Promise<{ same: NameRow[]; near(): Promise<NameRow[]> }> {
  const key = skeleton(folded)
  if (key.length < 2) return { same: [], near: async () => [] }
  const sounding = (keys: string[], most: number) => sql`
    cross join lateral (
      select * from directory_name where skeleton = key order by weight desc limit ${most}
    ) sounding`
  return { same: [], near: async () => [] }
}
