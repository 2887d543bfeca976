import { z } from 'zod'
import { Field } from '../../../../ui/form/field.tsx'
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

/** The kinds of code of organisations in a country, as people may type them. */
export function codeSchemesOf(country: string): readonly CodeScheme[] {
  return country === 'FR' ? ['cog', 'siren'] : country === 'KR' ? ['kr', 'kr10'] : []
}

type CodeScheme = 'cog' | 'siren' | 'kr' | 'kr10'

/** Whether a code is valid for its kind: its length, its characters, and the check digit of a SIREN. */
export function isCodeOf(scheme: CodeScheme, code: string): boolean {
  return patterns[scheme].test(code) && (scheme !== 'siren' || passesLuhn(code))
}

// A commune has five characters in the COG, a département two or three, a region two; a Korean authority two or five digits.
const patterns: Record<CodeScheme, RegExp> = {
  cog: /^(?:\d[\dAB]\d{3}|\d[\dAB]\d?|6AE)$/,
  siren: /^\d{9}$/,
  kr: /^(?:\d{2}|\d{5})$/,
  kr10: /^\d{10}$/,
}

function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}
