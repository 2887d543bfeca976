import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Application } from '../../../platform/http/application.ts'
import { limits } from '../../../platform/http/limits.ts'
import { noStore } from '../../../platform/http/no-store.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
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
import { useReader } from '../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { LanguageLinks } from '../../../ui/text/language-links.tsx'
import { setAbsentUntil } from '../../contacts/index.ts'
import { addLinkAction } from '../../directory/picking/index.ts'
import { addErasure, loadLinkRequest, renderSecretPage } from '../../networks/index.ts'
import { headline, mailBackSaid } from '../mails.ts'
import { paths } from '../paths.ts'
import { lookUpAskedQuestion } from '../questions/queries.ts'
import { AnswerWords, QuestionWords } from '../questions/question-page.tsx'
import { groundWords } from '../routing/ground-words.ts'
import { listAsked } from '../routing/world.queries.ts'
import { AnswerFields, answerForm } from './answer-fields.tsx'
import { listOwnAnswers } from './answers.queries.ts'
import { adoptAnswer, askBack, changeAnswer, giveAnswer, noteSaid, takeBack } from './commands.ts'
import { askedLinks } from './links.ts'
import { typedAnswer } from './pages.tsx'
import { forgetAsked, passToColleague } from './passing.commands.ts'
import { listColleagues } from './passing.queries.ts'
import { publishAnswer } from './publishing.commands.ts'

const place = '/:language/:network/questions/asked/:token'
export const declineReasons = ['not_my_field', 'no_time', 'not_allowed'] as const

/** What somebody who is asked does by the link in their mail, without an account: each act is a press on the page that it opens. */
export function addAskedRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  const sending = pagesOf(app, application, { ...noStore, ...limits.mail })
  pages.get(place, loadAskedRequest, (visit) => showAsked(visit))
  addLinkAction(sending, `${place}/answers`, {
    open: loadAskedRequest,
    schema: () => answerForm,
    again: (visit, form) => showAsked(visit, form),
    isOnce: true,
    save: async (visit, typed) => {
      const { writing, reader, network, question, asked, own } = visit
      const words = typedAnswer(typed.words, reader.interfaceLanguage, network.languages)
      const signed = typed.signed
      const [before] = own
      if (before !== undefined) await changeAnswer(writing, question, before, { words, signed })
      else if (question.closedAt !== null) return [fieldError('words', 'questions.error.closed')]
      else
        await giveAnswer(writing, question, {
          ...{ organisationId: asked.organisation.id, askedId: asked.id, words, signed, via: 'page' },
        })
      return told(visit, before === undefined ? 'answered' : 'changed')
    },
  })
  addLinkAction(sending, `${place}/act`, {
    open: loadAskedRequest,
    schema: () =>
      z.discriminatedUnion('verb', [
        z.object({ verb: z.literal('declined'), reason: z.enum(declineReasons, says('ui.form.missing')) }),
        z.object({ verb: z.literal('peace'), until: saidDay() }),
        z.object({ verb: z.literal('passed'), colleague: z.uuid(says('ui.form.missing')) }),
        z.object({
          verb: z.literal('back'),
          words: z.string().trim().min(1, says('ui.form.missing')).max(2000),
        }),
        z.object({ verb: z.enum(['takeBack', 'adopt', 'refuse', 'publish', 'private']), answer: z.uuid() }),
      ]),
    again: (visit, form) => showAsked(visit, form),
    save: async (visit, typed) => {
      const { application: services, writing, reader, network, question, asked, own } = visit
      if (typed.verb === 'declined') await noteSaid(writing, asked.id, 'declined', typed.reason)
      if (typed.verb === 'peace') await setAbsentUntil(writing, asked.contactId, typed.until)
      if (
        typed.verb === 'passed' &&
        !(await passToColleague(writing, network, question, asked, typed.colleague))
      )
        return [fieldError('colleague', 'questions.error.nobody')]
      if (typed.verb === 'back') {
        const [answer = notFound('answer')] = own.filter(({ back }) => Object.keys(back).length > 0)
        const backSaid = typedAnswer(typed.words, reader.interfaceLanguage, network.languages)
        await askBack(writing, question, answer, 'back_said', backSaid)
        await mailBackSaid({ application: services, writing, network }, question, { ...answer, backSaid })
      }
      if ('answer' in typed) {
        const answer = own.find(({ id }) => id === typed.answer) ?? notFound('answer')
        if (typed.verb === 'takeBack' || typed.verb === 'refuse') await takeBack(writing, question, answer)
        if (typed.verb === 'adopt') await adoptAnswer(writing, question, answer)
        if (typed.verb === 'publish' || typed.verb === 'private')
          await publishAnswer(writing, question, answer, typed.verb === 'publish')
      }
      return told(visit, typed.verb)
    },
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
  'answered',
  'changed',
  'declined',
  'peace',
  'passed',
  'back',
  'takeBack',
  'adopt',
  'refuse',
  'publish',
  'private',
] as const

async function loadAskedRequest(visit: Visit) {
  const loaded = await loadLinkRequest(visit)
  const { writing, network, token } = loaded
  const link = (await askedLinks.lookUp(writing, token)) ?? notFound('question')
  const question = await lookUpAskedQuestion(writing, link.asked_id)
  if (question?.networkId !== network.id || question.hiddenReason !== '') return notFound('question')
  const asked =
    (await listAsked(writing, question.id)).find(({ id }) => id === link.asked_id) ?? notFound('question')
  return {
    ...loaded,
    question,
    asked,
    own: await listOwnAnswers(writing, question.id, { askedId: asked.id }),
    colleagues: await listColleagues(writing, loaded.reader, question, asked),
  }
}

type AskedRequest = Awaited<ReturnType<typeof loadAskedRequest>>

function showAsked(visit: AskedRequest, form: FormState = { values: {}, errors: [] }): FastifyReply {
  const { request, reader, network, question, asked, token } = visit
  const done = doneWords.find((word) => word === parameterOf(request.query, 'done'))
  return renderSecretPage(visit, {
    title: reader.t('questions.asked.page'),
    description: reader.t('questions.list.lead'),
    children: (
      <>
        <ErrorList form={form} />
        <LanguageLinks addressIn={(language) => paths.asked(language, network.slug, token)} />
        <PageHeading kicker={reader.t('questions.asked.page')} lead={groundWords(reader, question, asked)}>
          {headline(question, reader.language)}
        </PageHeading>
        {done && form.errors.length === 0 ? (
          <Notice kind="done" live>
            {reader.t(`questions.asked.done.${done}`)}
          </Notice>
        ) : null}
        {question.closedAt === null ? null : <Notice>{reader.t('questions.asked.closed')}</Notice>}
        <QuestionWords question={question} />
        <AskedForms visit={visit} form={form} />
      </>
    ),
  })
}

function AskedForms({ visit, form }: { visit: AskedRequest; form: FormState }) {
  const { question, own, address, colleagues, writing } = visit
  const { t } = useReader()
  const act = `${address}/act`
  const isOpen = question.closedAt === null
  const now = writing.clock.now().epochMilliseconds
  const press = (verb: 'adopt' | 'refuse' | 'takeBack' | 'publish' | 'private', id: string) => (
    <form key={verb} method="post" action={act}>
      <input type="hidden" name="answer" value={id} />
      <button type="submit" class="button" name="verb" value={verb}>
        {t(`questions.asked.verb.${verb}`)}
      </button>
    </form>
  )
  const typing = form.values.verb === undefined ? form : { values: {}, errors: [] }
  return (
    <>
      {own.map((answer) => (
        <Section key={answer.id} id={`answer-${answer.id}`} title={t('questions.asked.yours')}>
          <AnswerWords answer={answer} />
          <div class="actions">
            {answer.isHeld ? [press('adopt', answer.id), press('refuse', answer.id)] : null}
            {!answer.isHeld && answer.leavesAt.getTime() > now ? press('takeBack', answer.id) : null}
            {answer.acceptedAt !== null && answer.mayPublish === null
              ? [press('publish', answer.id), press('private', answer.id)]
              : null}
          </div>
          {Object.keys(answer.back).length > 0 && Object.keys(answer.backSaid).length === 0 ? (
            <Form action={act} form={{ values: {}, errors: [] }}>
              <TextAreaField
                name="words"
                label={t('questions.answer.backSaid')}
                max={2000}
                rows={4}
                required
              />
              <button type="submit" class="button" name="verb" value="back">
                {t('questions.answers.send')}
              </button>
            </Form>
          ) : null}
        </Section>
      ))}
      {isOpen ? (
        <Section id="answer" title={t(own.length > 0 ? 'questions.asked.change' : 'questions.asked.answer')}>
          <Form
            action={`${address}/answers`}
            form={
              typing.errors.length > 0 || own[0] === undefined
                ? typing
                : { values: ownValues(own[0]), errors: [] }
            }
            submit={t('questions.answers.send')}
            once
          >
            <AnswerFields />
          </Form>
        </Section>
      ) : null}
      {isOpen && own.length === 0 ? (
        <Section id="otherwise" title={t('questions.asked.otherwise')}>
          <Otherwise act={act} colleagues={colleagues} />
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
  )
}

const ownValues = ({ words, signed }: AskedRequest['own'][number]) => ({
  words: Object.values(words).find(({ state }) => state === 'original')?.text ?? '',
  signed,
})

/** Pass it on, say no with a reason, or be left in peace: no act needs the other. */
function Otherwise({ act, colleagues }: { act: string; colleagues: AskedRequest['colleagues'] }) {
  const { t } = useReader()
  const empty = { values: {}, errors: [] }
  const submit = (verb: string, label: string) => (
    <p>
      <button type="submit" class="button" name="verb" value={verb}>
        {label}
      </button>
    </p>
  )
  return (
    <>
      {colleagues.length === 0 ? null : (
        <details>
          <summary>{t('questions.asked.verb.passed')}</summary>
          <Form action={act} form={empty}>
            <ChoiceField
              name="colleague"
              label={t('questions.asked.colleague')}
              options={colleagues.map(({ id, label }) => ({ value: id, label }))}
              required
            />
            {submit('passed', t('questions.asked.verb.passed'))}
          </Form>
        </details>
      )}
      <details>
        <summary>{t('questions.asked.verb.declined')}</summary>
        <Form action={act} form={empty}>
          <ChoiceField
            name="reason"
            label={t('questions.asked.reason')}
            options={declineReasons.map((value) => ({ value, label: t(`questions.reason.${value}`) }))}
            required
          />
          {submit('declined', t('questions.asked.verb.declined'))}
        </Form>
      </details>
      <details>
        <summary>{t('questions.asked.verb.peace')}</summary>
        <Form action={act} form={empty}>
          <DayField name="until" label={t('questions.asked.until')} required />
          {submit('peace', t('questions.asked.verb.peace'))}
        </Form>
      </details>
    </>
  )
}
