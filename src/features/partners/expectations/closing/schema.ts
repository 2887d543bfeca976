import { z } from 'zod'
import { says } from '../../../../platform/input/form.ts'
import { localizedText } from '../../../../platform/input/text-input.ts'
import { outcomes } from '../expectation.ts'
import type { MemberRequest } from '../requests.queries.ts'

export const longestWord = 2000

/** The members that have said yes, or partly. */
export function takersOf<T extends Pick<MemberRequest, 'answer'>>(requests: readonly T[]): T[] {
  return requests.filter(({ answer }) => answer === 'yes' || answer === 'partly')
}

/** How it was closed: a satisfied expectation was met by a member, through its answer. */
export function closingForm(requests: readonly MemberRequest[]) {
  const takers = takersOf(requests).map(({ id }) => id)
  return z
    .object({
      outcome: z.enum(outcomes),
      by: z.union([z.literal(''), z.string().refine((id) => takers.includes(id))]).default(''),
      word: localizedText({ max: longestWord }),
    })
    .refine(({ outcome, by }) => outcome !== 'satisfied' || by !== '', {
      path: ['by'],
      error: says('partners.error.metBy'),
    })
    .transform(({ outcome, by, word }) => ({
      outcome,
      requestId: by === '' || outcome === 'unmet' || outcome === 'withdrawn' ? null : by,
      word,
    }))
}
