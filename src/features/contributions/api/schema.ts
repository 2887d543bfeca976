import { z } from 'zod'
import { named, namedBody } from '../../../platform/http/api/named-schema.ts'
import { slug } from '../../../platform/http/api/parameters.ts'
import { capitalized } from '../../../platform/i18n/capitalized.ts'
import { interfaceLanguages } from '../../../platform/i18n/languages.ts'
import type { ProgramKind } from '../../../platform/records/record-kind.ts'
import { networkPlace } from '../../networks/index.ts'
import { versionSchema } from '../versions/schema.ts'

export const recordPlace = networkPlace.extend({ slug: slug().describe('Slug of the record') })
export const versionPlace = recordPlace.extend({
  number: z
    .string()
    .regex(/^[1-9]\d{0,5}$/)
    .describe('Number of a version'),
})

/** The reason and the source: every write gives them. */
export const reason = z
  .string()
  .trim()
  .min(3, { error: 'why, and where you have it from, in 3 characters at least' })
  .max(2000)

const declaredIn = z
  .enum(interfaceLanguages)
  .optional()
  .describe('Language of the reason; the first one of the group unless said')

const declared = {
  reason: reason.describe('Why, and where you have it from: it becomes the source of what changes'),
  language: declaredIn,
  organisation: slug().optional().describe('For which of your organisations you speak, by its slug'),
}

export const suggestionAnswer = named(
  'SuggestionPlace',
  z.object({ id: z.uuid(), url: z.url().describe('The page on which it is decided') }),
)

export const suggestionBody = namedBody(
  'NewSuggestion',
  z.strictObject({
    record: z.strictObject({
      kind: z.string().max(40).describe('cooperation, organisation or event'),
      slug: slug(),
    }),
    words: z.string().trim().min(10, { error: 'what is wrong, in 10 characters at least' }).max(3000),
    source: z.string().trim().max(500).default('').describe('Where you have it from'),
    language: declaredIn,
  }),
)

type RecordSchemas = ReturnType<typeof makeSchemas>
const made = new WeakMap<ProgramKind['program'], RecordSchemas>()

/** The schemas for reading and writing one kind of record. */
export function schemasOf(kind: ProgramKind): RecordSchemas {
  const known = made.get(kind.program) ?? makeSchemas(kind)
  made.set(kind.program, known)
  return known
}

function makeSchemas({ kind, program }: ProgramKind) {
  const noun = capitalized(kind, 'en')
  const { schema } = program
  const version = z.int().min(1).describe('Its number, from 1')
  return {
    version: versionSchema(noun, schema),
    state: named(`${noun}State`, z.object({ version, document: schema })),
    written: named(
      `${noun}Written`,
      z.object({
        outcome: z
          .enum(['published', 'unchanged', 'suggested'])
          .describe('suggested: others decide on it, and nothing has changed yet'),
        slug: z.string().nullable().describe('null for a record that was suggested and is not there yet'),
        version: version.nullable(),
        document: schema.nullable().describe('The record as it stands now; null when it is not there yet'),
        suggestion: suggestionAnswer.nullable(),
      }),
    ),
    replacement: namedBody(`${noun}Replacement`, z.strictObject({ document: schema, ...declared })),
    patch: namedBody(
      `${noun}Patch`,
      z.strictObject({
        document: z
          .looseObject({})
          .describe(
            `JSON merge patch (RFC 7396) of the ${noun}Document: null removes, lists are replaced whole`,
          ),
        ...declared,
      }),
    ),
    added: namedBody(
      `New${noun}`,
      z.strictObject({
        document: schema.partial(),
        ...declared,
        anyway: z
          .boolean()
          .default(false)
          .describe('Add it although records are alike: without it they are answered with 409'),
      }),
    ),
  }
}
