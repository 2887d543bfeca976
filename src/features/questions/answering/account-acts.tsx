import { z } from 'zod'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import { says } from '../../../platform/input/form.ts'
import { ChoiceField } from '../../../ui/form/choice-field.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { TextAreaField } from '../../../ui/form/text-area-field.tsx'
import { shortNames } from '../../directory/index.ts'
import { mailQuestion } from '../mails.ts'
import { findQuestion } from '../questions/queries.ts'
import { isOpen } from '../questions/question.ts'
import type { QuestionRequest } from '../questions/request.ts'
import { typedAnswer } from '../words.ts'
import { type Act, type Acts, someWords } from './acts.tsx'
import type { Answer } from './answers.queries.ts'
import { askBack, judgeAnswer, takeBack } from './commands.ts'
import { closeQuestion, hideQuestion, makePublic, mergeQuestion } from './coordinator.commands.ts'
import { passTo } from './passing.commands.ts'

const [longestBack, longestLine] = [1200, 300]

const act = <A,>(
  verb: 'accepted' | 'unaccepted' | 'thanked' | 'publish' | 'back' | Verb,
  isDue: Act<QuestionRequest, A>['isDue'],
  take: Act<QuestionRequest, A>['take'],
  field?: Pick<Act<QuestionRequest, A>, 'field' | 'wrong'>,
): Act<QuestionRequest, A> => ({ verb, label: `questions.verb.${verb}`, isDue, take, ...field })
type Verb = 'close' | 'withdraw' | 'public' | 'private' | 'takeBack' | 'show' | 'pass' | 'merge' | 'hide'

const isAccepted = ({ acceptedAt }: Answer) => acceptedAt !== null
/** The author hears what helped, never that it helps no longer. */
const judge =
  (verb: 'accepted' | 'unaccepted' | 'thanked') => async (visit: QuestionRequest, answer: Answer) => {
    await judgeAnswer(visit.writing, visit.question, answer, verb)
    if (verb !== 'unaccepted') await mailQuestion(visit, verb, visit.question, { answer })
  }

/** What the asker does with the question and its answers. */
export const askerActs: Acts<QuestionRequest> = {
  answers: ({ answers }) => answers,
  ofQuestion: [
    act(
      'close',
      ({ question, answers }) => isOpen(question) && answers.length > 0,
      ({ writing, question, answers }) =>
        closeQuestion(writing, question, answers.some(isAccepted) ? 'accepted' : 'not_accepted'),
    ),
    act(
      'withdraw',
      ({ question, answers }) => isOpen(question) && answers.length === 0,
      ({ writing, question }) => closeQuestion(writing, question, 'withdrawn'),
    ),
    act(
      'public',
      ({ question, answers }) => question.visibility === 'group' && !question.isPublic && answers.length > 0,
      ({ writing, question }) => makePublic(writing, question, true),
    ),
    act(
      'private',
      ({ question }) => question.isPublic,
      ({ writing, question }) => makePublic(writing, question, false),
    ),
  ],
  ofAnswers: [
    act('accepted', ({ question }, answer) => isOpen(question) && !isAccepted(answer), judge('accepted')),
    act('unaccepted', ({ question }, answer) => isOpen(question) && isAccepted(answer), judge('unaccepted')),
    act('thanked', (_visit, { thankedAt }) => thankedAt === null, judge('thanked')),
    act(
      'publish',
      (_visit, answer) => isAccepted(answer) && answer.mayPublish === null,
      (visit, answer) => mailQuestion(visit, 'publish', visit.question, { answer }),
    ),
    act(
      'back',
      ({ question }, { back }) => isOpen(question) && Object.keys(back).length === 0,
      async (visit, answer, said) => {
        const { writing, reader, network, question } = visit
        const back = typedAnswer(said, reader.interfaceLanguage, network.languages)
        await askBack(writing, question, answer, 'back', back)
        await mailQuestion(visit, 'back', question, { answer: { ...answer, back } })
      },
      {
        field: {
          ...{ name: 'words', schema: someWords(longestBack) },
          draw: ({ reader: { t } }) => (
            <TextAreaField
              name="words"
              label={t('questions.answer.back')}
              max={longestBack}
              rows={3}
              required
            />
          ),
        },
      },
    ),
  ],
}

/** What whoever answers unasked does with an answer that nobody else reads yet. */
export const memberActs: Acts<QuestionRequest> = {
  answers: ({ own }) => own,
  ofQuestion: [],
  ofAnswers: [
    act(
      'takeBack',
      () => true,
      ({ writing, question }, answer) => takeBack(writing, question, answer),
    ),
  ],
}

/** What the coordinator does: puts it to an authority by hand, merges it, hides it with a reason. */
export const coordinatorActs: Acts<QuestionRequest> = {
  answers: () => [],
  ofAnswers: [],
  ofQuestion: [
    act(
      'show',
      ({ question }) => question.hiddenReason !== '',
      ({ writing, question }) => hideQuestion(writing, question, null),
    ),
    act(
      'pass',
      ({ passable }) => passable.length > 0,
      ({ writing, network, question }, _question, organisationId) =>
        passTo(writing, network, question, { organisationId }),
      {
        wrong: 'questions.error.nobody',
        field: {
          ...{ name: 'organisation', schema: z.uuid(says('ui.form.missing')) },
          draw: ({ reader, passable }) => (
            <ChoiceField
              name="organisation"
              label={reader.t('questions.coordinator.pass')}
              options={passable.map((each) => ({
                value: each.id,
                label: chooseName(shortNames(each), reader.language).text,
              }))}
              isFolded
              required
            />
          ),
        },
      },
    ),
    act(
      'merge',
      ({ question }) => isOpen(question),
      async ({ writing, network, question }, _question, said) => {
        const slug = said.split(/[?#]/)[0]?.split('/').at(-1) ?? ''
        const into = await findQuestion(writing, network.id, slug).catch(() => null)
        return into !== null && into.id !== question.id && mergeQuestion(writing, question, into)
      },
      {
        wrong: 'questions.error.into',
        field: {
          ...{ name: 'into', schema: someWords(longestLine) },
          draw: ({ reader: { t } }) => (
            <Field name="into" label={t('questions.coordinator.merge')} required />
          ),
        },
      },
    ),
    act(
      'hide',
      ({ question }) => question.askedAt !== null && question.hiddenReason === '',
      ({ writing, question }, _question, said) => hideQuestion(writing, question, said),
      {
        field: {
          ...{ name: 'reason', schema: someWords(longestLine) },
          draw: ({ reader: { t } }) => (
            <Field name="reason" label={t('questions.coordinator.hide')} required />
          ),
        },
      },
    ),
  ],
}
