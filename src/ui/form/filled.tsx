import { type ComponentChildren, createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { type FormState, typedValues } from '../../platform/input/form.ts'
import { useReader } from '../reader.tsx'

const Filled = createContext<FormState | null>(null)

const empty: FormState = { values: {}, errors: [] }

export interface FormFieldsProps {
  /** The typed values, or those of the record; undefined for an empty form. */
  form: FormState | undefined
  /** Among several forms of a page with fields of one name: what tells their ids apart. */
  own?: string | undefined
  children: ComponentChildren
}

const Own = createContext('')

/** Fields within it find their values and errors in `form`, by their names. */
export function FormFields({ form = empty, own = '', children }: FormFieldsProps) {
  // The list of errors links to the ids of the one form that came back: it has them as they are.
  const ending = own === '' || form.errors.length > 0 ? '' : `-${own}`
  return (
    <Own.Provider value={ending}>
      <Filled.Provider value={form}>{children}</Filled.Provider>
    </Own.Provider>
  )
}

/** The ids of the inputs in the form around it, by their names. */
export function useFieldIds(): (name: string) => string {
  const ending = useContext(Own)
  return (name) => fieldId(`${name}${ending}`)
}

/** The id of a field’s input, to which an error summary links. */
export function fieldId(name: string): string {
  return `field-${name.replaceAll(/[^\p{L}\p{N}_-]+/gu, '-')}`
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
