import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Application } from '../../../platform/http/application.ts'
import { limits } from '../../../platform/http/limits.ts'
import { noStore } from '../../../platform/http/no-store.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { fieldError, says } from '../../../platform/input/form.ts'
import { languageOfLetters } from '../../../platform/input/text-input.ts'
import { notFound } from '../../../platform/refusal.ts'
import { addNetworkAction } from '../../directory/picking/index.ts'
import { loadAskerRequest } from '../asking/pages.tsx'
import { answeringFor } from '../involvement.ts'
import { mailAuthor } from '../mails.ts'
import { paths } from '../paths.ts'
import { mayCoordinate } from '../policy.ts'
import { loadQuestionRequest, type QuestionRequest, showQuestion } from '../questions/pages.tsx'
import { findQuestion } from '../questions/queries.ts'
import { answerForm } from './answer-fields.tsx'
import { type Answer, listAnswers, listOwnAnswers } from './answers.queries.ts'
import { askBack, closeQuestion, giveAnswer, judgeAnswer, takeBack } from './commands.ts'
import { hideQuestion, makePublic, mergeQuestion, passTo, showAgain } from './coordinator.commands.ts'

const place = '/:language/:network/questions/:slug'

/** What people with an account do on the page of a question: its asker, whoever answers unasked, and the coordinator. */
export function addAnsweringRoutes(app: FastifyInstance, application: Application): void {
  const sending = pagesOf(app, application, { ...noStore, ...limits.mail })
  addNetworkAction(sending, `${place}/answers`, {
    open: loadAnsweringRequest,
    schema: () => answerForm,
    again: (visit, form) => showQuestion(visit, form),
    isOnce: true,
    save: async ({ writing, reader, network, question, organisationId }, typed) => {
      await giveAnswer(writing, question, {
        ...{ organisationId, askedId: null, via: 'page', signed: typed.signed },
        words: typedAnswer(typed.words, reader.interfaceLanguage, network.languages),
      })
      return onPage({ reader, network, question }, 'answered')
    },
  })
  addNetworkAction(sending, `${place}/back`, {
    open: loadAnsweringRequest,
    schema: () => z.object({ answer: z.uuid() }),
    again: (visit, form) => showQuestion(visit, form),
    save: async (visit, { answer: id }) => {
      const { writing, question, organisationId } = visit
      const own = await listOwnAnswers(writing, question.id, { organisationIds: [organisationId] })
      await takeBack(writing, question, own.find((answer) => answer.id === id) ?? notFound('answer'))
      return onPage(visit, '')
    },
  })
  addNetworkAction(sending, `${place}/asker`, {
    open: async (visit) => {
      const loaded = await loadAskerRequest(visit).catch(async () => {
        const closed = await loadQuestionRequest(visit)
        const mine = answeringFor(closed.writing.actor, {
          ...closed.question,
          asker: { ...closed.question.asker, id: '' },
        })
        return mine.includes(closed.question.asker.id) ? closed : notFound('asker')
      })
      return loaded.question.askedAt === null ? notFound('asker') : loaded
    },
    schema: () =>
      z.object({
        verb: z.enum([
          'accepted',
          'unaccepted',
          'thanked',
          'publish',
          'back',
          'close',
          'withdraw',
          'public',
          'private',
        ]),
        answer: z.uuid().optional(),
        words: z.string().trim().max(1200).default(''),
      }),
    again: (visit, form) => showQuestion(visit, form),
    save: async (visit, { verb, answer: id, words }) => {
      const { writing, question } = visit
      const wrong = await takeVerb(
        visit,
        verb,
        (await listAnswers(writing, question.id)).find((each) => each.id === id),
        words,
      )
      return wrong ?? onPage(visit, verb === 'close' || verb === 'withdraw' ? 'closed' : 'changed')
    },
  })
  addNetworkAction(sending, `${place}/coordinator`, {
    open: async (visit) => {
      const loaded = await loadQuestionRequest(visit)
      const { writing, network, question } = loaded
      return mayCoordinate(writing.actor, network.id) && question.askedAt !== null
        ? loaded
        : notFound('coordinator')
    },
    schema: () =>
      z.discriminatedUnion('verb', [
        z.object({
          verb: z.literal('hide'),
          reason: z.string().trim().min(1, says('ui.form.missing')).max(300),
        }),
        z.object({ verb: z.literal('show') }),
        z.object({
          verb: z.literal('merge'),
          into: z.string().trim().min(1, says('ui.form.missing')).max(300),
        }),
        z.object({ verb: z.literal('pass'), organisation: z.uuid(says('ui.form.missing')) }),
      ]),
    again: (visit, form) => showQuestion(visit, form),
    save: async (visit, typed) => {
      const { writing, network, question } = visit
      if (typed.verb === 'hide') await hideQuestion(writing, question, typed.reason)
      if (typed.verb === 'show') await showAgain(writing, question)
      if (typed.verb === 'merge') {
        const slug = typed.into.split(/[?#]/)[0]?.split('/').at(-1) ?? ''
        const into = await findQuestion(writing, network.id, slug).catch(() => null)
        if (into === null || into.id === question.id) return [fieldError('into', 'questions.error.into')]
        await mergeQuestion(writing, question, into)
      }
      if (typed.verb === 'pass' && !(await passTo(writing, network, question, typed.organisation)))
        return [fieldError('organisation', 'questions.error.nobody')]
      return onPage(visit, { hide: 'hidden', show: 'shown', merge: 'changed', pass: 'passed' }[typed.verb])
    },
  })
}

type Verb =
  | 'accepted'
  | 'unaccepted'
  | 'thanked'
  | 'publish'
  | 'back'
  | 'close'
  | 'withdraw'
  | 'public'
  | 'private'

async function takeVerb(visit: QuestionRequest, verb: Verb, answer: Answer | undefined, words: string) {
  const { application, writing, network, reader, question } = visit
  const notifying = { application, writing, network }
  if (verb === 'close' || verb === 'withdraw') {
    await closeQuestion(writing, question, verb === 'close' ? 'accepted' : 'withdrawn')
    return null
  }
  if (verb === 'public' || verb === 'private') {
    await makePublic(writing, question, verb === 'public')
    return null
  }
  if (answer === undefined) return notFound('answer')
  if (verb === 'back') {
    if (words === '') return [fieldError('words', 'ui.form.missing')]
    const back = typedAnswer(words, reader.interfaceLanguage, network.languages)
    await askBack(writing, question, answer, 'back', back)
    await mailAuthor(notifying, question, { ...answer, back }, 'back')
    return null
  }
  if (verb !== 'publish') await judgeAnswer(writing, question, answer, verb)
  if (verb !== 'unaccepted') await mailAuthor(notifying, question, answer, verb)
  return null
}

async function loadAnsweringRequest(visit: Visit) {
  const loaded = await loadQuestionRequest(visit)
  const { writing, question } = loaded
  const [organisationId] = answeringFor(writing.actor, question)
  const isOpen = question.askedAt !== null && question.closedAt === null
  return organisationId !== undefined && isOpen ? { ...loaded, organisationId } : notFound('answers')
}

/** A text as it is kept, in the language of its letters, else in that of the page. */
export function typedAnswer(text: string, language: string, languages: readonly string[]): Answer['words'] {
  return { [languageOfLetters(text, languages) ?? language]: { text, state: 'original' } }
}

const onPage = (
  { reader, network, question }: Pick<QuestionRequest, 'reader' | 'network' | 'question'>,
  done: string,
) =>
  `${paths.question({ ...reader, now: null }, network.slug, question.slug)}${done === '' ? '' : `?done=${done}`}`
