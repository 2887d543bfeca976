import { type ComponentChildren, createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { type FormState, typedValues } from '../../platform/input/form.ts'
import { useReader } from '../reader.tsx'

const Filled = createContext<FormState | null>(null)

const empty: FormState = { values: {}, errors: [] }

export interface FormFieldsProps {
  /** The typed values, or those of the record; undefined for an empty form. */
  form: FormState | undefined
  children: ComponentChildren
}

/** Fields within it find their values and errors in `form`, by their names. */
export function FormFields({ form = empty, children }: FormFieldsProps) {
  return <Filled.Provider value={form}>{children}</Filled.Provider>
}

interface FilledField {
  /** Undefined outside of a form. */
  value: string | undefined
  values: readonly string[]
  /** In the reader’s words; undefined if there is no error. */
  error: string | undefined
}

/** The value and error of a field in the form around it, by its name. */
export function useFilled(name: string): FilledField {
  const form = useContext(Filled)
  const { t } = useReader()
  if (form === null) return { value: undefined, values: [], error: undefined }
  const values = typedValues(form.values, name)
  const wrong = form.errors.find(({ field }) => field === name)
  return { value: values[0] ?? '', values, error: wrong?.message(t) }
}

/** The form around a part of several inputs; an empty one outside of any. */
export function useForm(): FormState {
  return useContext(Filled) ?? empty
}
