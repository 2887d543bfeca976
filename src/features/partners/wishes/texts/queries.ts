import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import { type LocalizedText, plainText } from '../../../../platform/i18n/localized-text.ts'
import type { RecordTexts } from '../../../../platform/translation/text-owner.ts'

interface Row {
  recordId: string
  slug: string
  title: LocalizedText
  path: string
  text: LocalizedText
  knownOn: string
}

/** The texts of the wishes of a network that all who translate in it may read, or of some of them: what is withdrawn is not among them. */
export async function listWishTexts(
  context: Context,
  networkId: string,
  recordIds?: readonly string[],
): Promise<RecordTexts[]> {
  const { rows } = await sql<Row>`
    select w.wish_id as "recordId", w.slug, w.title, t.path, t.text, w.known_on::text as "knownOn"
    from partners_wish w cross join lateral (values
      (0, 'title', w.title), (1, 'text', w.text), (2, 'means', w.means), (3, 'returns', w.returns), (4, 'horizon_words', w.horizon_words)
    ) as t (part, path, text)
    where w.network_id = ${networkId} and w.published_at is not null and t.text <> '{}'
      ${recordIds === undefined ? sql`` : sql`and w.wish_id = any(${[...recordIds]}::uuid[])`}
    order by w.wish_id, t.part
  `.execute(context.database)
  return [...Map.groupBy(rows, (row) => row.recordId)].flatMap(([id, [first, ...others]]) =>
    first === undefined
      ? []
      : [
          {
            networkId,
            recordKind: 'wish',
            recordId: id,
            label: plainText(first.title),
            address: `/partners/${first.slug}`,
            texts: [first, ...others].map(({ path, text, knownOn }) => ({ path, text, knownOn })),
          },
        ],
  )
}
