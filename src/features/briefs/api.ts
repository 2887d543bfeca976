import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { digestOf } from '../../platform/editions/frozen-facts.ts'
import { named } from '../../platform/http/api/named-schema.ts'
import { addOperation } from '../../platform/http/api/operation.ts'
import { oneOf, slug } from '../../platform/http/api/parameters.ts'
import type { Application } from '../../platform/http/application.ts'
import { interfaceLanguages } from '../../platform/i18n/languages.ts'
import { chooseText } from '../../platform/i18n/localized-text.ts'
import { notFound } from '../../platform/refusal.ts'
import { networkPlace, readNetworkCall, seenOn } from '../networks/index.ts'
import { countStates, findBrief } from './drawing/brief.ts'
import { mostPages } from './drawing/brief-report.ts'
import { measureLanguages } from './drawing/drawing.ts'
import type { Brief, BriefItem } from './drawing/schema.ts'
import { itemStates } from './items/item.ts'
import { itemKeys, sectionKeys } from './items/skeleton.ts'

/** The brief of a country as a group has it, for programs. */
export function addBriefApi(app: FastifyInstance, application: Application): void {
  addOperation(
    app,
    {
      id: 'readBrief',
      path: '/networks/{network}/brief/{country}',
      tag: 'briefs',
      summary:
        'What is known of the administration of a country on a day: 40 items, each with its state and source',
      place: networkPlace.extend({ country: slug().describe('Its two letters in lower case, as in kr') }),
      query: z.object({
        ...seenOn,
        lang: oneOf(interfaceLanguages)
          .default('fr')
          .describe('The language of the texts, where they have it'),
      }),
      answer: briefSchema,
      scope: () => null,
    },
    async (call) => {
      const { context, network } = await readNetworkCall(application, call)
      const { country: asked } = call.place
      const country = network.countries.find((each) => each.toLowerCase() === asked) ?? notFound(asked)
      const brief = await findBrief(context, network, country)
      const measured = { context, network, translate: application.translate }
      const [filling] = await measureLanguages(measured, brief, call.query.lang)
      return briefAnswer(brief, call.query.lang, filling?.filled)
    },
  )
}

/** A brief as programs read it, in a language (BCP 47). `pages`: how many it fills; null where it was not drawn. */
export function briefAnswer(
  brief: Brief,
  language: string,
  pages: number | null = null,
): z.input<typeof briefSchema> {
  return {
    country: brief.country,
    language,
    day: brief.day,
    edition: null,
    pages,
    limit: mostPages,
    counts: countStates(brief),
    sections: sectionKeys.map((key) => ({
      key,
      items: brief.items
        .filter(({ section }) => section === key)
        .map((item) => itemAnswer(brief, item, language)),
    })),
    digest: digestOf(brief),
  }
}

function itemAnswer(
  { country, day, figures }: Brief,
  { key, state, statement, line }: BriefItem,
  language: string,
) {
  const said = statement === null ? null : chooseText(statement.text, language)
  return {
    key,
    state,
    text: said?.text ?? null,
    text_language: said?.language ?? null,
    text_state: said?.state ?? null,
    group_line: chooseText(line, language)?.text ?? null,
    as_of: statement?.asOf ?? null,
    valid_until: statement?.validUntil ?? null,
    known_on: statement?.knownOn ?? null,
    source:
      statement === null || statement.source === ''
        ? null
        : {
            title: statement.source,
            language: statement.sourceLanguage || null,
            address: statement.sourceUrl || null,
            passage: statement.passage || null,
          },
    owner: country,
    checked_on: statement?.checkedOn ?? null,
    checked_by: statement?.checkedBy || null,
    figures:
      key === 'counts'
        ? figures.counts.flatMap(({ kind, count, apart }) => [
            { kind, count, perimeter: 'directory' as const, on: day },
            ...(apart > 0 ? [{ kind, count: count - apart, perimeter: 'state' as const, on: day }] : []),
          ])
        : [],
  }
}

const nullable = z.string().nullable()
const briefSchema = named(
  'Brief',
  z.object({
    country: z.string(),
    language: z.string(),
    day: z.string().describe('The day for which it is true'),
    edition: z.int().nullable().describe('The number of a published edition; null for the living brief'),
    pages: z.number().nullable().describe('How many pages it fills, as in 1.85'),
    limit: z.int().describe('How many it may fill'),
    counts: z.object({
      items: z.int(),
      known: z.int(),
      unverified: z.int(),
      stale: z.int(),
      missing: z.int(),
    }),
    sections: z.array(
      z.object({
        key: z.enum(sectionKeys),
        items: z.array(
          z.object({
            key: z.string().describe(`One of ${itemKeys.length}, the same for every country`),
            state: z.enum(itemStates),
            text: nullable,
            text_language: nullable,
            text_state: nullable,
            group_line: nullable.describe('What the group says beside'),
            as_of: nullable.describe('The day for which the source says it'),
            valid_until: nullable,
            known_on: nullable,
            source: z
              .object({ title: z.string(), language: nullable, address: nullable, passage: nullable })
              .nullable(),
            owner: z.string().describe('The country whose side answers for it'),
            checked_on: nullable.describe('When someone last read the source beside the words'),
            checked_by: nullable.describe('In which function'),
            figures: z.array(
              z.object({
                kind: z.string(),
                count: z.int(),
                perimeter: z
                  .enum(['directory', 'state'])
                  .describe('directory: all that it has; state: as the State counts'),
                on: z.string(),
              }),
            ),
          }),
        ),
      }),
    ),
    digest: z.string().describe('SHA-256 of the facts behind it, as canonical JSON (RFC 8785)'),
  }),
)
