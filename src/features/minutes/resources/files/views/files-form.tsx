import type { FieldError } from '../../../../../platform/input/form.ts'
import { ChoiceField } from '../../../../../ui/form/choice-field.tsx'
import { FileField } from '../../../../../ui/form/file-field.tsx'
import { FormFields } from '../../../../../ui/form/filled.tsx'
import { useReader } from '../../../../../ui/reader.tsx'
import { Section } from '../../../../../ui/text/headings.tsx'
import { languageInWords } from '../../../../../ui/text/language-in-words.ts'
import { acceptedEndings } from '../accepted.ts'

interface FilesFormProps {
  languages: readonly string[]
  action: string
  mostBytes: number
  errors: readonly FieldError[]
}

/** Files to be kept with a meeting: they are taken at once, and described in the list above. */
export function FilesForm({ languages, action, mostBytes, errors }: FilesFormProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <Section id="files-to-keep" title={t('minutes.resource.files')}>
      <p>{t('minutes.resource.filesLead')}</p>
      <form class="form" method="post" action={action} enctype="multipart/form-data" novalidate>
        <FormFields form={{ values: {}, errors }}>
          <ChoiceField
            name="language"
            label={t('minutes.resource.language')}
            options={languages.map((language) => ({
              value: language,
              label: languageInWords(reader, language),
            }))}
            chosen={[languages.find((each) => each === reader.language) ?? languages[0] ?? '']}
            isFolded
            required
          />
          <FileField
            name="files"
            label={t('minutes.resource.filesField')}
            kinds={t('minutes.resource.fileKinds')}
            accept={acceptedEndings}
            mostBytes={mostBytes}
            multiple
            required
          />
          <p class="form-end">
            <button class="button" type="submit">
              {t('minutes.resource.keepFiles')}
            </button>
          </p>
        </FormFields>
      </form>
    </Section>
  )
}
