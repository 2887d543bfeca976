import { z } from 'zod'
import { optionalWebAddress } from '../../../platform/input/address-input.ts'
import { typedText } from '../../../platform/input/text-input.ts'
import { resourceKinds } from './resource.ts'

export const longestLabel = 300

/** The resources of a meeting. A `#` for an address counts as none. */
export const resourcesForm = z.object({
  resources: z
    .array(
      z.object({
        id: z.union([z.uuid(), z.literal('')]).default(''),
        kind: z.enum(resourceKinds),
        language: z.string().regex(/^[a-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/),
        label: typedText({ max: longestLabel, isRequired: true }),
        url: z.preprocess((typed) => (typed === '#' ? '' : typed), optionalWebAddress),
        copyWords: z.string().trim().max(500).default(''),
      }),
    )
    .default([]),
})
