import { fieldError } from '../../../../platform/input/form.ts'
import { fieldWords } from '../../../../platform/records/fields/explanation.ts'
import { formOf } from '../../../../ui/form/record-fields.tsx'
import { wishFields } from '../fields.ts'
import { sizeWords } from '../views/wish-words.ts'
import { wishPart } from './wish-part.ts'

/** Who is looked for: levels, size, countries, and the languages in which one can work. */
export const partnerForm = wishPart({
  key: 'partner',
  title: 'partners.wish.form.partner',
  lead: 'partners.wish.form.partnerLead',
  words: ({ reader, document }) =>
    [
      fieldWords(wishFields.tiers, reader, document.tiers),
      sizeWords(reader, document),
      fieldWords(wishFields.countries, reader, document.countries),
    ]
      .filter(Boolean)
      .join(', '),
  ...formOf(wishFields, ['countries', 'tiers', 'populationFrom', 'populationTo', 'languages']),
  write: ({ document }, typed) => {
    const { populationFrom, populationTo } = typed
    if (populationFrom !== null && populationTo !== null && populationFrom > populationTo)
      return [fieldError('populationTo', 'partners.wish.error.sizes')]
    return { ...document, ...typed }
  },
})
