import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { organisationsOf } from '../../platform/context/actor.ts'
import { ownDay } from '../../platform/context/clock.ts'
import { readCursor, writeCursor } from '../../platform/http/api/cursor.ts'
import { answerList, listOf, mostCounted, sliceParameters } from '../../platform/http/api/list-answer.ts'
import { inLanguages } from '../../platform/http/api/localized.ts'
import { named, namedBody } from '../../platform/http/api/named-schema.ts'
import { addOperation } from '../../platform/http/api/operation.ts'
import { slug } from '../../platform/http/api/parameters.ts'
import { jsonType } from '../../platform/http/api/read-json.ts'
import { addWriting, type WritingCall } from '../../platform/http/api/writing.ts'
import type { Application } from '../../platform/http/application.ts'
import { plainText } from '../../platform/i18n/localized-text.ts'
import { notFound } from '../../platform/refusal.ts'
import { trades } from '../contacts/index.ts'
import { findNetwork, networkPlace, readNetworkCall, seenOn, themes } from '../networks/index.ts'
import { type Answer, listAnswers } from './answering/answers.queries.ts'
import { giveAnswer } from './answering/commands.ts'
import { askQuestion, draftQuestion } from './asking/commands.ts'
import { answeringFor } from './involvement.ts'
import { mayAsk } from './policy.ts'
import { countQuestions, listQuestions } from './questions/list.queries.ts'
import { findQuestion } from './questions/queries.ts'
import { outcomes, type Question, stateOf, states } from './questions/question.ts'
import { questionFilter } from './questions/question-filter.ts'
import { visibilities } from './routing/peer.ts'
import { longestAnswer, longestQuestion, longestTried, typedAnswer, typedWords } from './words.ts'

const described = { path: '/networks/{network}/questions', tag: 'questions' }
const place = networkPlace.extend({ slug: slug().describe('Slug of the question') })

/** API of questions: those that the caller may see, with their answers; asking the whole group, and answering. */
export function addQuestionsApi(app: FastifyInstance, application: Application): void {
  const addressOf = (network: string, question: string) =>
    `${application.settings.baseUrl}/en/${network}/questions/${question}`
  const response = (
    network: string,
    question: Question,
    answers: readonly Answer[],
  ): z.input<typeof questionRecord> => ({
    id: question.id,
    slug: question.slug,
    url: addressOf(network, question.slug),
    updated_at: question.updatedAt.toISOString(),
    state: stateOf(question),
    outcome: question.outcome,
    asker: question.asker.slug,
    question: plainText(question.question),
    tried: plainText(question.tried),
    needed_by: question.neededBy,
    language: question.language,
    themes: question.themes,
    trade: question.trade,
    visibility: question.visibility,
    is_public: question.isPublic,
    asked_at: question.askedAt?.toISOString() ?? null,
    answer_count: question.answers,
    answers: answers.map((answer) => ({
      organisation: answer.organisation.slug,
      words: plainText(answer.words),
      signed: answer.signed || null,
      given_at: answer.givenAt.toISOString(),
      is_accepted: answer.acceptedAt !== null,
    })),
  })
  addOperation(
    app,
    {
      ...described,
      id: 'listQuestions',
      summary: 'What authorities ask their peers, as far as the caller may read it, the newest first',
      place: networkPlace,
      query: z.object({ ...questionFilter.schema(), ...sliceParameters, ...seenOn }),
      answer: questionList,
    },
    async (call) => {
      const { limit, cursor } = call.query
      const after = cursor === undefined ? null : readCursor(questionCursor, cursor)
      const { context, network } = await readNetworkCall(application, call)
      const filter = questionFilter.take(call.query)
      const slice = { limit: limit + 1, after: after && { knownOn: after[0], id: after[1] } }
      return answerList(application, call.request, {
        rows: await listQuestions(context, network.id, filter, slice),
        limit,
        counted: await countQuestions(context, network.id, filter, mostCounted + 1),
        cursorAfter: (row) => writeCursor([row.knownOn, row.id]),
        item: (row) => response(network.slug, row, []),
      })
    },
  )
  addOperation(
    app,
    {
      ...described,
      id: 'findQuestion',
      path: `${described.path}/{slug}`,
      summary: 'One question with its answers',
      place,
      query: z.object({ ...seenOn }),
      answer: questionRecord,
    },
    async (call) => {
      const { context, network } = await readNetworkCall(application, call)
      const question = await findQuestion(context, network.id, call.place.slug)
      return response(network.slug, question, await listAnswers(context, question))
    },
  )
  const prepare = async ({ context: bare, place: { network: name } }: WritingCall<typeof networkPlace>) => {
    const network = await findNetwork(bare, name)
    const context = { ...bare, today: ownDay(application, network.opensOn) }
    return mayAsk(context.actor, network.id) ? { context, network } : notFound(name)
  }
  addWriting(
    app,
    application,
    {
      ...described,
      ...{ id: 'askQuestion', method: 'POST', place: networkPlace, needs: 'write:questions' },
      summary: 'Asks the peers of the whole group, for the authority of the token’s person',
      answer: asked,
      writing: {
        takes: [jsonType],
        body: questionBody,
        isConditional: false,
        outcomes: { 201: 'Asked: the first mails leave at nine of their readers’ next working day' },
        example: {
          ...{ question: '정원박람회가 끝난 뒤 공원을 어떻게 관리합니까?', tried: '', language: 'ko' },
          ...{ needed_by: '2017-12-01', themes: ['parks_and_gardens'], trade: 'parks' },
        },
      },
    },
    {
      prepare,
      write: async ({ context: { database } }, { context: own, network }, body) => {
        const context = { ...own, database }
        const { language, themes, trade = null } = body
        const [askerId = ''] = organisationsOf(context.actor, network.id, ['member'])
        const { slug: made } = await draftQuestion(context, {
          ...{ networkId: network.id, askerId, via: 'program', themes, trade },
          ...typedWords({ ...body, neededBy: body.needed_by }, language, [language]),
        })
        const question = await findQuestion(context, network.id, made)
        const sending = { themes, trade, visibility: 'group', named: [], mayTranslate: true } as const
        const sent = await askQuestion(context, network, question, sending)
        const url = addressOf(network.slug, made)
        return { status: 201, headers: { location: url }, body: { id: question.id, url, asked: sent } }
      },
    },
  )
  addWriting(
    app,
    application,
    {
      ...described,
      ...{ id: 'answerQuestion', method: 'POST', place, needs: 'write:questions' },
      path: `${described.path}/{slug}/answers`,
      summary: 'Answers a question for the authority of the token’s person; others read it ten minutes later',
      answer: answered,
      writing: {
        takes: [jsonType],
        body: answerBody,
        isConditional: false,
        outcomes: { 201: 'It can be taken back for ten minutes' },
        example: {
          ...{ words: 'Deux jardiniers suivent chaque jardin pendant trois ans.', language: 'fr' },
          signed: 'Espaces verts',
        },
      },
    },
    {
      prepare: async (call) => {
        const { context, network } = await prepare(call)
        const question = await findQuestion(context, network.id, call.place.slug)
        const [organisationId = notFound(question.slug)] = answeringFor(context.actor, question)
        return question.askedAt === null
          ? notFound(question.slug)
          : { context, network, question, organisationId }
      },
      write: async ({ context: { database } }, { context, network, question, organisationId }, body) => {
        const id = await giveAnswer({ ...context, database }, question, {
          ...{ organisationId, askedId: null, via: 'program', signed: body.signed },
          words: typedAnswer(body.words, body.language, [body.language]),
        })
        const url = `${addressOf(network.slug, question.slug)}#answers`
        return { status: 201, headers: { location: url }, body: { id, url } }
      },
    },
  )
}

const language = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
  .describe('BCP 47, in which it is written')
const questionBody = namedBody(
  'NewQuestion',
  z.strictObject({
    question: z.string().trim().min(10).max(longestQuestion),
    tried: z.string().trim().max(longestTried).default(''),
    needed_by: z.iso.date().nullish(),
    language,
    themes: z.array(z.enum(themes)).min(1),
    trade: z.enum(trades).nullish(),
  }),
)
const answerBody = namedBody(
  'NewAnswer',
  z.strictObject({
    words: z.string().trim().min(1).max(longestAnswer),
    language,
    signed: z.string().trim().max(120).default('').describe('The function by which it is signed'),
  }),
)
const written = z.object({ id: z.uuid(), url: z.url() })
const asked = named(
  'QuestionAsked',
  written.extend({ asked: z.int().describe('To how many people it goes first') }),
)
const answered = named('AnswerGiven', written)

const answerRecord = z.object({
  organisation: z.string(),
  words: inLanguages,
  signed: z.string().nullable(),
  given_at: z.iso.datetime(),
  is_accepted: z.boolean(),
})
const questionCursor = z.tuple([z.iso.date(), z.uuid()])
const questionRecord = named(
  'Question',
  z.object({
    id: z.uuid(),
    slug: z.string(),
    url: z.url(),
    updated_at: z.iso.datetime(),
    state: z.enum(states),
    outcome: z.enum(outcomes).nullable(),
    asker: z.string().describe('Slug of the authority that asks'),
    question: inLanguages,
    tried: inLanguages,
    needed_by: z.iso.date().nullable(),
    language: z.string(),
    themes: z.array(z.enum(themes)),
    trade: z.enum(trades).nullable(),
    visibility: z.enum(visibilities),
    is_public: z.boolean(),
    asked_at: z.iso.datetime().nullable(),
    answer_count: z.int(),
    answers: z.array(answerRecord).describe('Empty in lists'),
  }),
)
const questionList = named('QuestionList', listOf(questionRecord))
