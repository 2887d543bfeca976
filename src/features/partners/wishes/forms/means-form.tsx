import { z } from 'zod'
import { capitalized } from '../../../../platform/i18n/capitalized.ts'
import { chosenAmong } from '../../../../platform/input/choice-input.ts'
import { localizedText } from '../../../../platform/input/text-input.ts'
import { inFormerOrder } from '../../../../platform/records/former-order.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { ThemePicker } from '../../../../ui/form/theme-picker.tsx'
import { themeGroups, themes } from '../../../networks/index.ts'
import { meanKinds } from '../codes.ts'
import { longestMeans, longestReturns } from '../drafting-rules.ts'
import { personalErrors, wishPart } from './wish-part.ts'
import { WishTextField } from './wish-text-field.tsx'

/** What an authority puts into the partnership, and what it offers in return. */
export const meansForm = wishPart({
  key: 'means',
  title: 'partners.wish.form.means',
  lead: 'partners.wish.form.meansLead',
  words: ({ reader, document }) =>
    document.meanKinds.map((kind) => reader.t(`partners.wish.mean.${kind}`)).join(', '),
  values: ({ document }) => ({ meanKinds: document.meanKinds, returnThemes: document.returnThemes }),
  schema: ({ document }) =>
    z.object({
      meanKinds: chosenAmong(meanKinds),
      means: localizedText({ max: longestMeans, previous: document.means }),
      returns: localizedText({ max: longestReturns, previous: document.returns }),
      returnThemes: chosenAmong(themes),
    }),
  write: ({ document }, typed) => {
    const { means, returns } = typed
    const errors = personalErrors({ means, returns })
    if (errors.length > 0) return errors
    return {
      ...document,
      means,
      returns,
      meanKinds: inFormerOrder(document.meanKinds, typed.meanKinds),
      returnThemes: inFormerOrder(document.returnThemes, typed.returnThemes),
    }
  },
  form: (call) => {
    const { reader } = call
    const { t } = reader
    return (
      <>
        <ChoiceField
          name="meanKinds"
          label={t('partners.wish.means')}
          options={meanKinds.map((kind) => ({
            value: kind,
            label: capitalized(t(`partners.wish.mean.${kind}`), reader.interfaceLanguage),
          }))}
          multiple
        />
        <WishTextField call={call} name="means" />
        <WishTextField call={call} name="returns" />
        <ThemePicker
          name="returnThemes"
          label={t('partners.wish.returnThemes')}
          groups={themeGroups(reader)}
        />
      </>
    )
  },
})
