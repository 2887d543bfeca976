import type { Reader } from '../../platform/i18n/reader.ts'
import type { FieldError } from '../../platform/input/form.ts'
import type { FormError } from './form-errors.tsx'

/** A form’s errors in the reader’s words: for the list above it, and by field; the first of several for one field. */
export function sayErrors(
  { t }: Reader,
  errors: readonly FieldError[],
): { list: FormError[]; byField: Record<string, string> } {
  const byField = new Map<string, string>()
  for (const { field, message } of errors) if (!byField.has(field)) byField.set(field, message(t))
  return {
    list: [...byField].map(([field, message]) => ({ field, message })),
    byField: Object.fromEntries(byField),
  }
}
