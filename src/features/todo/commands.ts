import { sql } from 'kysely'
import { personIdOf } from '../../platform/context/actor.ts'
import type { Context } from '../../platform/context/context.ts'
import { notFound } from '../../platform/refusal.ts'
import type { Frequency } from './queries.ts'

/** Hides a line from the person who acts until a day; null shows it again. */
export async function putOff(
  context: Context,
  networkId: string,
  { kind, recordId, until }: { kind: string; recordId: string; until: string | null },
): Promise<void> {
  const personId = personIdOf(context.actor) ?? notFound()
  if (until === null)
    await context.database
      .deleteFrom('todo_later')
      .where('person_id', '=', personId)
      .where('network_id', '=', networkId)
      .where('kind', '=', kind)
      .where('record_id', '=', recordId)
      .execute()
  else
    await sql`
      insert into todo_later (person_id, network_id, kind, record_id, until)
      values (${personId}, ${networkId}, ${kind}, ${recordId}, ${until})
      on conflict (person_id, network_id, kind, record_id) do update set until = excluded.until
    `.execute(context.database)
}

/** How often the person who acts gets the list of a group by mail. */
export async function chooseFrequency(
  context: Context,
  networkId: string,
  frequency: Frequency,
): Promise<void> {
  const personId = personIdOf(context.actor) ?? notFound()
  await sql`
    insert into todo_digest (person_id, network_id, frequency) values (${personId}, ${networkId}, ${frequency})
    on conflict (person_id, network_id) do update set frequency = excluded.frequency
  `.execute(context.database)
}
