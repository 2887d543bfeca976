import type { ComponentChildren } from 'preact'
import type { Reader } from '../../../platform/i18n/reader.ts'
import type { FieldError } from '../../../platform/input/form.ts'
import { FormErrors } from '../../../ui/form/form-errors.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { PageHeading } from '../../../ui/text/headings.tsx'

interface FormPageProps {
  title: string
  /** Where the form belongs to, and leads back to. */
  back: { href: string; label: ComponentChildren }
  lead?: ComponentChildren
  errors?: readonly FieldError[]
  children: ComponentChildren
}

/** A page of work on a meeting: the way back, what it is for, what is wrong, the form. */
export function FormPage({ title, back, lead, errors = [], children }: FormPageProps) {
  const reader = useReader()
  return (
    <>
      <FormErrors errors={errors.map(({ field, message }) => ({ field, message: message(reader.t) }))} />
      <PageHeading kicker={<a href={back.href}>{back.label}</a>} lead={lead}>
        {title}
      </PageHeading>
      {children}
    </>
  )
}

/** The sentence for a field, or undefined. */
export function errorOf(reader: Reader, errors: readonly FieldError[], field: string): string | undefined {
  return errors.find((error) => error.field === field)?.message(reader.t)
}

/** All sentences by field, for parts that draw several. */
export function errorsByField(reader: Reader, errors: readonly FieldError[]): Record<string, string> {
  return Object.fromEntries(errors.map(({ field, message }) => [field, message(reader.t)]))
}
