import { languageNames } from '../../../platform/i18n/languages.ts'
import { Field } from '../../../ui/form/field.tsx'

interface LanguageFieldProps {
  label: string
  /** The one that is chosen. */
  language: string
  error: string | undefined
}

/** In which language of the interface somebody is written to. */
export function LanguageField({ label, language, error }: LanguageFieldProps) {
  return (
    <Field name="language" label={label} error={error} required>
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
