import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import { isId } from '../../../../platform/context/identifier.ts'
import { readEdtf } from '../../../../platform/dates/index.ts'
import { chooseText, plainText } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import type { RecordDocument } from '../../../../platform/records/record-document.ts'
import type { RecordHead, RecordNetwork } from '../../../../platform/records/record-head.ts'
import type { AlikeRecord } from '../../../../platform/records/record-kind.ts'
import { eventDocument } from '../document/schema.ts'
import { paths } from '../paths.ts'
import { selectEvents } from '../summary.queries.ts'
import { eventDateWords } from '../views/event-date.tsx'
import { holdersOf } from './holders.ts'

/** An event that the reader may see, by slug or id, with who may change it; null if there is none. */
export async function lookUpHead(
  context: Context,
  network: RecordNetwork,
  by: { slug: string } | { id: string },
): Promise<RecordHead | null> {
  if ('id' in by && !isId(by.id)) return null
  const [event] = await selectEvents(context, {
    condition: sql`e.network_id = ${network.id} and ${'slug' in by ? sql`e.slug = ${by.slug}` : sql`e.event_id = ${by.id}`}`,
    limit: 1,
  })
  if (!event) return null
  const { id, slug, title, organisations } = event
  return { id, slug, title: plainText(title), organisationIds: holdersOf(organisations) }
}

const mostShown = 5

/** Events of the same days in which one of the same organisations takes part. */
export async function listAlikeEvents(
  context: Context,
  reader: Reader,
  network: RecordNetwork,
  document: RecordDocument,
): Promise<AlikeRecord[]> {
  const { when, organisations } = eventDocument.parse(document)
  if (when === null || organisations.length === 0) return []
  const { from, to } = readEdtf(when)
  const taking = organisations.map(({ id }) => id)
  const events = await selectEvents(context, {
    condition: sql`e.network_id = ${network.id} and e.starts_on >= ${from}::date and e.ends_on <= ${to}::date and exists (
      select 1 from agenda_event_organisation part
      where part.event_id = e.event_id and part.organisation_id = any(${taking}::uuid[]))`,
    limit: mostShown,
  })
  return events.map((event) => {
    const title = chooseText(event.title, reader.language)
    return {
      id: event.id,
      title: title?.text ?? event.slug,
      language: title?.language ?? reader.language,
      details: eventDateWords(reader, network.countries, event),
      href: paths.event(reader, network.slug, event.slug),
    }
  })
}
