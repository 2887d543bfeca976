import { sql } from 'kysely'
import { type LocalizedText, plainText } from '../../../platform/i18n/localized-text.ts'
import { textLabels } from '../../../platform/records/fields/columns.ts'
import { textOwner } from '../../../platform/translation/owned-texts.ts'
import { mayTranslate } from '../../networks/index.ts'
import { termFields } from './term.ts'

/** The words and notes of the terms that a group uses, for people who translate in it. */
export const termTexts = textOwner({
  kind: 'term',
  label: 'translations.term.noun',
  mayTranslate,
  from: sql`translations_term g`,
  as: 'g',
  key: 'term_id',
  where: sql`g.state = 'used'`,
  columns: sql<{ slug: string; word: LocalizedText }>`g.slug, g.word`,
  describe: ({ slug, word }) => ({ label: plainText(word), address: `/terms/${slug}` }),
  texts: [{ table: 'translations_term', fields: textLabels(termFields) }],
})
