import { z } from 'zod'
import { inLanguages } from '../../../platform/http/api/localized.ts'
import { named } from '../../../platform/http/api/named-schema.ts'
import { words } from '../../../platform/http/api/parameters.ts'
import type { Finding } from '../../../platform/http/network-part.ts'
import { seenOn } from '../../networks/index.ts'
import { statuses } from '../codes.ts'

export const searchParameters = z.object({
  q: words().default('').describe('A name, words of a summary, Korean initials (ㅅㅊ)'),
  ...seenOn,
})

const record = {
  id: z.uuid(),
  slug: z.string(),
  url: z.url(),
  updated_at: z.iso.datetime(),
  name: inLanguages,
}

/** The schema of the answer, with the kinds of records that other features find beside those of the registry and the directory. */
export function searchAnswerOf(findings: readonly Finding[]) {
  const found = findings.map(({ type, facts }) =>
    z.object({ type: z.literal(type), ...record, ...facts.shape }),
  )
  return named(
    'SearchAnswer',
    z.object({
      items: z.array(
        z.discriminatedUnion('type', [
          z.object({
            type: z.literal('cooperation'),
            ...record,
            status: z.enum(statuses),
            parties: z.array(z.string()),
          }),
          z.object({ type: z.literal('organisation'), ...record, country: z.string(), kind: z.string() }),
          ...found,
        ]),
      ),
      total: z.int().min(0),
      total_is: z.enum(['exact', 'at_least']),
      next: z.null(),
      asks_which: z.boolean().describe('Several different organisations bear exactly this name'),
      approximate: z.boolean().describe('No organisation bears these words: those answered are only alike'),
    }),
  )
}
