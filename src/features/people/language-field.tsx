import { languageNames } from '../../platform/i18n/languages.ts'
import { Field } from '../../ui/form/field.tsx'
import { useFilled } from '../../ui/form/filled.tsx'

interface LanguageFieldProps {
  label: string
  /** The language that is selected at first. */
  usual: string
}

/** The interface language in which the site writes to a person. */
export function LanguageField({ label, usual }: LanguageFieldProps) {
  const chosen = useFilled('language').value || usual
  return (
    <Field name="language" label={label} required>
      {(control) => (
        <select {...control}>
          {Object.entries(languageNames).map(([code, name]) => (
            <option key={code} value={code} lang={code} selected={code === chosen}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
