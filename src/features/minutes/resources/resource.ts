import { z } from 'zod'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { optionalWebAddress, typedText } from '../../../platform/input/text-input.ts'

export const resourceKinds = ['document', 'video', 'page', 'photograph', 'other'] as const
export type ResourceKind = (typeof resourceKinds)[number]

export const linkStates = ['unknown', 'works', 'moved', 'dead'] as const
export type LinkState = (typeof linkStates)[number]

/** A thing that was shown or handed out at a meeting. */
export interface NewResource {
  kind: ResourceKind
  /** BCP 47. */
  language: string
  label: LocalizedText
  /** Null where only the label is known: a `#` in minutes. */
  url: string | null
  /** A file that is kept here; left out when there is none. */
  fileId?: string | null
  /** Where a copy is kept, in words. */
  copyWords: string
  knownOn: string
}

export interface Resource extends NewResource {
  id: string
  file: { id: string; name: string; sizeBytes: number } | null
  state: LinkState
  movedTo: string | null
  deadSince: Date | null
  checkedAt: Date | null
}

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
