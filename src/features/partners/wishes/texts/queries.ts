import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import { plainText } from '../../../../platform/i18n/localized-text.ts'
import type { RecordTexts } from '../../../../platform/translation/text-owner.ts'
import { type TitledTextRow, textsByRecord } from '../../../../platform/translation/texts-by-record.ts'

/** The texts of the wishes of a network that all who translate in it may read, or of some of them: what is withdrawn is not among them. */
export async function listWishTexts(
  context: Context,
  networkId: string,
  recordIds?: readonly string[],
): Promise<RecordTexts[]> {
  const { rows } = await sql<TitledTextRow>`
    select w.wish_id as "recordId", w.slug, w.title, t.path, t.text, w.known_on::text as "knownOn"
    from partners_wish w cross join lateral (values
      (0, 'title', w.title), (1, 'text', w.text), (2, 'means', w.means), (3, 'returns', w.returns), (4, 'horizon_words', w.horizon_words)
    ) as t (part, path, text)
    where w.network_id = ${networkId} and w.published_at is not null and t.text <> '{}'
      ${recordIds === undefined ? sql`` : sql`and w.wish_id = any(${[...recordIds]}::uuid[])`}
    order by w.wish_id, t.part
  `.execute(context.database)
  return textsByRecord(rows, { networkId, recordKind: 'wish' }, ({ slug, title }) => ({
    label: plainText(title),
    address: `/partners/${slug}`,
  }))
}
