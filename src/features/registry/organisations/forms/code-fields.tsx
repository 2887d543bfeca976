import { z } from 'zod'
import { typedValue } from '../../../../platform/input/form.ts'
import { errorOf, type Shown } from '../../../../platform/records/record-part.ts'
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
  shown: Shown
  country: string
}

/** The codes by which a country knows the organisation. */
export function CodeFields({ call: { reader }, shown, country }: CodeFieldsProps) {
  return (
    <>
      {codeSchemesOf(country).map((scheme) => (
        <Field
          key={scheme}
          reader={reader}
          name={`codes.${scheme}`}
          label={reader.t(`registry.form.code.${scheme}`)}
          hint={reader.t(`registry.form.codeHint.${scheme}`)}
          value={typedValue(shown.values, `codes.${scheme}`)}
          error={errorOf(reader, shown, `codes.${scheme}`)}
          autocomplete="off"
        />
      ))}
    </>
  )
}
