import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { limits } from '../../../platform/http/limits.ts'
import { noStore } from '../../../platform/http/no-store.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { notFound } from '../../../platform/refusal.ts'
import { addNetworkAction } from '../../directory/picking/index.ts'
import { paths } from '../paths.ts'
import { isOpen } from '../questions/question.ts'
import { showQuestion } from '../questions/question-page.tsx'
import { loadQuestionRequest, type QuestionRequest } from '../questions/request.ts'
import { answerForm, typedAnswer } from '../words.ts'
import { askerActs, coordinatorActs, memberActs } from './account-acts.tsx'
import { type Acts, addActs } from './acts.tsx'
import { giveAnswer } from './commands.ts'

const place = '/:language/:network/questions/:slug'

/** The page of a question, and what people with an account do there: its asker, whoever answers unasked, and the coordinator. */
export function addAnsweringRoutes(app: FastifyInstance, application: Application): void {
  pagesOf(app, application, noStore).get(place, loadQuestionRequest, (visit) => showQuestion(visit))
  const sending = pagesOf(app, application, { ...noStore, ...limits.mail })
  addNetworkAction(sending, `${place}/answers`, {
    open: async (visit: Visit) => {
      const loaded = await loadQuestionRequest(visit)
      const { answersFor: organisationId = notFound('answers'), question } = loaded
      return isOpen(question) ? { ...loaded, organisationId } : notFound('answers')
    },
    schema: () => answerForm,
    again: (visit, form) => showQuestion(visit, form),
    isOnce: true,
    save: async (visit, { words, signed }) => {
      const { writing, reader, network, question, organisationId } = visit
      await giveAnswer(writing, question, {
        ...{ organisationId, askedId: null, via: 'page', signed },
        words: typedAnswer(words, reader.interfaceLanguage, network.languages),
      })
      return told(visit, 'answered')
    },
  })
  const add = (part: string, acts: Acts<QuestionRequest>, isTheirs: (visit: QuestionRequest) => boolean) =>
    addActs(addNetworkAction, sending, `${place}/${part}`, acts, {
      open: async (visit) => {
        const loaded = await loadQuestionRequest(visit)
        return isTheirs(loaded) ? loaded : notFound(part)
      },
      again: showQuestion,
      told: (visit, verb) => told(visit, doneBy[verb] ?? 'changed'),
    })
  add('asker', askerActs, ({ asks }) => asks)
  add('member', memberActs, ({ answersFor }) => answersFor !== undefined)
  add('coordinator', coordinatorActs, ({ coordinates }) => coordinates)
}

const doneBy: Readonly<Record<string, string>> = {
  ...{ close: 'closed', withdraw: 'closed', hide: 'hidden', show: 'shown', pass: 'passed' },
}

const told = ({ reader, network, question }: QuestionRequest, done: string) =>
  paths.act(reader, network.slug, question.slug, '', done)
