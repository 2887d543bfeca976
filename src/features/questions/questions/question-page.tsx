import type { ComponentChildren } from 'preact'
import { languageOf } from '../../../platform/i18n/country-language.ts'
import { chooseName, chooseText } from '../../../platform/i18n/localized-text.ts'
import type { FormState } from '../../../platform/input/form.ts'
import { EntryList } from '../../../ui/blocks/entry-list.tsx'
import { FactList } from '../../../ui/blocks/fact-list.tsx'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { ChoiceField } from '../../../ui/form/choice-field.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { ErrorList, Form } from '../../../ui/form/form.tsx'
import { TextAreaField } from '../../../ui/form/text-area-field.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { dayWords } from '../../../ui/text/date-words.ts'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { Name } from '../../../ui/text/name.tsx'
import { Passage } from '../../../ui/text/passage.tsx'
import { type OrganisationRef, shortNames } from '../../directory/index.ts'
import { AnswerFields } from '../answering/answer-fields.tsx'
import type { Answer } from '../answering/answers.queries.ts'
import { headline } from '../mails.ts'
import { paths } from '../paths.ts'
import { groundWords } from '../routing/ground-words.ts'
import type { AskedPeer } from '../routing/world.queries.ts'
import { type Question, stateOf } from './question.ts'

export const doneWords = [
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

interface QuestionPageProps {
  network: { slug: string }
  question: Question
  answers: readonly Answer[]
  /** Answers of the reader’s authority that others do not read yet. */
  own: readonly Answer[]
  /** For the asker and the coordinator. */
  asked: readonly AskedPeer[]
  /** To which authorities the coordinator may put it by hand. */
  passable: readonly OrganisationRef[]
  asks: boolean
  coordinates: boolean
  mayAnswer: boolean
  fileAt: AnswerWordsProps['fileAt']
  done: string
  form: FormState
}

/** A question, its answers, and what its reader may do with them. */
export function QuestionPage(props: QuestionPageProps) {
  const { network, question, answers, own, asks, done } = props
  const reader = useReader()
  const { t } = reader
  const state = stateOf(question)
  const known = doneWords.find((word) => word === done)
  const act = (name: string) => paths.act(reader, network.slug, question.slug, name)
  return (
    <article class="question-page">
      <ErrorList form={props.form} />
      <PageHeading
        kicker={
          <>
            <a href={paths.list(reader, network.slug)}>{t('questions.list.title')}</a>
            <span class="tag">{t(`questions.state.${state}`)}</span>
            {question.visibility === 'group' ? null : (
              <span class="tag">{t(`questions.visibility.${question.visibility}`)}</span>
            )}
          </>
        }
      >
        {headline(question, reader.language)}
      </PageHeading>
      {known === undefined ? null : (
        <Notice kind="done" live>
          {t(`questions.done.${known}`)}
        </Notice>
      )}
      {question.hiddenReason === '' ? null : (
        <Notice kind="warning">{t('questions.notice.hidden', { reason: question.hiddenReason })}</Notice>
      )}
      {state === 'waiting' ? <Notice>{t('questions.notice.waiting')}</Notice> : null}
      <QuestionWords question={question} />
      {state === 'draft' && asks ? (
        <div class="actions">
          <a class="button primary" href={act('send')}>
            {t('questions.form.next')}
          </a>
          <form method="post" action={act('drop')}>
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
      {state === 'draft' ? null : (
        <Section id="answers" title={t('questions.answers.title')}>
          {answers.length === 0 ? <p class="quiet">{t('questions.answers.none')}</p> : null}
          <EntryList
            entries={answers.map((answer) => ({
              key: answer.id,
              title: (
                <Name name={shortNames(answer.organisation)} own={languageOf(answer.organisation.country)} />
              ),
              meta: <AnswerMeta answer={answer} />,
              body: (
                <>
                  <AnswerWords answer={answer} fileAt={props.fileAt} />
                  {asks ? (
                    <AskerForms act={act('asker')} answer={answer} isOpen={question.closedAt === null} />
                  ) : null}
                </>
              ),
            }))}
          />
          {own.map((answer) => (
            <div key={answer.id} class="question-own">
              <Notice>{t('questions.answers.notYet')}</Notice>
              <AnswerWords answer={answer} />
              <form method="post" action={act('back')}>
                <input type="hidden" name="answer" value={answer.id} />
                <button type="submit" class="button">
                  {t('questions.answers.takeBack')}
                </button>
              </form>
            </div>
          ))}
          {props.mayAnswer ? (
            <Form action={act('answers')} form={props.form} submit={t('questions.answers.send')} once>
              <AnswerFields />
            </Form>
          ) : null}
        </Section>
      )}
      {asks && question.askedAt !== null ? <AskerPart {...props} act={act('asker')} /> : null}
      {props.asked.length > 0 || question.notAsked.length > 0 ? <AskedPart {...props} /> : null}
      {props.coordinates && question.askedAt !== null ? (
        <CoordinatorPart {...props} act={act('coordinator')} />
      ) : null}
    </article>
  )
}

/** What is asked, what was tried, by when, and on what: the same for its asker, for those asked, and for whoever finds it. */
export function QuestionWords({ question }: { question: Question }) {
  const reader = useReader()
  // What its title says already is not said twice.
  const isWhole =
    (chooseText(question.question, reader.language)?.text ?? '') === headline(question, reader.language)
  const { t } = reader
  const { trade, neededBy, askedAt, named } = question
  return (
    <>
      {isWhole ? null : <Passage text={question.question} as="div" tags="ask" />}
      {Object.keys(question.tried).length === 0 ? null : (
        <Section id="tried" title={t('questions.field.tried')}>
          <Passage text={question.tried} as="div" />
        </Section>
      )}
      <FactList
        facts={[
          {
            term: t('questions.field.asker'),
            detail: <Name name={shortNames(question.asker)} own={languageOf(question.asker.country)} />,
          },
          ...(neededBy === null
            ? []
            : [{ term: t('questions.field.neededBy'), detail: dayWords(reader, neededBy) }]),
          ...(askedAt === null
            ? []
            : [
                {
                  term: t('questions.field.askedOn'),
                  detail: dayWords(reader, askedAt.toISOString().slice(0, 10)),
                },
              ]),
          {
            term: t('questions.field.themes'),
            detail: question.themes.map((theme) => t(`networks.theme.${theme}`)).join(', '),
          },
          ...(trade === null
            ? []
            : [{ term: t('questions.field.trade'), detail: t(`contacts.trade.${trade}`) }]),
          ...named.map((each) => ({
            term: t('questions.field.named'),
            detail: <Name name={shortNames(each)} own={languageOf(each.country)} />,
          })),
        ]}
      />
    </>
  )
}

function AnswerMeta({ answer: { signed, givenAt, acceptedAt, thankedAt } }: { answer: Answer }) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      {[signed, dayWords(reader, givenAt.toISOString().slice(0, 10))]
        .filter((each) => each !== '')
        .join(' · ')}
      {acceptedAt === null ? null : <span class="tag">{t('questions.answers.accepted')}</span>}
      {thankedAt === null ? null : <span class="tag">{t('questions.answers.thanked')}</span>}
    </>
  )
}

/** What was answered, asked back, and said to that. */
export function AnswerWords({ answer: { words, back, backSaid, files }, fileAt }: AnswerWordsProps) {
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
      {Object.keys(backSaid).length === 0 ? null : <Passage text={backSaid} as="div" />}
      {files.length === 0 ? null : (
        <ul>
          {files.map(({ id, name }) => (
            <li key={id}>{fileAt === undefined ? name : <a href={fileAt(id)}>{name}</a>}</li>
          ))}
        </ul>
      )}
    </>
  )
}

interface AnswerWordsProps {
  answer: Answer
  /** The address of a file, for those who may open it. */
  fileAt?: ((id: string) => string) | undefined
}

/** One press each: accept, thank, have it published; and the one question back. */
function AskerForms({ act, answer, isOpen }: { act: string; answer: Answer; isOpen: boolean }) {
  const { t } = useReader()
  const verbs = [
    isOpen && (answer.acceptedAt === null ? 'accepted' : 'unaccepted'),
    answer.thankedAt === null && 'thanked',
    answer.acceptedAt !== null && answer.mayPublish === null && 'publish',
  ] as const
  return (
    <>
      <div class="actions">
        {verbs.map((verb) =>
          verb ? (
            <form key={verb} method="post" action={act}>
              <input type="hidden" name="answer" value={answer.id} />
              <button type="submit" class="button" name="verb" value={verb}>
                {t(`questions.verb.${verb}`)}
              </button>
            </form>
          ) : null,
        )}
      </div>
      {isOpen && Object.keys(answer.back).length === 0 ? (
        <details>
          <summary>{t('questions.verb.back')}</summary>
          <form method="post" action={act} class="form">
            <input type="hidden" name="answer" value={answer.id} />
            <TextAreaField name="words" label={t('questions.answer.back')} max={1200} rows={3} required />
            <button type="submit" class="button" name="verb" value="back">
              {t('questions.verb.send')}
            </button>
          </form>
        </details>
      ) : null}
    </>
  )
}

/** What the asker does with the question itself. */
function AskerPart({ question, answers, act, network }: QuestionPageProps & { act: string }) {
  const reader = useReader()
  const { t } = reader
  const isOpen = question.closedAt === null
  const isAccepted = answers.some(({ acceptedAt }) => acceptedAt !== null)
  const verbs = [
    isOpen && (isAccepted ? 'close' : 'withdraw'),
    answers.length > 0 && question.visibility === 'group' && (question.isPublic ? 'private' : 'public'),
  ] as const
  return (
    <Section id="yours" title={t('questions.asker.title')}>
      <div class="actions">
        {isOpen ? (
          <a class="button" href={paths.act(reader, network.slug, question.slug, 'edit')}>
            {t('questions.form.edit')}
          </a>
        ) : null}
        {verbs.map((verb) =>
          verb ? (
            <form key={verb} method="post" action={act}>
              <button type="submit" class="button" name="verb" value={verb}>
                {t(`questions.verb.${verb}`)}
              </button>
            </form>
          ) : null,
        )}
      </div>
    </Section>
  )
}

/** To whom it was put, and why; how many others were not asked, by reason: never by name. */
function AskedPart({ question, asked }: QuestionPageProps) {
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
      {reasons.size === 0 ? null : (
        <>
          <p>{t('questions.asked.not')}</p>
          <ul>
            {[...reasons].map(([why, people]) => (
              <li key={why}>{t(`questions.why.${why}`, { count: people.length })}</li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}

/** What the coordinator may do: put it to an authority by hand, merge it, hide it with a reason. */
function CoordinatorPart({ question, passable, act, form }: QuestionPageProps & { act: string }) {
  const reader = useReader()
  const { t } = reader
  const folded = (verb: 'merge' | 'hide' | 'pass', field: ComponentChildren) => (
    <details key={verb}>
      <summary>{t(`questions.verb.${verb}`)}</summary>
      <Form action={act} form={form}>
        {field}
        <button type="submit" class="button" name="verb" value={verb}>
          {t(`questions.verb.${verb}`)}
        </button>
      </Form>
    </details>
  )
  return (
    <Section id="coordinator" title={t('questions.coordinator.title')}>
      {question.closedAt === null && passable.length > 0
        ? folded(
            'pass',
            <ChoiceField
              name="organisation"
              label={t('questions.coordinator.pass')}
              options={passable.map((each) => ({
                value: each.id,
                label: chooseName(shortNames(each), reader.language).text,
              }))}
              isFolded
              required
            />,
          )
        : null}
      {question.closedAt === null
        ? folded('merge', <Field name="into" label={t('questions.coordinator.merge')} required />)
        : null}
      {question.hiddenReason === '' ? (
        folded('hide', <Field name="reason" label={t('questions.coordinator.hide')} required />)
      ) : (
        <form method="post" action={act}>
          <button type="submit" class="button" name="verb" value="show">
            {t('questions.verb.show')}
          </button>
        </form>
      )}
    </Section>
  )
}
