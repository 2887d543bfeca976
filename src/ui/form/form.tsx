import { newId } from '../../platform/context/identifier.ts'
import { sendingField } from '../../platform/http/sent-form.ts'
import type { FormState } from '../../platform/input/form.ts'
import { useReader } from '../reader.tsx'
import { FormFields, type FormFieldsProps } from './filled.tsx'
import { FormErrors } from './form-errors.tsx'

interface FormProps extends Partial<FormFieldsProps> {
  action: string | undefined
  /** Label of the button that sends it; a form without one has its own. */
  submit?: string | undefined
  /** Sent twice, it is done once: it carries an id of its own (`sendOnce`). */
  once?: boolean | undefined
  /** The browser asks for missing values before it is sent: on pages of something else, where a form comes back far from its errors. */
  asksFirst?: boolean | undefined
  takesFiles?: boolean | undefined
}

/** A form that posts. Its fields find their typed values and errors in it. */
export function Form({ action, submit, once, asksFirst, takesFiles, children, form, own }: FormProps) {
  return (
    <form
      class="form"
      method="post"
      action={action}
      enctype={takesFiles ? 'multipart/form-data' : undefined}
      novalidate={!asksFirst}
    >
      {once ? <SendingField /> : null}
      <FormFields form={form} own={own}>
        {children}
      </FormFields>
      {submit === undefined ? null : (
        <p class="form-end">
          <button class="button primary" type="submit">
            {submit}
          </button>
        </p>
      )}
    </form>
  )
}

/** The list of a form’s errors, in the reader’s words; the first of several for one field. */
export function ErrorList({ form }: { form: FormState }) {
  const { t } = useReader()
  const byField = new Map<string, string>()
  for (const { field, message } of form.errors) if (!byField.has(field)) byField.set(field, message(t))
  return <FormErrors errors={[...byField].map(([field, message]) => ({ field, message }))} />
}

/** A form's own id: sent twice, it is done once (`sendOnce`). */
export function SendingField() {
  return <input type="hidden" name={sendingField} value={newId()} />
}
