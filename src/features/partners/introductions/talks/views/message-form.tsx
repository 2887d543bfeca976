import { capitalized } from '../../../../../platform/i18n/capitalized.ts'
import type { Reader } from '../../../../../platform/i18n/reader.ts'
import { typedValue } from '../../../../../platform/input/form.ts'
import { errorOf, type Shown } from '../../../../../platform/records/record-part.ts'
import { ChoiceField } from '../../../../../ui/form/choice-field.tsx'
import { FormErrors } from '../../../../../ui/form/form-errors.tsx'
import { sayErrors } from '../../../../../ui/form/say-errors.ts'
import { TextAreaField } from '../../../../../ui/form/text-area-field.tsx'
import { languageInWords } from '../../../../../ui/text/language-in-words.ts'
import { longestMessage } from '../../schema.ts'
import type { TalksPageProps } from './talks-page.tsx'

/** Where one goes on writing, in one’s own language. */
export function MessageForm({ reader, network, address, typed }: TalksPageProps) {
  const { t } = reader
  const shown = typed?.form === 'message' ? typed : { values: {}, errors: [] }
  return (
    <form method="post" action={`${address}/messages`} class="form" novalidate>
      <FormErrors reader={reader} errors={sayErrors(reader, shown.errors).list} />
      <TextAreaField
        reader={reader}
        name="text"
        label={t('partners.introduction.message')}
        hint={t('partners.introduction.messageHint')}
        value={typedValue(shown.values, 'text')}
        max={longestMessage}
        rows={4}
        error={errorOf(reader, shown, 'text')}
        required
      />
      <WritingLanguage reader={reader} languages={network.languages} shown={shown} />
      <p class="form-end">
        <button type="submit" class="button primary">
          {t('partners.introduction.send')}
        </button>
      </p>
    </form>
  )
}

interface WritingLanguageProps {
  reader: Reader
  languages: readonly string[]
  shown: Shown
}

/** In which language one writes: that of the page unless said. */
export function WritingLanguage({ reader, languages, shown }: WritingLanguageProps) {
  return (
    <ChoiceField
      reader={reader}
      name="language"
      label={reader.t('partners.introduction.language')}
      options={[...new Set([...languages, reader.interfaceLanguage])].map((value) => ({
        value,
        label: capitalized(languageInWords(reader, value), reader.interfaceLanguage),
      }))}
      chosen={[typedValue(shown.values, 'language') || reader.interfaceLanguage]}
      error={errorOf(reader, shown, 'language')}
      required
    />
  )
}
