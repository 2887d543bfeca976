import { fieldWords } from '../../../../platform/records/fields/explanation.ts'
import { formOf } from '../../../../ui/form/record-fields.tsx'
import { wishFields } from '../fields.ts'
import { wishPart, writeTyped } from './wish-part.ts'

/** What an authority puts into the partnership, and what it offers in return. */
export const meansForm = wishPart({
  key: 'means',
  title: 'partners.wish.form.means',
  lead: 'partners.wish.form.meansLead',
  words: ({ reader, document }) => fieldWords(wishFields.meanKinds, reader, document.meanKinds) ?? '',
  ...formOf(wishFields, ['meanKinds', 'means', 'returns', 'returnThemes']),
  write: writeTyped,
})
