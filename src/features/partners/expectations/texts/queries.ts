import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import { plainText } from '../../../../platform/i18n/localized-text.ts'
import type { RecordTexts } from '../../../../platform/translation/text-owner.ts'
import { type TitledTextRow, textsByRecord } from '../../../../platform/translation/texts-by-record.ts'

/** SQL: whoever translates in the network may read the expectation `x`. What is for those concerned is nobody else’s to translate, and what is withdrawn nobody’s. */
export function selectTranslated(): RawBuilder<boolean> {
  return sql<boolean>`(x.confidentiality in ('network', 'public') and not exists (
    select 1 from partners_expectation_closing gone where gone.expectation_id = x.expectation_id and gone.outcome = 'withdrawn'))`
}

/** The texts of the expectations of a network that all who translate in it may read, or of some of them. */
export async function listExpectationTexts(
  context: Context,
  networkId: string,
  recordIds?: readonly string[],
): Promise<RecordTexts[]> {
  const { rows } = await sql<TitledTextRow>`
    select x.expectation_id as "recordId", x.slug, x.title, t.path, t.text, x.known_on::text as "knownOn"
    from partners_expectation x cross join lateral (values (0, 'title', x.title), (1, 'text', x.text)) as t (part, path, text)
    where x.network_id = ${networkId} and ${selectTranslated()} and t.text <> '{}'
      ${recordIds === undefined ? sql`` : sql`and x.expectation_id = any(${[...recordIds]}::uuid[])`}
    order by x.expectation_id, t.part
  `.execute(context.database)
  return textsByRecord(rows, { networkId, recordKind: 'expectation' }, ({ slug, title }) => ({
    label: plainText(title),
    address: `/expectations/${slug}`,
  }))
}
