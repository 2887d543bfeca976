import { capitalized } from '../../../../../platform/i18n/capitalized.ts'
import { typedValue } from '../../../../../platform/input/form.ts'
import type { Shown } from '../../../../../platform/records/record-part.ts'
import { ChoiceField } from '../../../../../ui/form/choice-field.tsx'
import { Form } from '../../../../../ui/form/form.tsx'
import { FormErrors } from '../../../../../ui/form/form-errors.tsx'
import { sayErrors } from '../../../../../ui/form/say-errors.ts'
import { TextAreaField } from '../../../../../ui/form/text-area-field.tsx'
import { useReader } from '../../../../../ui/reader.tsx'
import { PageHeading } from '../../../../../ui/text/headings.tsx'
import { languageAttributes } from '../../../../../ui/text/language-attributes.ts'
import { languageInWords } from '../../../../../ui/text/language-in-words.ts'
import type { TalkMessage } from '../../queries.ts'
import { longestMessage } from '../../schema.ts'

interface TranslationPageProps {
  /** Of the network. */
  languages: string[]
  message: TalkMessage
  /** Of the talks. */
  address: string
  shown: Shown
}

/** A message beside the box in which the adviser types it in another language. */
export function TranslationPage({ languages, message, address, shown }: TranslationPageProps) {
  const reader = useReader()
  const { t } = reader
  const others = languages.filter((each) => each !== message.language)
  const [usual = ''] = others.filter((each) => message.translations[each] === undefined).concat(others)
  const chosen = typedValue(shown.values, 'language') || usual
  return (
    <>
      <PageHeading kicker={<a href={address}>{t('partners.introduction.back')}</a>}>
        {t('partners.introduction.translation')}
      </PageHeading>
      <blockquote class="as-written" {...languageAttributes(reader, message.language)}>
        {message.text}
      </blockquote>
      <Form action={`${address}/messages/${message.id}/translation`} form={shown}>
        <FormErrors errors={sayErrors(reader, shown.errors).list} />
        <ChoiceField
          name="language"
          label={t('partners.introduction.translateInto')}
          options={others.map((value) => ({
            value,
            label: capitalized(languageInWords(reader, value), reader.interfaceLanguage),
          }))}
          chosen={[chosen]}
          required
        />
        <TextAreaField
          name="text"
          label={t('partners.introduction.translated')}
          value={typedValue(shown.values, 'text') || (message.translations[chosen]?.text ?? '')}
          max={longestMessage * 2}
          rows={6}
          required
        />
        <ChoiceField
          name="state"
          label={t('partners.introduction.translatedBy')}
          options={(['reviewed', 'machine'] as const).map((value) => ({
            value,
            label: t(`partners.introduction.translatedBy.${value}`),
          }))}
          chosen={[typedValue(shown.values, 'state') || 'reviewed']}
          required
        />
        <p class="form-end">
          <button type="submit" class="button primary">
            {t('partners.introduction.keepTranslation')}
          </button>
        </p>
      </Form>
    </>
  )
}
