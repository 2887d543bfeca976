import { z } from 'zod'
import { textStates } from '../../i18n/localized-text.ts'

/** A name or a text in several languages. */
export const inLanguages = z.record(z.string(), z.string()).describe('BCP 47 language tag → text')

/** How far the texts of a record can be relied on, by their place in it. */
export const statesOfTexts = z
  .record(z.string(), z.record(z.string(), z.enum(textStates)))
  .describe(
    'Place in the record (as in agreements/0/title) → language → original, reviewed, machine-made or stale',
  )
