import { sql } from 'kysely'
import { type LocalizedText, plainText } from '../../../platform/i18n/localized-text.ts'
import { textLabels } from '../../../platform/records/fields/columns.ts'
import { textOwner } from '../../../platform/translation/owned-texts.ts'
import { mayTranslate } from '../../networks/index.ts'
import { refreshSearch } from './commands.ts'
import { practiceFields, resultFields, transferFields } from './fields.ts'

/** The texts of published sheets, for people who translate in a network. */
export const practiceTexts = textOwner({
  kind: 'practice',
  label: 'practices.practice.noun',
  mayTranslate,
  from: sql`practices_sheet s`,
  as: 's',
  key: 'sheet_id',
  where: sql`s.publication = 'published'`,
  columns: sql<{ slug: string; title: LocalizedText }>`s.slug, s.title`,
  describe: ({ slug, title }) => ({ label: plainText(title), address: `/practices/${slug}` }),
  texts: [
    { table: 'practices_sheet', fields: textLabels(practiceFields) },
    {
      path: 'results.*',
      table: 'practices_result',
      of: 'sheet_id',
      keys: ['result_id'],
      order: 'position',
      fields: textLabels(resultFields),
    },
    {
      path: 'transfers.*',
      table: 'practices_transfer',
      of: 'sheet_id',
      keys: ['country'],
      order: 'position',
      fields: textLabels(transferFields),
    },
  ],
  refresh: (context, id) => refreshSearch(context, [id]),
})
