import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Application } from '../../../platform/http/application.ts'
import { limits } from '../../../platform/http/limits.ts'
import { noStore } from '../../../platform/http/no-store.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { chooseText } from '../../../platform/i18n/localized-text.ts'
import { saidDay } from '../../../platform/input/date-input.ts'
import { type FormState, fieldError, says } from '../../../platform/input/form.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusal.ts'
import { ErasureSection } from '../../../ui/blocks/erasure-question.tsx'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { ChoiceField } from '../../../ui/form/choice-field.tsx'
import { DayField } from '../../../ui/form/date-field.tsx'
import { ErrorList, Form } from '../../../ui/form/form.tsx'
import { TextAreaField } from '../../../ui/form/text-area-field.tsx'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { LanguageLinks } from '../../../ui/text/language-links.tsx'
import { setAbsentUntil } from '../../contacts/index.ts'
import { addLinkAction } from '../../directory/picking/index.ts'
import { addErasure, loadLinkRequest, renderSecretPage } from '../../networks/index.ts'
import { mailQuestion } from '../mails.ts'
import { paths } from '../paths.ts'
import { lookUpAskedQuestion } from '../questions/queries.ts'
import { isOpen } from '../questions/question.ts'
import { AnswerFields, AnswerWords, QuestionWords } from '../questions/question-page.tsx'
import { groundWords } from '../routing/ground-words.ts'
import { listAsked } from '../routing/world.queries.ts'
import { answerForm, headline, typedAnswer, typedBefore } from '../words.ts'
import { type Act, ActForms, type Acts, addActs, emptyForm, someWords } from './acts.tsx'
import { type Answer, listOwnAnswers } from './answers.queries.ts'
import {
  adoptAnswer,
  askBack,
  changeAnswer,
  giveAnswer,
  noteSaid,
  publishAnswer,
  takeBack,
} from './commands.ts'
import { askedLinks } from './links.ts'
import { forgetAsked, passTo } from './passing.commands.ts'
import { listUnasked } from './passing.queries.ts'

const place = '/:language/:network/questions/asked/:token'
const declineReasons = ['not_my_field', 'no_time', 'not_allowed'] as const
const longestBack = 2000

/** What somebody who is asked does by the link in their mail, without an account: each act is a press on the page that it opens. */
export function addAskedRoutes(app: FastifyInstance, application: Application): void {
  pagesOf(app, application, noStore).get(place, loadAskedRequest, (visit) => showAsked(visit))
  const sending = pagesOf(app, application, { ...noStore, ...limits.mail })
  addLinkAction(sending, `${place}/answers`, {
    open: loadAskedRequest,
    schema: () => answerForm,
    again: showAsked,
    isOnce: true,
    save: async (visit, { words: text, signed }) => {
      const { writing, reader, network, question, asked, own } = visit
      const words = typedAnswer(text, reader.interfaceLanguage, network.languages)
      const [before] = own
      if (before !== undefined) await changeAnswer(writing, question, before, { words, signed })
      else if (!isOpen(question)) return [fieldError('words', 'questions.error.closed')]
      else {
        const given = { organisationId: asked.organisation.id, askedId: asked.id, words, signed }
        await giveAnswer(writing, question, { ...given, via: 'page' })
      }
      return told(visit, before === undefined ? 'answered' : 'changed')
    },
  })
  addActs<AskedRequest>(addLinkAction, sending, `${place}/act`, askedActs, {
    open: loadAskedRequest,
    again: showAsked,
    told,
  })
  addErasure(sending, place, {
    open: loadAskedRequest,
    goes: 'questions.erasure.goes',
    stays: 'questions.erasure.stays',
    erase: ({ writing, asked }) => forgetAsked(writing, asked),
    erased: ({ reader }) => ({
      title: reader.t('questions.asked.page'),
      text: reader.t('questions.erasure.done'),
    }),
  })
}

const told = ({ address }: { address: string }, verb: string) => `${address}?done=${verb}`
const doneWords = [
  ...(['answered', 'changed', 'declined', 'peace', 'passed', 'back'] as const),
  ...(['takeBack', 'adopt', 'refuse', 'publish', 'private'] as const),
]

async function loadAskedRequest(visit: Visit) {
  const loaded = await loadLinkRequest(visit)
  const { writing, network, token } = loaded
  const { asked_id } = (await askedLinks.lookUp(writing, token)) ?? notFound('question')
  const question = await lookUpAskedQuestion(writing, asked_id)
  if (question?.networkId !== network.id || question.hiddenReason !== '') return notFound('question')
  const all = await listAsked(writing, question.id)
  const asked = all.find(({ id }) => id === asked_id) ?? notFound('question')
  const own = await listOwnAnswers(writing, question.id, { askedId: asked.id })
  const unasked = await listUnasked(writing, network.id, all)
  const colleagues = unasked.filter(({ organisationId }) => organisationId === asked.organisation.id)
  return { ...loaded, question, asked, own, colleagues }
}

type AskedRequest = Awaited<ReturnType<typeof loadAskedRequest>>

const act = <A,>(
  verb: 'adopt' | 'refuse' | 'takeBack' | 'publish' | 'private' | 'back' | 'passed' | 'declined' | 'peace',
  isDue: Act<AskedRequest, A>['isDue'],
  take: Act<AskedRequest, A>['take'],
  field?: Pick<Act<AskedRequest, A>, 'field' | 'wrong'>,
): Act<AskedRequest, A> => ({ verb, label: `questions.asked.verb.${verb}`, isDue, take, ...field })

const isToAnswer = ({ question, own }: AskedRequest) => isOpen(question) && own.length === 0
const isToPublish = (_visit: AskedRequest, { acceptedAt, mayPublish }: Answer) =>
  acceptedAt !== null && mayPublish === null

/** What they do beside answering: no act needs another. */
const askedActs: Acts<AskedRequest> = {
  answers: ({ own }) => own,
  ofAnswers: [
    act(
      'adopt',
      (_visit, { isHeld }) => isHeld,
      ({ writing, question }, answer) => adoptAnswer(writing, question, answer),
    ),
    act(
      'refuse',
      (_visit, { isHeld }) => isHeld,
      ({ writing, question }, answer) => takeBack(writing, question, answer),
    ),
    act(
      'takeBack',
      ({ writing }, { isHeld, leavesAt }) =>
        !isHeld && leavesAt.getTime() > writing.clock.now().epochMilliseconds,
      ({ writing, question }, answer) => takeBack(writing, question, answer),
    ),
    act('publish', isToPublish, ({ writing, question }, answer) =>
      publishAnswer(writing, question, answer, true),
    ),
    act('private', isToPublish, ({ writing, question }, answer) =>
      publishAnswer(writing, question, answer, false),
    ),
    act(
      'back',
      (_visit, { back, backSaid }) => Object.keys(back).length > 0 && Object.keys(backSaid).length === 0,
      async (visit, answer, said) => {
        const { writing, reader, network, question } = visit
        const backSaid = typedAnswer(said, reader.interfaceLanguage, network.languages)
        await askBack(writing, question, answer, 'back_said', backSaid)
        await mailQuestion(visit, 'backSaid', question, { answer: { ...answer, backSaid } })
      },
      {
        field: {
          ...{ name: 'words', schema: someWords(longestBack), isShown: true },
          draw: ({ reader: { t } }) => (
            <TextAreaField
              name="words"
              label={t('questions.answer.backSaid')}
              max={longestBack}
              rows={4}
              required
            />
          ),
        },
      },
    ),
  ],
  ofQuestion: [
    act(
      'passed',
      (visit) => isToAnswer(visit) && visit.colleagues.length > 0,
      ({ writing, network, question, asked }, _question, colleagueId) =>
        passTo(writing, network, question, { organisationId: asked.organisation.id, colleagueId }, asked),
      {
        wrong: 'questions.error.nobody',
        field: {
          ...{ name: 'colleague', schema: z.uuid(says('ui.form.missing')) },
          draw: ({ reader, colleagues }) => (
            <ChoiceField
              name="colleague"
              label={reader.t('questions.asked.colleague')}
              options={colleagues.map(({ contactId, posts }) => ({
                value: contactId,
                label: [
                  ...new Set(posts.map((post) => chooseText(post.function, reader.language)?.text)),
                ].join(', '),
              }))}
              required
            />
          ),
        },
      },
    ),
    act(
      'declined',
      isToAnswer,
      ({ writing, asked }, _question, reason) => noteSaid(writing, asked.id, 'declined', reason),
      {
        field: {
          ...{ name: 'reason', schema: z.enum(declineReasons, says('ui.form.missing')) },
          draw: ({ reader: { t } }) => (
            <ChoiceField
              name="reason"
              label={t('questions.asked.reason')}
              options={declineReasons.map((value) => ({ value, label: t(`questions.reason.${value}`) }))}
              required
            />
          ),
        },
      },
    ),
    act(
      'peace',
      isToAnswer,
      ({ writing, asked }, _question, until) => setAbsentUntil(writing, asked.contactId, until),
      {
        field: {
          ...{ name: 'until', schema: saidDay() },
          draw: ({ reader: { t } }) => <DayField name="until" label={t('questions.asked.until')} required />,
        },
      },
    ),
  ],
}

function showAsked(visit: AskedRequest, form: FormState = emptyForm): FastifyReply {
  const { request, reader, network, question, asked, own, address, token } = visit
  const { t } = reader
  const done = doneWords.find((word) => word === parameterOf(request.query, 'done'))
  const [before] = own
  const said = { words: typedBefore(before?.words ?? {}), signed: before?.signed ?? '' }
  const isTyped = form.errors.length > 0 && form.values.verb === undefined
  const acts = { visit, action: `${address}/act`, form }
  return renderSecretPage(visit, {
    title: t('questions.asked.page'),
    description: t('questions.list.lead'),
    children: (
      <>
        <ErrorList form={form} />
        <LanguageLinks addressIn={(language) => paths.asked(language, network.slug, token)} />
        <PageHeading kicker={t('questions.asked.page')} lead={groundWords(reader, question, asked)}>
          {headline(question, reader.language)}
        </PageHeading>
        {done && form.errors.length === 0 ? (
          <Notice kind="done" live>
            {t(`questions.asked.done.${done}`)}
          </Notice>
        ) : null}
        {isOpen(question) ? null : <Notice>{t('questions.asked.closed')}</Notice>}
        <QuestionWords question={question} />
        {own.map((answer) => (
          <Section key={answer.id} id={`answer-${answer.id}`} title={t('questions.asked.yours')}>
            <AnswerWords answer={answer} />
            <ActForms {...acts} acts={askedActs.ofAnswers} of={answer} />
          </Section>
        ))}
        {isOpen(question) ? (
          <Section id="answer" title={t(before ? 'questions.asked.change' : 'questions.asked.answer')}>
            <Form
              action={`${address}/answers`}
              form={isTyped ? form : { values: said, errors: [] }}
              submit={t('questions.answers.send')}
              once
            >
              <AnswerFields />
            </Form>
          </Section>
        ) : null}
        {isToAnswer(visit) ? (
          <Section id="otherwise" title={t('questions.asked.otherwise')}>
            <ActForms {...acts} acts={askedActs.ofQuestion} of={null} />
          </Section>
        ) : null}
        <ErasureSection
          title={t('questions.erasure.title')}
          label={t('questions.erasure.erase')}
          address={address}
        >
          <p>{t('questions.erasure.kept')}</p>
        </ErasureSection>
      </>
    ),
  })
}
