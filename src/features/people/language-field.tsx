import { languageNames } from '../../platform/i18n/languages.ts'
import { writtenLanguages } from '../../platform/i18n/reader.ts'
import { Field } from '../../ui/form/field.tsx'
import { useFilled } from '../../ui/form/filled.tsx'
import { useReader } from '../../ui/reader.tsx'

interface LanguageFieldProps {
  label: string
  /** The language that is selected at first. */
  usual: string
}

/** The interface language in which the site writes to a person. */
export function LanguageField({ label, usual }: LanguageFieldProps) {
  const reader = useReader()
  const chosen = useFilled('language').value || usual
  return (
    <Field name="language" label={label} required>
      {(control) => (
        <select {...control}>
          {writtenLanguages(reader).map((code) => (
            <option key={code} value={code} lang={code} selected={code === chosen}>
              {languageNames[code]}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
