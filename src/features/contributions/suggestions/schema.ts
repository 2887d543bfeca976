import { z } from 'zod'
import { listOf, sliceParameters } from '../../../platform/http/api/list-answer.ts'
import { named } from '../../../platform/http/api/named-schema.ts'
import { oneOf } from '../../../platform/http/api/parameters.ts'
import { says } from '../../../platform/input/form.ts'
import { publications } from '../../networks/index.ts'
import { decisions, queueViews } from './queries.ts'

export const messageForm = z.object({ text: z.string().trim().min(1).max(5000) })

/** A refusal needs its reason, so that the author can answer or understand. */
export const decisionForm = z
  .object({
    decision: z.enum(['accepted', 'declined', 'withdrawn', 'released']),
    because: z.string().trim().max(2000).default(''),
    seen: z.coerce.number().int().min(0).max(1_000_000).default(0),
  })
  .refine(({ decision, because }) => decision !== 'declined' || because.length >= 3, {
    path: ['because'],
    error: says('contributions.error.declined'),
  })

export const publicationForm = z.object({ publication: z.enum(publications) })

export const suggestionParameters = z.object({
  view: oneOf(queueViews)
    .default('open')
    .describe('Those that wait, those held as likely spam, or those decided'),
  kind: z.string().max(40).optional().describe('Kind of record: cooperation or organisation'),
  ...sliceParameters,
})

/** The number of earlier ones: the content of a cursor of the queue. */
export const suggestionPlaces = z.int().min(0).max(100_000)

export const suggestionList = named(
  'SuggestionList',
  listOf(
    named(
      'SuggestionEntry',
      z.object({
        id: z.uuid(),
        url: z.url(),
        record: z.object({
          kind: z.string(),
          slug: z.string().nullable().describe('null for a record that is not there yet'),
        }),
        has_document: z
          .boolean()
          .describe('Whether it brings the changed record along, ready to be published'),
        words: z.string(),
        source: z.string(),
        language: z.string().describe('BCP 47'),
        author: z.string().nullable(),
        from_reader: z.boolean().describe('From a reader without an account'),
        created_at: z.iso.datetime(),
        decision: z.enum(decisions).nullable(),
        decided_at: z.iso.datetime().nullable(),
        decision_reason: z.string(),
      }),
    ),
  ),
)
