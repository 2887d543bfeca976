import { sql } from 'kysely'
import { describeActor } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { slugOf } from '../../../platform/input/slug.ts'
import { grams, searchText } from '../../../platform/search/index.ts'
import { replaceOrganisations, sayCancelled } from './commands.ts'
import { valuesOf } from './document/event-columns.ts'
import type { EventDocument } from './document/schema.ts'
import { refreshSearch } from './search.commands.ts'
import { linkTies } from './ties/commands.ts'

export interface EventInBatch {
  id: string
  document: EventDocument
}

/** Writes many new events at once, as part of the command that brings them in; each has an address made of its title and its id. */
export async function addEvents(
  context: Context,
  networkId: string,
  events: readonly EventInBatch[],
): Promise<void> {
  if (events.length === 0) return
  const now = context.clock.now().toString()
  const by = describeActor(context.actor)
  const rows = events.map(({ id, document }) => {
    const search = searchText(textsOf(document))
    return {
      event_id: id,
      network_id: networkId,
      slug: addressOf(id, document),
      ...valuesOf(document),
      ...sayCancelled(context, document.state),
      published_at: now,
      published_by: by,
      created_at: now,
      updated_at: now,
      search,
      grams: grams(search),
    }
  })
  const names = sql.join([...new Set(rows.flatMap((row) => Object.keys(row)))].map((name) => sql.ref(name)))
  // One value instead of forty for each event, which the embedded database takes in two thirds of the time.
  await sql`
    insert into agenda_event (${names})
    select ${names} from jsonb_populate_recordset(null::agenda_event, ${JSON.stringify(rows)}::jsonb)
  `.execute(context.database)
  for (const { id, document } of events.filter((event) => event.document.cooperations.length > 0))
    await linkTies(
      context,
      id,
      document.cooperations.map((tie) => tie.id),
    )
  const taking = events.filter(({ document }) => document.organisations.length > 0)
  for (const { id, document } of taking)
    await replaceOrganisations(
      context,
      id,
      document.organisations.map(({ id: organisationId, role }) => ({ organisationId, role })),
    )
  await refreshSearch(
    context,
    taking.map(({ id }) => id),
  )
}

/** Removes events that came in together, with all that hangs on them in the agenda. */
export async function removeEvents(
  { database }: Context,
  networkId: string,
  eventIds: readonly string[],
): Promise<void> {
  if (eventIds.length === 0) return
  const ids = [...eventIds]
  await sql`delete from agenda_event_cooperation where event_id = any(${ids}::uuid[])`.execute(database)
  await sql`delete from agenda_event_organisation where event_id = any(${ids}::uuid[])`.execute(database)
  await sql`delete from agenda_event where network_id = ${networkId} and event_id = any(${ids}::uuid[])`.execute(
    database,
  )
}

// The end of an id, which is random, tells namesakes apart without a query of all the others.
function addressOf(id: string, { title, kind }: EventDocument): string {
  const text = title.en?.text ?? title.fr?.text ?? Object.values(title)[0]?.text ?? ''
  return `${slugOf(text, kind.replaceAll('_', '-')).slice(0, 60).replace(/-+$/, '')}-${id.slice(-8)}`
}

function textsOf({ title, frame, venue, summary }: EventDocument): string[] {
  return [title, frame, venue, summary].flatMap((text) => Object.values(text).map((each) => each.text))
}
