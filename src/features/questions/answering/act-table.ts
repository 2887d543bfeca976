import type { Context } from '../../../platform/context/context.ts'
import { chooseName, chooseText } from '../../../platform/i18n/localized-text.ts'
import type { PlainMessageKey } from '../../../platform/i18n/translate.ts'
import type { ChoiceOption } from '../../../ui/form/choice-field.tsx'
import { setAbsentUntil } from '../../contacts/index.ts'
import { shortNames } from '../../directory/index.ts'
import { mailQuestion } from '../mails.ts'
import type { Part, QuestionRequest } from '../questions/frame.tsx'
import { findQuestion } from '../questions/queries.ts'
import { isOpen, type Question } from '../questions/question.ts'
import { typedAnswer } from '../words.ts'
import { follow } from '../writing.commands.ts'
import { type Answer, listAllAnswers } from './answers.queries.ts'
import { putBack } from './by-mail.commands.ts'
import {
  adoptAnswer,
  askBack,
  type Judgement,
  judgeAnswer,
  noteSaid,
  publishAnswer,
  takeBack,
} from './commands.ts'
import {
  closeQuestion,
  hideQuestion,
  isOpenToMerging,
  isReadAlike,
  makePublic,
  mergeQuestion,
  passTo,
} from './coordinator.commands.ts'

/** What somebody types or chooses for an act. */
export type ActField = {
  name: string
  label: PlainMessageKey
  /** Where the act says that it cannot be done so. */
  wrong?: PlainMessageKey
  /** Somebody waits for it: it is not folded. */
  isShown?: true
} & (
  | { as: 'day' }
  | { as: 'line'; longest: number }
  | { as: 'text'; longest: number }
  | { as: 'choice' | 'list'; options(visit: QuestionRequest): readonly ChoiceOption[] }
)

/** What a reader may do to a question (`A` is null) or to one of its answers: a button, alone or under a field. */
export interface Act<A> {
  /** What its button sends, and what stands on it. */
  verb: string
  label: PlainMessageKey
  /** Whether there is anything to do: else it is not shown. */
  isDue(visit: QuestionRequest, of: A): boolean
  /** What is wrong with what was said; null for nothing. */
  check?(visit: QuestionRequest, said: string): Promise<PlainMessageKey | null>
  /** Does it; false where what was said is wrong. */
  take(visit: QuestionRequest, of: A, said: string): Promise<unknown>
  field?: ActField
}

interface Acts {
  ofQuestion: readonly Act<null>[]
  ofAnswers: readonly Act<Answer>[]
  /** The answers to which these may be done. */
  answers(visit: QuestionRequest): readonly Answer[]
}

function act<A>(
  label: PlainMessageKey & `questions.${string}verb.${string}`,
  isDue: Act<A>['isDue'],
  take: Act<A>['take'],
  field?: ActField,
  check?: Act<A>['check'],
): Act<A> {
  const verb = label.split('.').at(-1) ?? ''
  return { verb, label, isDue, take, ...(field ? { field } : {}), ...(check ? { check } : {}) }
}

const declineReasons = ['not_my_field', 'no_time', 'not_allowed'] as const

const isAccepted = ({ acceptedAt }: Answer) => acceptedAt !== null
const isToPublish = (_visit: QuestionRequest, answer: Answer) =>
  isAccepted(answer) && answer.mayPublish === null
/** Others do not read it yet. */
const isUnread = ({ writing: { clock } }: QuestionRequest, { isHeld, leavesAt }: Answer) =>
  isHeld || leavesAt.getTime() > clock.now().epochMilliseconds
const isSaid = (words: Answer['words']) => Object.keys(words).length > 0
/** Asked by a link, and nothing said yet. */
const isToAnswer = ({ question, own }: QuestionRequest) => isOpen(question) && own.length === 0

/** The author hears what helped, in one mail, never that it helps no longer. */
const judge =
  (verb: Judgement): Act<Answer>['take'] =>
  async (visit, answer) => {
    const mail = await judgeAnswer(visit.writing, visit.question, answer, verb)
    if (mail !== null) await mailQuestion(visit, mail, visit.question, { answer })
  }

/** The asker asks back, once, and the author says something to that: the other one gets a mail. */
const say =
  (key: 'back' | 'backSaid', column: 'back' | 'back_said'): Act<Answer>['take'] =>
  async (visit, answer, said) => {
    const { writing, reader, network, question } = visit
    const words = typedAnswer(said, reader.interfaceLanguage, network.languages)
    await askBack(writing, question, answer, column, words)
    await mailQuestion(visit, key, question, { answer: { ...answer, [key]: words } })
  }

/** A command of that shape, as what an act takes. */
const onQuestion =
  <More extends unknown[]>(
    command: (context: Context, question: Question, ...more: More) => Promise<unknown>,
    ...more: More
  ): Act<null>['take'] =>
  ({ writing, question }) =>
    command(writing, question, ...more)
const onAnswer =
  <More extends unknown[]>(
    command: (context: Context, question: Question, answer: Answer, ...more: More) => Promise<unknown>,
    ...more: More
  ): Act<Answer>['take'] =>
  ({ writing, question }, answer) =>
    command(writing, question, answer, ...more)

/** The question of an address, into which another one can be merged; null for none. */
async function findOther({ writing, network, question }: QuestionRequest, said: string) {
  const slug = said.split(/[?#]/)[0]?.split('/').at(-1) ?? ''
  const found = await findQuestion(writing, network.id, slug).catch(() => null)
  return found !== null && found.id !== question.id && isOpenToMerging(found) ? found : null
}

/** Asked of an author whose answer others read, by their link or on the page. */
const ofAuthors: readonly Act<Answer>[] = [
  act('questions.asked.verb.publish', isToPublish, onAnswer(publishAnswer, true)),
  act('questions.asked.verb.private', isToPublish, onAnswer(publishAnswer, false)),
  act(
    'questions.asked.verb.back',
    (_visit, { back, backSaid }) => isSaid(back) && !isSaid(backSaid),
    say('backSaid', 'back_said'),
    { name: 'words', as: 'text', longest: 2000, label: 'questions.answer.backSaid', isShown: true },
  ),
]

/** To those who can mend or hide it. */
const report = act<null>(
  'questions.verb.report',
  () => true,
  async (visit, _question, said) => {
    const { writing, question, reader, network } = visit
    await follow(writing, question, 'reported')
    const report = typedAnswer(said, reader.interfaceLanguage, network.languages)
    await mailQuestion(visit, 'reported', question, { report })
  },
  { name: 'words', as: 'text', longest: 600, label: 'questions.report.words' },
)

/** What each reader may do: the one place that says who does what, and when. */
export const actsOf: Readonly<Record<Part, Acts>> = {
  asker: {
    answers: ({ answers }) => answers,
    ofQuestion: [
      act(
        'questions.verb.close',
        ({ question, answers }) => isOpen(question) && answers.length > 0,
        ({ writing, question, answers }) =>
          closeQuestion(writing, question, answers.some(isAccepted) ? 'accepted' : 'not_accepted'),
      ),
      act(
        'questions.verb.withdraw',
        ({ question, answers }) => isOpen(question) && answers.length === 0,
        onQuestion(closeQuestion, 'withdrawn'),
      ),
      act(
        'questions.verb.public',
        ({ question: { visibility, isPublic }, answers }) =>
          visibility === 'group' && !isPublic && answers.length > 0,
        onQuestion(makePublic, true),
      ),
      act('questions.verb.private', ({ question }) => question.isPublic, onQuestion(makePublic, false)),
    ],
    ofAnswers: [
      act(
        'questions.verb.accepted',
        ({ question }, answer) => isOpen(question) && !isAccepted(answer),
        judge('accepted'),
      ),
      act(
        'questions.verb.unaccepted',
        ({ question }, answer) => isOpen(question) && isAccepted(answer),
        judge('unaccepted'),
      ),
      act(
        'questions.verb.thanked',
        (_visit, answer) => answer.thankedAt === null && !isAccepted(answer),
        judge('thanked'),
      ),
      act(
        'questions.verb.publish',
        (visit, answer) => isToPublish(visit, answer) && !answer.isPublishAsked,
        judge('publish'),
      ),
      act(
        'questions.verb.back',
        ({ question }, { back }) => isOpen(question) && !isSaid(back),
        say('back', 'back'),
        { name: 'words', as: 'text', longest: 1200, label: 'questions.answer.back' },
      ),
    ],
  },
  member: {
    answers: ({ own }) => own,
    ofQuestion: [],
    ofAnswers: [act('questions.verb.takeBack', isUnread, onAnswer(takeBack)), ...ofAuthors],
  },
  coordinator: {
    answers: () => [],
    ofAnswers: [],
    ofQuestion: [
      act(
        'questions.verb.show',
        ({ question }) => question.hiddenReason !== '',
        async (visit) => {
          const { writing, question } = visit
          const came = (await listAllAnswers(writing, question.id)).filter(({ cameHidden }) => cameHidden)
          await hideQuestion(writing, question, null)
          for (const answer of await listAllAnswers(writing, question.id))
            if (came.some(({ id }) => id === answer.id))
              await mailQuestion(
                visit,
                answer.isHeld ? 'held' : 'receipt',
                { ...question, hiddenReason: '' },
                { answer },
              )
        },
      ),
      act(
        'questions.verb.pass',
        ({ passable }) => passable.length > 0,
        ({ writing, network, question }, _question, organisationId) =>
          passTo(writing, network, question, { organisationId }),
        {
          ...{ name: 'organisation', as: 'list', label: 'questions.coordinator.pass' },
          options: ({ reader, passable }) =>
            passable.map((each) => ({
              value: each.id,
              label: chooseName(shortNames(each), reader.language).text,
            })),
          wrong: 'questions.error.nobody',
        },
      ),
      act(
        'questions.verb.merge',
        ({ question }) => isOpen(question) && question.hiddenReason === '',
        async (visit, _question, said) => {
          const into = await findOther(visit, said)
          return into !== null && mergeQuestion(visit.writing, visit.question, into)
        },
        {
          name: 'into',
          as: 'line',
          longest: 300,
          label: 'questions.coordinator.merge',
          wrong: 'questions.error.into',
        },
        async (visit, said) => {
          const into = await findOther(visit, said)
          return into !== null && !isReadAlike(visit.question, into) ? 'questions.error.readers' : null
        },
      ),
      act(
        'questions.verb.hide',
        ({ question }) => question.askedAt !== null && question.hiddenReason === '',
        async (visit, _question, hiddenReason) => {
          await hideQuestion(visit.writing, visit.question, hiddenReason)
          await mailQuestion(visit, 'hidden', { ...visit.question, hiddenReason })
        },
        { name: 'reason', as: 'line', longest: 300, label: 'questions.coordinator.hide' },
      ),
    ],
  },
  reader: { answers: () => [], ofAnswers: [], ofQuestion: [report] },
  asked: {
    answers: ({ own }) => own,
    ofAnswers: [
      act('questions.asked.verb.adopt', (_visit, { isHeld }) => isHeld, onAnswer(adoptAnswer)),
      act('questions.asked.verb.refuse', (_visit, { isHeld }) => isHeld, onAnswer(takeBack)),
      act(
        'questions.asked.verb.takeBack',
        (visit, answer) => !answer.isHeld && isUnread(visit, answer),
        onAnswer(takeBack),
      ),
      act(
        'questions.asked.verb.putBack',
        (_visit, { isCut }) => isCut,
        ({ writing, application, question }, answer) =>
          putBack(writing, application.storage, question, answer),
      ),
      ...ofAuthors,
    ],
    ofQuestion: [
      act(
        'questions.asked.verb.passed',
        (visit) => isToAnswer(visit) && visit.colleagues.length > 0,
        ({ writing, network, question, me, answersFor: organisationId = '' }, _question, colleagueId) =>
          passTo(writing, network, question, { organisationId, colleagueId }, me),
        {
          ...{ name: 'colleague', as: 'choice', label: 'questions.asked.colleague' },
          options: ({ reader, colleagues }) =>
            colleagues.map(({ contactId, posts }) => {
              const functions = posts.map((post) => chooseText(post.function, reader.language)?.text ?? '')
              return { value: contactId, label: [...new Set(functions)].join(', ') }
            }),
          wrong: 'questions.error.nobody',
        },
      ),
      act(
        'questions.asked.verb.declined',
        isToAnswer,
        ({ writing, me }, _question, reason) => noteSaid(writing, me?.id ?? null, 'declined', reason),
        {
          ...{ name: 'reason', as: 'choice', label: 'questions.asked.reason' },
          options: ({ reader: { t } }) =>
            declineReasons.map((value) => ({ value, label: t(`questions.reason.${value}`) })),
        },
      ),
      act(
        'questions.asked.verb.peace',
        isToAnswer,
        async ({ writing, me }, _question, until) => me && setAbsentUntil(writing, me.contactId, until),
        { name: 'until', as: 'day', label: 'questions.asked.until' },
      ),
    ],
  },
}
