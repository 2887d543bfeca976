import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import type { LocalizedText } from '../../../../platform/i18n/localized-text.ts'
import { findViewer, listPosts, type Viewer } from '../../../contacts/index.ts'
import { forgottenImporter } from '../personal-data.commands.ts'
import { eventKey, type HeldEvents } from './event-plan.ts'
import { type HeldContact, heldContact } from './held-contact.ts'
import type { PlanOptions } from './planned-row.ts'

/** The contacts of a network as the importer of a list may see them: a table reveals nothing that its importer may not read. */
export async function listHeldContacts(
  context: Context,
  { networkId, importer }: Pick<PlanOptions, 'networkId' | 'importer'>,
): Promise<HeldContact[]> {
  const posts = await listPosts(context, await findImporterSight(context, networkId, importer))
  return posts.map(heldContact)
}

const nobodysCountry = 'ZZ'

async function findImporterSight(context: Context, networkId: string, importer: string): Promise<Viewer> {
  const viewer = await findViewer(context, networkId)
  // An importer whose data was erased sees only what is readable everywhere.
  if (importer === forgottenImporter) return { ...viewer, countries: [nobodysCountry] }
  const personId = /^person:(.+)$/.exec(importer)?.[1]
  if (personId === undefined) return viewer
  const { rows } = await sql<{ country: string }>`
    select distinct o.country from people_role r
    join people_role_organisation ro on ro.role_id = r.role_id
    join directory_organisation o on o.organisation_id = ro.organisation_id
    where r.person_id = ${personId} and r.network_id = ${networkId}
      and (r.ends_at is null or r.ends_at > ${context.clock.now().toString()})
  `.execute(context.database)
  return { ...viewer, countries: rows.map(({ country }) => country) }
}

/** The events of a network, published or not, by title and date. */
export async function listHeldEvents(context: Context, networkId: string): Promise<HeldEvents> {
  const { rows } = await sql<{ id: string; title: LocalizedText; happens: string | null }>`
    select event_id as id, title, happens from agenda_event where network_id = ${networkId}
  `.execute(context.database)
  return new Map(
    rows.flatMap(({ id, title, happens }) =>
      Object.values(title).map(({ text }): [string, string] => [eventKey(text, happens), id]),
    ),
  )
}
