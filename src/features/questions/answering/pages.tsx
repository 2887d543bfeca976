import type { FastifyInstance } from 'fastify'
import { takeTurn } from '../../../platform/database/turns.ts'
import type { Application } from '../../../platform/http/application.ts'
import { limits } from '../../../platform/http/limits.ts'
import { noStore } from '../../../platform/http/no-store.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { type FormState, fieldError } from '../../../platform/input/form.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusal.ts'
import { lookUpFile } from '../../../platform/storage/files.ts'
import { serveFile } from '../../../platform/storage/serve-file.ts'
import { addLinkAction, addNetworkAction } from '../../directory/picking/index.ts'
import { addErasure, renderNetworkPage, renderSecretPage } from '../../networks/index.ts'
import { loadAskedRequest, loadQuestionRequest, type QuestionRequest } from '../questions/frame.tsx'
import { isOpen } from '../questions/question.ts'
import { QuestionPage } from '../questions/question-page.tsx'
import { answerForm, headline, typedAnswer, typedBefore } from '../words.ts'
import { addActs, emptyForm } from './acts.tsx'
import { type Answer, listOwnAnswers } from './answers.queries.ts'
import { changeAnswer, forgetAsked, giveAnswer } from './commands.ts'

/** The page of a question, for its readers and by the link of somebody who was asked; and all that is done there. */
export function addAnsweringRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  const sending = pages.with({ ...noStore, ...limits.mail })
  const place = '/:language/:network/questions/:slug'
  pages.get(place, loadQuestionRequest, (visit) => showQuestion(visit))
  pages
    .with({})
    .get(`${place}/files/:file`, loadQuestionRequest, async ({ request, reply, context, answers }) => {
      const id = parameterOf(request.params, 'file') ?? ''
      // What is published of an answer is its words.
      const isTheirs = context.actor.kind !== 'anonymous' && answers.some(hasFile(id))
      const file = isTheirs ? await lookUpFile(context, id) : null
      return serveFile(reply, application.storage, file ?? notFound('file'))
    })
  for (const part of ['asker', 'member', 'coordinator', 'reader'] as const)
    addActs<QuestionRequest>(addNetworkAction, sending, place, part, {
      open: loadQuestionRequest,
      again: showQuestion,
      told: ({ address }, verb) =>
        `${address}?done=${verb === 'pass' ? 'passed' : verb === 'report' ? verb : 'changed'}`,
    })
  addNetworkAction(sending, `${place}/answers`, {
    ...answering,
    open: async (visit: Visit) => {
      const loaded = await loadQuestionRequest(visit)
      return loaded.answersFor !== undefined && isOpen(loaded.question) ? loaded : notFound('answers')
    },
    again: showQuestion,
  })

  const linked = '/:language/:network/questions/asked/:token'
  pages.get(linked, loadAskedRequest, (visit) => showAsked(visit))
  for (const part of ['asked', 'reader'] as const)
    addActs<AskedRequest>(addLinkAction, sending, linked, part, {
      open: loadAskedRequest,
      again: showAsked,
      told: ({ address }, verb) => `${address}?done=${verb}`,
    })
  addLinkAction(sending, `${linked}/answers`, { ...answering, open: loadAskedRequest, again: showAsked })
  addErasure(sending, linked, {
    open: loadAskedRequest,
    goes: 'questions.erasure.goes',
    stays: 'questions.erasure.stays',
    erase: ({ writing, me }) => forgetAsked(writing, me),
    erased: ({ reader }) => ({
      title: reader.t('questions.asked.page'),
      text: reader.t('questions.erasure.done'),
    }),
  })
}

const hasFile =
  (id: string) =>
  ({ files }: Answer) =>
    files.some((file) => file.id === id)

type AskedRequest = Awaited<ReturnType<typeof loadAskedRequest>>

const answering = {
  schema: () => answerForm,
  isOnce: true,
  save: async (
    { writing, reader, network, question, me, answersFor: organisationId = '', address }: QuestionRequest,
    typed: ReturnType<typeof answerForm.parse>,
  ) => {
    const words = typedAnswer(typed.words, reader.interfaceLanguage, network.languages)
    const said = { words, signed: typed.signed }
    // By a link, where no form is known again: of two presses the second finds what the first one wrote.
    await takeTurn(writing, `questions_answer ${me?.id ?? question.id}`)
    const [before] = me ? await listOwnAnswers(writing, question.id, { askedId: me.id }) : []
    const isRepeated = before?.signed === said.signed && typedBefore(before.words) === typed.words
    if (isRepeated) return `${address}?done=answered`
    if (before !== undefined) await changeAnswer(writing, question, before, said)
    else if (!isOpen(question)) return [fieldError('words', 'questions.error.closed')]
    else
      await giveAnswer(writing, question, { ...said, organisationId, askedId: me?.id ?? null, via: 'page' })
    return `${address}?done=${before === undefined ? 'answered' : 'changed'}`
  },
} as const

function showQuestion(visit: QuestionRequest, form: FormState = emptyForm) {
  const { reader, question } = visit
  return renderNetworkPage(visit, {
    title: headline(question, reader.language),
    description: reader.t('questions.list.lead'),
    path: `/questions/${question.slug}`,
    noindex: !question.isPublic || reader.now !== null,
    children: <QuestionPage visit={visit} form={form} />,
  })
}

function showAsked(visit: AskedRequest, form: FormState = emptyForm) {
  return renderSecretPage(visit, {
    title: visit.reader.t('questions.asked.page'),
    description: visit.reader.t('questions.list.lead'),
    children: <QuestionPage visit={visit} form={form} token={visit.token} />,
  })
}
