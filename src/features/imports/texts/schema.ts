import { z } from 'zod'
import type { InterfaceLanguage } from '../../../platform/i18n/languages.ts'
import { optionalSaidDate } from '../../../platform/input/date-input.ts'
import { optionalWebAddress } from '../../../platform/input/text-input.ts'
import { sourceKinds } from '../../registry/index.ts'
import { conflictResolutions } from '../parts/part-rules.ts'

/** What becomes of changes by people: the program asks first, they stay, or they are taken back as well. */
export const manners = ['ask', 'keep', 'all'] as const

export type Manner = (typeof manners)[number]

/** A pasted text; a file is sent beside it. */
export const newTextForm = z.object({
  text: z.string().max(1_000_000).default(''),
  assistant: z.string().optional(),
})

/** The description of the source of a text. */
export function sourceForm(language: InterfaceLanguage) {
  return z.object({
    title: z.string().trim().min(1).max(300),
    language: z.string().regex(/^[a-z]{2}$/),
    kind: z.enum(sourceKinds),
    publisher: z.string().trim().min(1).max(200),
    published: optionalSaidDate(language),
    url: optionalWebAddress,
  })
}

export type SourceForm = z.output<ReturnType<typeof sourceForm>>

/** A press on one of the buttons beside the facts: each sends its fact or tie; the other fields say how. */
export const decisionForm = z.object({
  accept: z.string().optional(),
  refuse: z.string().optional(),
  undo: z.string().optional(),
  /** `replace:FACT` or `beside:FACT`. */
  settle: z.string().optional(),
  /** All sure facts of a tie; `text` for those of the whole text. */
  sure: z.string().optional(),
  /** The ties for which the form says whether they are listed. */
  beside: z.union([z.string(), z.array(z.string())]).optional(),
  reasons: z.record(z.string(), z.string().trim().max(500)).default({}),
  manner: z.enum(manners).default('ask'),
})

/** What becomes of changes by people when a whole import is taken back. */
export const withdrawalForm = z.object({ manner: z.enum(manners).default('ask') })

/** The way of settling a contradiction, and the fact. */
export function readSettling(text: string | undefined) {
  const [word, id = ''] = (text ?? '').split(':')
  const resolution = conflictResolutions.find((each) => each === word)
  return resolution ? { way: resolution, id } : null
}
