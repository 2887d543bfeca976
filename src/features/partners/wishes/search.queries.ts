import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { boardFilter } from './board/board-filter.ts'
import { type BoardEntry, listEntries, selectBoard } from './board/queries.ts'
import { sharePlaces } from './shared-places.ts'

/** Entries of the board with some words: the newest of each source, and how many others there are. */
export interface FoundOnBoard {
  wishes: BoardEntry[]
  said: BoardEntry[]
  more: { wishes: number; said: number }
}

/** Finds open entries of the board, what authorities say and what sources say of others sharing the places; in three statements. */
export async function findOnBoard(
  context: Context,
  networkId: string,
  text: string,
  places: number,
): Promise<FoundOnBoard> {
  const { rows } = await sql<{ source: BoardEntry['source']; id: string; total: number }>`
    select found.source, found.id, found.total from (
      select b.source, b.id, count(*) over (partition by b.source)::int as total,
        row_number() over (partition by b.source order by b.known_on desc, b.id desc) as place
      from ${selectBoard(context, networkId, boardFilter.read({ q: text }))} as b
    ) as found
    where found.place <= ${places} order by found.place
  `.execute(context.database)
  const of = (source: BoardEntry['source']) => rows.filter((row) => row.source === source)
  const [wishes, said] = [of('wish'), of('said')]
  const [manyWishes, muchSaid] = [wishes[0]?.total ?? 0, said[0]?.total ?? 0]
  const [first, second] = sharePlaces(places, [manyWishes, muchSaid])
  const entries = await listEntries(context, [...wishes.slice(0, first), ...said.slice(0, second)])
  return {
    wishes: entries.filter(({ source }) => source === 'wish'),
    said: entries.filter(({ source }) => source === 'said'),
    more: { wishes: manyWishes - first, said: muchSaid - second },
  }
}
