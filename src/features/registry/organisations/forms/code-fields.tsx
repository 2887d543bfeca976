import { z } from 'zod'
import { Field } from '../../../../ui/form/field.tsx'
import { codeSchemesOf } from './organisation-codes.ts'
import type { OrganisationCall } from './organisation-part.ts'

/** Codes by kind, as typed, without the spaces that people put between figures. */
export const typedCodes = z
  .record(
    z.string(),
    z
      .string()
      .max(40)
      .transform((code) => code.replaceAll(/\s/g, '').toUpperCase()),
  )
  .default({})

interface CodeFieldsProps {
  call: Pick<OrganisationCall, 'reader'>
  country: string
}

/** The codes of an organisation in its country. */
export function CodeFields({ call: { reader }, country }: CodeFieldsProps) {
  return (
    <>
      {codeSchemesOf(country).map((scheme) => (
        <Field
          key={scheme}
          name={`codes.${scheme}`}
          label={reader.t(`registry.form.code.${scheme}`)}
          hint={reader.t(`registry.form.codeHint.${scheme}`)}
          autocomplete="off"
        />
      ))}
    </>
  )
}
