import { z } from 'zod'
import { findingOf, mostFound, type NetworkPart } from '../../platform/http/network-part.ts'
import { inEachLanguage, wordsInEachLanguage } from '../../platform/letters/letter-reader.ts'
import type { LetterSource } from '../../platform/letters/letter-source.ts'
import { mostItems } from '../../platform/letters/letter-span.ts'
import { EntryList } from '../../ui/blocks/entry-list.tsx'
import { Section } from '../../ui/text/headings.tsx'
import { countryName } from '../directory/index.ts'
import { paths } from './paths.ts'
import { countQuestions, listForLetter, listQuestions } from './questions/list.queries.ts'
import { questionEntry } from './questions/pages.tsx'
import { questionFilter } from './questions/question-filter.ts'

const mostShown = 5

/** Questions and answers with the words that are searched for, as far as the reader may see them. */
export const foundQuestions: NetworkPart = {
  place: 'search',
  render: async ({ context, reader, network, text = '' }) => {
    if (text === '') return null
    const filter = questionFilter.read({ q: text })
    const found = await listQuestions(context, network.id, filter, { limit: mostShown })
    if (found.length === 0) return null
    const more = (await countQuestions(context, network.id, filter, 1001)) - found.length
    return (
      <Section id="questions" title={reader.t('questions.list.title')}>
        <EntryList entries={found.map((question) => questionEntry(reader, network.slug, question))} />
        {more <= 0 ? null : (
          <p>
            <a href={paths.list(reader, network.slug, { q: text })}>
              {reader.t('questions.list.found', { count: more })}
            </a>
          </p>
        )}
      </Section>
    )
  },
  finding: findingOf({
    type: 'question',
    facts: z.object({
      asker: z.string().describe('Slug of the authority that asks'),
      themes: z.array(z.string()),
      answers: z.int(),
    }),
    list: async ({ context, network, text = '' }) => {
      if (text === '') return []
      const found = await listQuestions(context, network.id, questionFilter.read({ q: text }), {
        limit: mostFound,
      })
      return found.map(({ id, slug, asker, themes, question, answers, updatedAt }) => ({
        ...{ id, slug, path: `/questions/${slug}`, updatedAt, name: question },
        facts: { asker: asker.slug, themes, answers },
      }))
    },
  }),
}

/**
 * Questions of the group, asked and open or newly answered. A letter leaves the group: of one that is not public it names the country and
 * the themes, and leads to the page that members open.
 */
export const openQuestions = (wanted: 'open' | 'answered'): LetterSource => ({
  key: wanted === 'open' ? 'questions.open' : 'questions.answered',
  place: 'group',
  title: `questions.letter.${wanted}`,
  gather: async (letterContext) =>
    (await listForLetter(letterContext, wanted, mostItems)).map((question) => ({
      key: `question:${question.id}`,
      title: question.isPublic
        ? question.question
        : wordsInEachLanguage(letterContext, ({ t }) =>
            question.themes.map((theme) => t(`networks.theme.${theme}`)).join(', '),
          ),
      text: {},
      facts: inEachLanguage(letterContext, (reader) => [countryName(reader, question.asker.country)]),
      credit: {},
      path: `/questions/${question.slug}`,
      themes: question.themes,
      organisationIds: [question.asker.id],
    })),
})
