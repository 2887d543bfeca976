import { languageOf } from '../../../platform/i18n/country-language.ts'
import { chooseText } from '../../../platform/i18n/localized-text.ts'
import type { FormState } from '../../../platform/input/form.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { EntryList } from '../../../ui/blocks/entry-list.tsx'
import { FactList } from '../../../ui/blocks/fact-list.tsx'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { ErrorList, Form } from '../../../ui/form/form.tsx'
import { TextAreaField } from '../../../ui/form/text-area-field.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { dayWords } from '../../../ui/text/date-words.ts'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { Name } from '../../../ui/text/name.tsx'
import { Passage } from '../../../ui/text/passage.tsx'
import { type OrganisationRef, shortNames } from '../../directory/index.ts'
import { renderNetworkPage } from '../../networks/index.ts'
import { askerActs, coordinatorActs, memberActs } from '../answering/account-acts.tsx'
import { ActForms, type Acts, emptyForm } from '../answering/acts.tsx'
import type { Answer } from '../answering/answers.queries.ts'
import { paths } from '../paths.ts'
import { groundWords } from '../routing/ground-words.ts'
import { headline, longestAnswer } from '../words.ts'
import { isOpen, type Question, stateOf } from './question.ts'
import type { QuestionRequest } from './request.ts'

const doneWords = [
  'asked',
  'nobody',
  'found',
  'answered',
  'closed',
  'changed',
  'passed',
  'hidden',
  'shown',
] as const

/** Sends the page of a question; after a form that came back, with what was typed. */
export function showQuestion(visit: QuestionRequest, form: FormState = emptyForm) {
  const { reader, question } = visit
  return renderNetworkPage(visit, {
    title: headline(question, reader.language),
    description: reader.t('questions.list.lead'),
    path: `/questions/${question.slug}`,
    noindex: !question.isPublic || reader.now !== null,
    children: <QuestionPage visit={visit} form={form} />,
  })
}

/** A question, its answers, and what its reader may do with them. */
function QuestionPage({ visit, form }: { visit: QuestionRequest; form: FormState }) {
  const { request, reader, network, question, asks, coordinates, answers, own } = visit
  const { t } = reader
  const done = doneWords.find((word) => word === parameterOf(request.query, 'done'))
  const address = (act: string) => paths.act(reader, network.slug, question.slug, act)
  const isDraft = question.askedAt === null
  const acts = (part: 'asker' | 'coordinator', { ofQuestion }: Acts<QuestionRequest>) => (
    <Section id={part} title={t(`questions.${part}.title`)}>
      {part === 'asker' && isOpen(question) ? <a href={address('edit')}>{t('questions.form.edit')}</a> : null}
      <ActForms acts={ofQuestion} of={null} visit={visit} action={address(part)} form={form} />
    </Section>
  )
  return (
    <article class="question-page">
      <ErrorList form={form} />
      <PageHeading
        kicker={
          <>
            <a href={paths.list(reader, network.slug)}>{t('questions.list.title')}</a>
            <QuestionTags question={question} />
          </>
        }
      >
        {headline(question, reader.language)}
      </PageHeading>
      {done ? (
        <Notice kind="done" live>
          {t(`questions.done.${done}`)}
        </Notice>
      ) : null}
      {question.hiddenReason === '' ? null : (
        <Notice kind="warning">{t('questions.notice.hidden', { reason: question.hiddenReason })}</Notice>
      )}
      {stateOf(question) === 'waiting' ? <Notice>{t('questions.notice.waiting')}</Notice> : null}
      <QuestionWords question={question} />
      {isDraft && asks ? (
        <div class="actions">
          <a class="button primary" href={address('send')}>
            {t('questions.form.next')}
          </a>
          <form method="post" action={address('drop')}>
            <button type="submit" class="button">
              {t('questions.form.drop')}
            </button>
          </form>
        </div>
      ) : null}
      {question.sheet === null ? null : (
        <p>
          <a href={paths.practice(reader, network.slug, question.sheet.slug)}>
            <Passage text={question.sheet.title} as="span" />
          </a>
        </p>
      )}
      {isDraft ? null : (
        <Section id="answers" title={t('questions.answers.title')}>
          {answers.length === 0 ? <p class="quiet">{t('questions.answers.none')}</p> : null}
          <EntryList
            entries={answers.map((answer) => ({
              key: answer.id,
              title: <Organisation of={answer.organisation} />,
              meta: <AnswerMeta answer={answer} />,
              body: (
                <>
                  <AnswerWords answer={answer} />
                  {asks ? (
                    <ActForms
                      acts={askerActs.ofAnswers}
                      of={answer}
                      visit={visit}
                      action={address('asker')}
                      form={form}
                    />
                  ) : null}
                </>
              ),
            }))}
          />
          {own.map((answer) => (
            <div key={answer.id}>
              <Notice>{t('questions.answers.notYet')}</Notice>
              <AnswerWords answer={answer} />
              <ActForms
                acts={memberActs.ofAnswers}
                of={answer}
                visit={visit}
                action={address('member')}
                form={form}
              />
            </div>
          ))}
          {visit.answersFor !== undefined && isOpen(question) ? (
            <Form action={address('answers')} form={form} submit={t('questions.answers.send')} once>
              <AnswerFields />
            </Form>
          ) : null}
        </Section>
      )}
      {asks && !isDraft ? acts('asker', askerActs) : null}
      {visit.asked.length > 0 || question.notAsked.length > 0 ? <AskedPart visit={visit} /> : null}
      {coordinates && !isDraft ? acts('coordinator', coordinatorActs) : null}
    </article>
  )
}

const Organisation = ({ of }: { of: OrganisationRef }) => (
  <Name name={shortNames(of)} own={languageOf(of.country)} />
)

/** Where it stands, and who may read it if not the whole group. */
export function QuestionTags({ question }: { question: Question }) {
  const { t } = useReader()
  const { visibility } = question
  return (
    <>
      <span class="tag">{t(`questions.state.${stateOf(question)}`)}</span>
      {visibility === 'group' ? null : <span class="tag">{t(`questions.visibility.${visibility}`)}</span>}
    </>
  )
}

/** What is asked, what was tried, by when, and on what: the same for its asker, for those asked, and for whoever finds it. */
export function QuestionWords({ question }: { question: Question }) {
  const reader = useReader()
  const { t } = reader
  const { asker, neededBy, askedAt, themes, trade, named } = question
  // What its title says already is not said twice.
  const isWhole = chooseText(question.question, reader.language)?.text === headline(question, reader.language)
  const facts = {
    asker: [<Organisation key="asker" of={asker} />],
    neededBy: neededBy === null ? [] : [dayWords(reader, neededBy)],
    askedOn: askedAt === null ? [] : [dayWords(reader, askedAt.toISOString().slice(0, 10))],
    themes: [themes.map((theme) => t(`networks.theme.${theme}`)).join(', ')],
    trade: trade === null ? [] : [t(`contacts.trade.${trade}`)],
    named: named.map((each) => <Organisation key={each.id} of={each} />),
  }
  return (
    <>
      {isWhole ? null : <Passage text={question.question} as="div" tags="ask" />}
      {Object.keys(question.tried).length === 0 ? null : (
        <Section id="tried" title={t('questions.field.tried')}>
          <Passage text={question.tried} as="div" />
        </Section>
      )}
      <FactList
        facts={(['asker', 'neededBy', 'askedOn', 'themes', 'trade', 'named'] as const)
          .filter((name) => facts[name].length > 0)
          .map((name) => ({ term: t(`questions.field.${name}`), detail: facts[name] }))}
      />
    </>
  )
}

function AnswerMeta({ answer: { signed, givenAt, acceptedAt, thankedAt } }: { answer: Answer }) {
  const reader = useReader()
  const day = dayWords(reader, givenAt.toISOString().slice(0, 10))
  return (
    <>
      {signed === '' ? day : `${signed} · ${day}`}
      {acceptedAt === null ? null : <span class="tag">{reader.t('questions.answers.accepted')}</span>}
      {thankedAt === null ? null : <span class="tag">{reader.t('questions.answers.thanked')}</span>}
    </>
  )
}

/** What was answered, asked back, and said to that. */
export function AnswerWords({ answer: { words, back, backSaid } }: { answer: Answer }) {
  const { t } = useReader()
  return (
    <>
      <Passage text={words} as="div" tags="ask" />
      {Object.keys(back).length === 0 ? null : (
        <blockquote>
          <strong>{t('questions.answer.back')}</strong>
          <Passage text={back} as="div" />
        </blockquote>
      )}
      <Passage text={backSaid} as="div" />
    </>
  )
}

export function AnswerFields() {
  const { t } = useReader()
  return (
    <>
      <TextAreaField
        name="words"
        label={t('questions.answer.words')}
        hint={t('questions.answer.wordsHint')}
        max={longestAnswer}
        rows={8}
        required
      />
      <Field name="signed" label={t('questions.answer.signed')} hint={t('questions.answer.signedHint')} />
    </>
  )
}

/** To whom it was put, and why; how many others were not asked, by reason: never by name. */
function AskedPart({ visit: { question, asked } }: { visit: QuestionRequest }) {
  const reader = useReader()
  const { t } = reader
  const reasons = Map.groupBy(question.notAsked, ({ why }) => why)
  return (
    <Section id="asked" title={t('questions.asked.title')}>
      <ul>
        {asked.map((each) => (
          <li key={each.id}>
            {groundWords(reader, question, each)}{' '}
            <span class="quiet">
              {each.said === null
                ? t(each.mailedAt === null ? 'questions.asked.leaves' : 'questions.asked.left', {
                    day: dayWords(reader, each.day),
                  })
                : t(`questions.said.${each.said}`)}
              {each.reason === null ? null : ` (${t(`questions.reason.${each.reason}`)})`}
            </span>
          </li>
        ))}
      </ul>
      {reasons.size === 0 ? null : <p>{t('questions.asked.not')}</p>}
      <ul>
        {[...reasons].map(([why, people]) => (
          <li key={why}>{t(`questions.why.${why}`, { count: people.length })}</li>
        ))}
      </ul>
    </Section>
  )
}
