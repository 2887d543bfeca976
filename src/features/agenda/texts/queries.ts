import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { type LocalizedText, plainText } from '../../../platform/i18n/localized-text.ts'
import type { RecordTexts } from '../../../platform/translation/text-owner.ts'
import { selectMassTexts } from '../commitments/texts/queries.ts'
import { selectMissionTexts } from '../missions/texts/queries.ts'

interface Row {
  recordId: string
  slug: string
  title: LocalizedText
  path: string
  text: LocalizedText
  knownOn: string
}

/** The texts of the events of a network that all who translate in it may read, or of some of them: those for hosts alone, or withdrawn, are not among them. */
export async function listEventTexts(
  context: Context,
  networkId: string,
  recordIds?: readonly string[],
): Promise<RecordTexts[]> {
  const { rows } = await sql<Row>`
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
  return [...Map.groupBy(rows, (row) => row.recordId)].flatMap(([id, [first, ...others]]) =>
    first === undefined
      ? []
      : [
          {
            networkId,
            recordKind: 'activity',
            recordId: id,
            label: plainText(first.title),
            address: `/agenda/${first.slug}`,
            texts: [first, ...others].map(({ path, text, knownOn }) => ({ path, text, knownOn })),
          },
        ],
  )
}
