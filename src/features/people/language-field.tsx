import { languageNames } from '../../platform/i18n/languages.ts'
import { Field } from '../../ui/form/field.tsx'
import { useFilled } from '../../ui/form/filled.tsx'

interface LanguageFieldProps {
  label: string
  /** The one that is chosen before anybody has. */
  usual: string
}

/** In which language of the interface somebody is written to. */
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
