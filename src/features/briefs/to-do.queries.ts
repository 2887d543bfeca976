import { iso31661 } from 'iso-3166'
import { sql } from 'kysely'
import { noDay, secretariat, type ToDoSource } from '../../platform/http/to-do-source.ts'
import { lastLocalElection, localElections } from '../agenda/planning/index.ts'
import { countryNames } from '../directory/index.ts'
import { briefIdOf } from './items/document.ts'
import { stateOf } from './items/item.ts'
import { listStatements } from './items/queries.ts'
import { itemKinds } from './items/skeleton.ts'

let known: ReturnType<typeof makeTold> | undefined

/** What the SQL below is told, as JSON. Votes to come count too: their day is when words are out of date. */
function makeTold() {
  const countries = iso31661.map(({ alpha2 }) => alpha2)
  return {
    names: JSON.stringify(Object.fromEntries(countries.map((country) => [country, countryNames(country)]))),
    kinds: JSON.stringify(
      itemKinds.map(({ key, shelfMonths: shelf, endsWithElection: voted }) => ({ key, shelf, voted })),
    ),
    votes: JSON.stringify(localElections.map(({ country, date }) => ({ country, day: date }))),
  }
}

/**
 * Countries of which an item is out of date (`stateOf`, in SQL) or was never checked. Time alone makes it so: the line is there before, with
 * the day from which it shows.
 */
export const briefToDo: ToDoSource = {
  kind: 'briefs.items',
  label: 'briefs.toDo.items',
  action: 'briefs.toDo.check',
  // A new group has the countries whose briefs are there already.
  subjects: ['brief', 'network'],
  touched: (subjectIds) => sql`
    select unnest(${[...subjectIds]}::uuid[]) union
    select i.brief_id from briefs_item i join networks_network n on i.country = any(n.countries)
    where n.network_id = any(${[...subjectIds]}::uuid[])
  `,
  lines: (networkId) => {
    // Made once: every activity of a brief asks for it.
    known ??= makeTold()
    const { names, kinds, votes } = known
    return sql`
      select brief_id as record_id, ${secretariat}::text as waits_for, ${names}::jsonb -> country as title,
        '/brief/' || lower(country) || '/edit' as path, null::jsonb as asker, min(opens_on) as since, min(opens_on) as shows_on,
        ${noDay} as due_on, ${noDay} as ends_on
      from (
        select i.brief_id, i.country, case when i.checked_on is null then i.known_on else least(
          i.valid_until + 1,
          (greatest(i.as_of, i.checked_on) + make_interval(months => kind.shelf))::date + 1,
          case when kind.voted then (select min(vote.day) from jsonb_to_recordset(${votes}::jsonb) as vote (country text, day date)
            where vote.country = i.country and vote.day > greatest(i.as_of, i.checked_on)) end
        ) end as opens_on
        from (
          select distinct on (each.country, each.key) each.* from briefs_item each
          join networks_network n on each.country = any(n.countries) and each.known_on <= coalesce(n.opens_on, 'infinity')
          where n.network_id = ${networkId} order by each.country, each.key, each.known_on desc
        ) i
        join jsonb_to_recordset(${kinds}::jsonb) as kind (key text, shelf int, voted boolean) on kind.key = i.key
        where i.text <> '{}'
      ) item
      where opens_on is not null group by brief_id, country
    `
  },
  note: async (context, networkId) => {
    const { today, database } = context
    const network = await database
      .selectFrom('networks_network')
      .select('countries')
      .where('network_id', '=', networkId)
      .executeTakeFirst()
    const counts = new Map<string, number>()
    for (const country of network?.countries ?? []) {
      const lastElection = lastLocalElection(country, today)
      const said = await listStatements(context, country)
      const states = itemKinds.map((kind) =>
        stateOf(kind, said.get(kind.key) ?? null, { today, lastElection }),
      )
      const open = states.filter((state) => state === 'unverified' || state === 'stale')
      counts.set(briefIdOf(country), open.length)
    }
    return ({ t }, id) => t('briefs.toDo.count', { count: counts.get(id) ?? 0 })
  },
}
