import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { plainText } from '../../../platform/i18n/localized-text.ts'
import type { RecordTexts } from '../../../platform/translation/text-owner.ts'
import { type TitledTextRow, textsByRecord } from '../../../platform/translation/texts-by-record.ts'
import { selectMassTexts } from '../commitments/texts.queries.ts'
import { selectMissionTexts } from '../missions/texts.queries.ts'

/** The texts of the events of a network that all who translate in it may read, or of some of them: those for hosts alone, or withdrawn, are not among them. */
export async function listEventTexts(
  context: Context,
  networkId: string,
  recordIds?: readonly string[],
): Promise<RecordTexts[]> {
  const { rows } = await sql<TitledTextRow>`
    select e.event_id as "recordId", e.slug, e.title, t.path, t.text, e.known_on::text as "knownOn"
    from agenda_event e cross join lateral (select * from (values
      (0, 'title', e.title), (1, 'summary', e.summary), (2, 'words', e.words), (3, 'venue', e.venue), (4, 'frame', e.frame),
      (5, 'previous_words', e.previous_words), (6, 'organisers', e.organisers), (7, 'credit', e.credit)
    ) as own (part, path, text)
    union all ${selectMassTexts()} union all ${selectMissionTexts()}) as t
    where e.network_id = ${networkId} and e.published_at is not null and e.visibility in ('public', 'network') and t.text <> '{}'
      ${recordIds === undefined ? sql`` : sql`and e.event_id = any(${[...recordIds]}::uuid[])`}
    order by e.event_id, t.part, t.path
  `.execute(context.database)
  return textsByRecord(rows, { networkId, recordKind: 'activity' }, ({ slug, title }) => ({
    label: plainText(title),
    address: `/agenda/${slug}`,
  }))
}
