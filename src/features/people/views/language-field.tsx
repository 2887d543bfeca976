import { languageNames } from '../../../platform/i18n/languages.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { Field } from '../../../ui/form/field.tsx'

interface LanguageFieldProps {
  reader: Reader
  label: string
  /** The one that is chosen. */
  language: string
  error: string | undefined
}

/** In which language of the interface somebody is written to. */
export function LanguageField({ reader, label, language, error }: LanguageFieldProps) {
  return (
    <Field reader={reader} name="language" label={label} error={error} required>
      {(control) => (
        <select {...control}>
          {Object.entries(languageNames).map(([code, name]) => (
            <option key={code} value={code} lang={code} selected={code === language}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
