import { z } from 'zod'
import { capitalized } from '../../../../platform/i18n/capitalized.ts'
import { chooseText } from '../../../../platform/i18n/localized-text.ts'
import { chosenAmong } from '../../../../platform/input/choice-input.ts'
import { optionalSaidDate } from '../../../../platform/input/date-input.ts'
import { says } from '../../../../platform/input/form.ts'
import { localizedText } from '../../../../platform/input/text-input.ts'
import { inFormerOrder } from '../../../../platform/records/former-order.ts'
import { wordsOfDate } from '../../../../platform/records/record-part.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { DateField } from '../../../../ui/form/date-field.tsx'
import { ThemePicker } from '../../../../ui/form/theme-picker.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { dateToType } from '../../../../ui/text/understood-date.ts'
import { themeGroups, themes } from '../../../networks/index.ts'
import { forms } from '../../forms.ts'
import { wishKinds } from '../codes.ts'
import type { WishDocument } from '../document/schema.ts'
import { longestText, longestTitle } from '../drafting-rules.ts'
import { personalErrors, type WishCall, wishPart } from './wish-part.ts'
import { WishTextField } from './wish-text-field.tsx'

/** What an authority looks for or offers: its words, its themes, by which forms and by when. */
export const aboutForm = wishPart({
  key: 'about',
  title: 'partners.wish.form.about',
  lead: 'partners.wish.form.aboutLead',
  words: ({ reader, document }) => chooseText(document.title, reader.language)?.text ?? '',
  values: aboutValues,
  schema: (call) => z.object(typedAbout(call)),
  write: (call, typed) => {
    const about = readAbout(call, typed)
    const errors = personalErrors({ title: about.title, text: about.text })
    return errors.length > 0 ? errors : { ...call.document, ...about }
  },
  form: (call) => <AboutFields call={call} />,
})

/** What the fields hold before anybody has typed. */
export function aboutValues({ reader, document }: WishCall) {
  const { kind, themes: chosen, forms: wished, horizon, horizonWords } = document
  return {
    kind,
    themes: chosen,
    forms: wished,
    horizon:
      horizon === null
        ? ''
        : dateToType(reader, horizon, horizonWords[reader.interfaceLanguage]?.text ?? null),
  }
}

/** What they send. */
export function typedAbout({ reader, document }: WishCall) {
  return {
    kind: z.enum(wishKinds),
    title: localizedText({ max: longestTitle, isRequired: true, previous: document.title }),
    text: localizedText({ max: longestText, isRequired: true, previous: document.text }),
    themes: chosenAmong(themes).refine((chosen) => chosen.length > 0, says('partners.wish.error.theme')),
    forms: chosenAmong(forms),
    horizon: optionalSaidDate(reader.interfaceLanguage),
  }
}

type Typed = z.output<z.ZodObject<ReturnType<typeof typedAbout>>>

/** The fields of a wish that come of it. */
export function readAbout({ reader, document }: WishCall, typed: Typed) {
  const { kind, title, text, horizon } = typed
  return {
    kind,
    title,
    text,
    themes: inFormerOrder(document.themes, typed.themes),
    forms: inFormerOrder(document.forms, typed.forms),
    horizon: horizon?.edtf ?? null,
    horizonWords: wordsOfDate(reader, horizon, { on: document.horizon, words: document.horizonWords }),
  } satisfies Partial<WishDocument>
}

export function AboutFields({ call }: { call: WishCall }) {
  const { reader } = call
  const { t } = reader
  return (
    <>
      <DraftingAdvice />
      <ChoiceField
        name="kind"
        label={t('partners.wish.form.kind')}
        options={wishKinds.map((kind) => ({
          value: kind,
          label: t(`partners.wish.kindTitle.${kind}`),
          hint: t(`partners.wish.form.kindHint.${kind}`),
        }))}
        required
      />
      <WishTextField call={call} name="title" />
      <WishTextField call={call} name="text" />
      <ThemePicker
        name="themes"
        label={t('partners.wish.themes')}
        hint={t('partners.wish.form.themesHint')}
        groups={themeGroups(reader)}
        required
      />
      <ChoiceField
        name="forms"
        label={t('partners.wish.forms')}
        options={forms.map((form) => ({
          value: form,
          label: capitalized(t(`partners.form.${form}`), reader.interfaceLanguage),
        }))}
        multiple
      />
      <DateField name="horizon" label={t('partners.wish.horizon')} />
    </>
  )
}

const rules = ['whom', 'what', 'when', 'bring', 'noPersons', 'short'] as const

/** What a good wish says, shown beside the form: what a machine can check is checked, the rest is advice. */
function DraftingAdvice() {
  const { t } = useReader()
  return (
    <aside class="drafting" aria-labelledby="drafting">
      <h2 id="drafting">{t('partners.wish.rules.title')}</h2>
      <ul>
        {rules.map((rule) => (
          <li key={rule}>{t(`partners.wish.rules.${rule}`)}</li>
        ))}
      </ul>
    </aside>
  )
}
