import { capitalized } from '../../../../../platform/i18n/capitalized.ts'
import { typedValue } from '../../../../../platform/input/form.ts'
import type { Shown } from '../../../../../platform/records/record-part.ts'
import { ChoiceField } from '../../../../../ui/form/choice-field.tsx'
import { Form } from '../../../../../ui/form/form.tsx'
import { FormErrors } from '../../../../../ui/form/form-errors.tsx'
import { sayErrors } from '../../../../../ui/form/say-errors.ts'
import { TextAreaField } from '../../../../../ui/form/text-area-field.tsx'
import { useReader } from '../../../../../ui/reader.tsx'
import { languageInWords } from '../../../../../ui/text/language-in-words.ts'
import { longestMessage } from '../../schema.ts'
import type { TalksPageProps } from './talks-page.tsx'

/** Where one goes on writing, in one’s own language. */
export function MessageForm({ network, address, typed }: TalksPageProps) {
  const reader = useReader()
  const { t } = reader
  const shown = typed?.form === 'message' ? typed : { values: {}, errors: [] }
  return (
    <Form action={`${address}/messages`} form={shown}>
      <FormErrors errors={sayErrors(reader, shown.errors).list} />
      <TextAreaField
        name="text"
        label={t('partners.introduction.message')}
        hint={t('partners.introduction.messageHint')}
        max={longestMessage}
        rows={4}
        required
      />
      <WritingLanguage languages={network.languages} shown={shown} />
      <p class="form-end">
        <button type="submit" class="button primary">
          {t('partners.introduction.send')}
        </button>
      </p>
    </Form>
  )
}

interface WritingLanguageProps {
  languages: readonly string[]
  shown: Shown
}

/** In which language one writes: that of the page unless said. */
export function WritingLanguage({ languages, shown }: WritingLanguageProps) {
  const reader = useReader()
  return (
    <ChoiceField
      name="language"
      label={reader.t('partners.introduction.language')}
      options={[...new Set([...languages, reader.interfaceLanguage])].map((value) => ({
        value,
        label: capitalized(languageInWords(reader, value), reader.interfaceLanguage),
      }))}
      chosen={[typedValue(shown.values, 'language') || reader.interfaceLanguage]}
      required
    />
  )
}
