import { sql } from 'kysely'
import { type LocalizedText, plainText } from '../../../platform/i18n/localized-text.ts'
import { textLabels } from '../../../platform/records/fields/columns.ts'
import { textOwner } from '../../../platform/translation/owned-texts.ts'
import { mayTranslate } from '../../networks/index.ts'
import { refreshSearch } from './commands.ts'
import { wishFields } from './fields.ts'

/** The texts of wishes, for people who translate in a network; withdrawn ones are not among them. */
export const wishTexts = textOwner({
  kind: 'wish',
  label: 'partners.wish.noun',
  mayTranslate,
  from: sql`partners_wish w`,
  as: 'w',
  key: 'wish_id',
  where: sql`w.published_at is not null`,
  columns: sql<{ slug: string; title: LocalizedText }>`w.slug, w.title`,
  describe: ({ slug, title }) => ({ label: plainText(title), address: `/partners/${slug}` }),
  texts: [{ table: 'partners_wish', fields: textLabels(wishFields) }],
  refresh: (context, id) => refreshSearch(context, [id]),
})
