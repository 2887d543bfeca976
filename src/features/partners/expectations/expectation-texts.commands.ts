import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { type LocalizedText, plainText } from '../../../platform/i18n/localized-text.ts'
import { recordSearch } from '../../../platform/search/index.ts'
import { textOwner } from '../../../platform/translation/owned-texts.ts'
import { changesOriginal, type TextReplacement } from '../../../platform/translation/text-owner.ts'
import { mayTranslate } from '../../networks/index.ts'
import { whereVisible } from './queries.ts'
import { hasClosing, lockExpectation } from './trail.commands.ts'

// Only what all translators of the network may read: neither confidential nor withdrawn ones.
const isTranslated = sql`(x.confidentiality in ('network', 'public') and not exists (
  select 1 from partners_expectation_closing gone where gone.expectation_id = x.expectation_id and gone.outcome = 'withdrawn'))`

/** The texts of the expectations that a whole network may read, for its translators. */
export const expectationTexts = textOwner({
  kind: 'expectation',
  label: 'partners.expectation.title',
  mayTranslate,
  from: sql`partners_expectation x`,
  as: 'x',
  key: 'expectation_id',
  where: isTranslated,
  visibleTo: whereVisible,
  columns: sql<{ slug: string; title: LocalizedText }>`x.slug, x.title`,
  describe: ({ slug, title }) => ({ label: plainText(title), address: `/expectations/${slug}` }),
  texts: [
    {
      table: 'partners_expectation',
      fields: { title: 'partners.wish.text.title', text: 'partners.expectation.text' },
    },
  ],
  replace,
})

// The original words of a closed expectation do not change. They may still be translated.
async function replace(context: Context, replacement: TextReplacement): Promise<boolean> {
  const { networkId, recordId, path, before, after } = replacement
  const { database, clock } = context
  await lockExpectation(context, recordId)
  if (changesOriginal(replacement) && (await hasClosing(context, recordId))) return false
  const column = sql.ref(path)
  const { rows } = await sql<{ texts: LocalizedText[] }>`
    update partners_expectation x set ${column} = ${JSON.stringify(after)}::jsonb, updated_at = ${clock.now().toString()}
    where x.network_id = ${networkId} and x.expectation_id = ${recordId} and ${isTranslated}
      and x.${column} = ${JSON.stringify(before)}::jsonb
    returning json_build_array(x.title, x.text) as texts
  `.execute(database)
  const [written] = rows
  if (!written) return false
  await database
    .updateTable('partners_expectation')
    .set(recordSearch(written.texts))
    .where('expectation_id', '=', recordId)
    .execute()
  return true
}
