import type { Upload, UploadOptions } from '../../platform/http/read-upload.ts'
import { type FieldError, fieldError } from '../../platform/input/form.ts'
import { acceptedEndings, isAccepted } from '../../platform/storage/accepted-files.ts'
import { useReader } from '../reader.tsx'
import { languageInWords } from '../text/language-in-words.ts'
import { ChoiceField } from './choice-field.tsx'
import { FileField } from './file-field.tsx'

/** How the files of `GivenFilesFields` are taken. */
export const givenFiles: UploadOptions = { fields: ['files'], mostFiles: 10 }

/** What is wrong with files that people hand out: that there is none, an empty one, one of another type. */
export function checkGivenFiles({ files, errors }: Upload): FieldError[] {
  if (files.length + errors.length === 0) return [fieldError('files', 'ui.form.missing')]
  const wrong = files.find(({ name, size }) => size === 0 || !isAccepted(name))
  return wrong ? [{ field: 'files', message: (t) => t('ui.file.refused', { name: wrong.name }) }] : []
}

/** Files that people hand out, and the language in which they are written. */
export function GivenFilesFields({
  languages,
  mostBytes,
}: {
  languages: readonly string[]
  mostBytes: number
}) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <ChoiceField
        name="language"
        label={t('ui.file.language')}
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
        label={t('ui.file.label')}
        kinds={t('ui.file.kinds')}
        accept={acceptedEndings}
        mostBytes={mostBytes}
        multiple
        required
      />
    </>
  )
}
