import { sql } from 'kysely'
import { type LocalizedText, plainText } from '../../platform/i18n/localized-text.ts'
import { textOwner } from '../../platform/translation/owned-texts.ts'
import { mayTranslate } from '../networks/index.ts'
import { refreshQuestionSearch } from './search.commands.ts'

/**
 * The texts of the group’s questions and their answers, for people who translate in a network and for machines. What only a pair or named
 * authorities read is not among them: those who translate may not read it, and a machine is given it by `machine.commands.ts` alone.
 */
export const questionTexts = textOwner({
  kind: 'question',
  label: 'questions.question.noun',
  mayTranslate,
  from: sql`questions_question q`,
  as: 'q',
  key: 'question_id',
  where: sql`q.asked_at is not null and q.hidden_at is null and q.visibility = 'group'`,
  columns: sql<{ slug: string; question: LocalizedText }>`q.slug, q.question`,
  describe: ({ slug, question }) => ({ label: plainText(question), address: `/questions/${slug}` }),
  texts: [
    {
      table: 'questions_question',
      fields: { question: 'questions.field.question', tried: 'questions.field.tried' },
    },
    {
      path: 'answers.*',
      table: 'questions_answer',
      of: sql`part.question_id = q.question_id and part.held_at is null and part.told_at is not null`,
      keys: ['answer_id'],
      order: sql`extract(epoch from part.given_at)::integer`,
      fields: {
        words: 'questions.answer.words',
        back: 'questions.answer.back',
        backSaid: { label: 'questions.answer.backSaid', column: 'back_said' },
      },
    },
  ],
  refresh: refreshQuestionSearch,
})
