import { z } from 'zod'
import { named } from '../../../platform/http/api/named-schema.ts'
import { organisation } from '../../../platform/records/api/program-fields.ts'
import { shapeOf } from '../../../platform/records/fields/programs.ts'
import { practiceFields, resultFields, transferFields } from './fields.ts'

const result = z.strictObject({ id: z.uuid(), ...shapeOf(resultFields, 'program') })
const transfer = z.strictObject({
  country: z.string().regex(/^[A-Z]{2}$/),
  ...shapeOf(transferFields, 'program'),
})

/** A sheet as programs write it; ties, events and the contact are chosen on its pages. */
export const practiceInput = named(
  'PracticeDocument',
  z.strictObject({
    holder: organisation.describe('Slug of the authority or body that does it'),
    ...shapeOf(practiceFields, 'program'),
    partners: z.array(organisation).max(20).default([]).describe('Slugs of those with whom it was done'),
    results: z.array(result).max(30).default([]),
    transfers: z
      .array(transfer)
      .max(60)
      .default([])
      .describe('What it needs in a country, and what would hinder it there'),
  }),
)

const added = {
  holder: 'nantes-metropole',
  title: { fr: { text: 'Entretenir un parc après une exposition' } },
  themes: ['parks_and_gardens' as const],
  failed_said: 'not_said' as const,
  publication: 'draft' as const,
}

/** A small change of a sheet, a new and a whole one, as the description of the API shows them. */
export const practiceExample = {
  patch: { publication: 'withdrawn' },
  added,
  whole: { ...added, staff_said: 'said', staff_fte: 1.5, staff_months: 24 },
}
