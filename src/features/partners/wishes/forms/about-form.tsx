import { chooseText } from '../../../../platform/i18n/localized-text.ts'
import { optionalSaidDate } from '../../../../platform/input/date-input.ts'
import { wordsOfDate } from '../../../../platform/records/record-part.ts'
import { DateField } from '../../../../ui/form/date-field.tsx'
import { formOf } from '../../../../ui/form/record-fields.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { dateToType } from '../../../../ui/text/understood-date.ts'
import { wishFields } from '../fields.ts'
import { personalErrors, type WishCall, wishPart } from './wish-part.ts'

const about = formOf(wishFields, ['kind', 'title', 'text', 'themes', 'forms'])

/** What an authority looks for or offers: its words, its themes, by which forms and by when. */
export const aboutForm = wishPart({
  key: 'about',
  title: 'partners.wish.form.about',
  lead: 'partners.wish.form.aboutLead',
  words: ({ reader, document }) => chooseText(document.title, reader.language)?.text ?? '',
  values: aboutValues,
  schema: typedAbout,
  write: (call, { horizon, ...typed }) => {
    const errors = personalErrors(typed)
    return errors.length > 0 ? errors : { ...call.document, ...typed, ...readHorizon(call, horizon) }
  },
  form: (call) => <AboutFields call={call} />,
})

/** What the fields hold before anybody has typed. */
export function aboutValues(call: WishCall) {
  const { reader } = call
  const { horizon, horizonWords } = call.document
  const words = horizonWords[reader.interfaceLanguage]?.text ?? null
  return {
    ...about.values(call),
    horizon: horizon === null ? '' : dateToType(reader, horizon, words),
  }
}

/** What they send. */
export function typedAbout(call: WishCall) {
  return about.schema(call).extend({ horizon: optionalSaidDate(call.reader.interfaceLanguage) })
}

/** The two fields that a date as people say it makes: by hand, because one box fills both. */
export function readHorizon(
  { reader, document }: WishCall,
  said: { edtf: string; words: string | null } | null,
) {
  const before = { on: document.horizon, words: document.horizonWords }
  return { horizon: said?.edtf ?? null, horizonWords: wordsOfDate(reader, said, before) }
}

export function AboutFields({ call }: { call: WishCall }) {
  return (
    <>
      <DraftingAdvice />
      {about.form(call)}
      <DateField name="horizon" label={call.reader.t('partners.wish.horizon')} />
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
