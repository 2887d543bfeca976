import { z } from 'zod'
import { listOf, sliceParameters } from '../../../../platform/http/api/list-answer.ts'
import { inLanguages, statesOfTexts } from '../../../../platform/http/api/localized.ts'
import { named } from '../../../../platform/http/api/named-schema.ts'
import { networkPlace, seenOn } from '../../../networks/index.ts'

export const letterPlace = networkPlace.extend({
  number: z
    .string()
    .regex(/^[1-9]\d{0,5}$/)
    .describe('Number of the letter'),
})
export const letterListParameters = z.object({ ...sliceParameters, ...seenOn })
export const letterParameters = z.object({ ...seenOn })
/** The number after which a list continues. */
export const letterCursor = z.tuple([z.int().min(1)])

const letter = {
  id: z.uuid(),
  number: z.int().describe('Given when it was published; a letter that was withdrawn keeps its own'),
  slug: z.string(),
  url: z.url(),
  updated_at: z.iso.datetime(),
  published_at: z.iso.datetime(),
  published_on: z.iso.date().describe('The day that the group called today by then'),
  title: inLanguages,
  languages: z
    .array(
      z.object({
        language: z.string().describe('BCP 47'),
        url: z.url(),
        pdf: z.url(),
        feed: z.url().describe('RSS of all letters'),
        elsewhere: z.int().describe('How many of its texts this language reads in another one'),
        unreviewed: z.int().describe('How many are machine-made, or older than their original'),
      }),
    )
    .describe('Every letter is read in each of these'),
}

const factsInLanguages = z
  .record(z.string(), z.array(z.string()))
  .describe('When, where and with whom, in words: BCP 47 language tag → lines')

const part = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('items'),
    source: z.string().describe('What it was gathered from: agenda.comingUp, registry.newTies…'),
    title: inLanguages,
    items: z.array(
      z.object({
        key: z.string().describe('The same in every letter that tells of the same thing'),
        title: inLanguages,
        text: inLanguages,
        facts: factsInLanguages,
        credit: inLanguages.describe('Who proposed it'),
        url: z.url().nullable().describe('Its page in English'),
        themes: z.array(z.string()),
      }),
    ),
  }),
  z.object({ kind: z.literal('text'), title: inLanguages, text: inLanguages }),
  z.object({ kind: z.literal('quote'), text: inLanguages, author: z.string() }),
  z.object({ kind: z.literal('button'), label: inLanguages, url: z.string() }),
  z.object({
    kind: z.literal('picture'),
    url: z.url(),
    width: z.int(),
    height: z.int(),
    alternative: inLanguages,
    caption: inLanguages,
  }),
])

export const letterList = named('LetterList', listOf(named('LetterEntry', z.object(letter))))

export const letterRecord = named(
  'Letter',
  z.object({ ...letter, introduction: inLanguages, parts: z.array(part), text_states: statesOfTexts }),
)
