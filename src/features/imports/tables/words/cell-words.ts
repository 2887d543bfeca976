import { z } from 'zod'
import { themes } from '../../../networks/index.ts'
import { agreementKinds, statuses } from '../../../registry/index.ts'
import { readWords, wordsSchema } from './word-file.ts'

const schema = z.object({
  countries: z.record(z.string().length(2), z.array(z.string())),
  agreementKinds: wordsSchema(agreementKinds),
  statuses: wordsSchema(statuses),
  themes: z.partialRecord(z.enum(themes), z.array(z.string())),
  /** Time zones by their common names, folded. */
  zones: z.record(z.string(), z.array(z.string())),
})

let known: z.output<typeof schema> | null = null

/** What tables call countries, agreements and themes, besides the names of the interface and of Unicode. */
export function cellWords(): z.output<typeof schema> {
  known ??= readWords('cell-words.json', schema)
  return known
}
