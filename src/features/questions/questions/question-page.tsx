import { languageOf } from '../../../platform/i18n/country-language.ts'
import { chooseText, type LocalizedText } from '../../../platform/i18n/localized-text.ts'
import type { FormState } from '../../../platform/input/form.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { originalLanguage } from '../../../platform/translation/with-passage.ts'
import { EntryList } from '../../../ui/blocks/entry-list.tsx'
import { ErasureSection } from '../../../ui/blocks/erasure-question.tsx'
import { FactList } from '../../../ui/blocks/fact-list.tsx'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { ErrorList, Form } from '../../../ui/form/form.tsx'
import { TextAreaField } from '../../../ui/form/text-area-field.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { chooseRead } from '../../../ui/text/ask-mark.tsx'
import { dayWords } from '../../../ui/text/date-words.ts'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { languageAttributes } from '../../../ui/text/language-attributes.ts'
import { languageInWords } from '../../../ui/text/language-in-words.ts'
import { LanguageLinks } from '../../../ui/text/language-links.tsx'
import { Name } from '../../../ui/text/name.tsx'
import { Passage } from '../../../ui/text/passage.tsx'
import { LanguageTag, StateTag } from '../../../ui/text/text-tags.tsx'
import { type OrganisationRef, shortNames } from '../../directory/index.ts'
import { ActForms } from '../answering/acts.tsx'
import type { Answer } from '../answering/answers.queries.ts'
import { paths } from '../paths.ts'
import type { AskedPeer } from '../routing/world.queries.ts'
import { groundWords, headline, longestAnswer, typedBefore } from '../words.ts'
import type { QuestionRequest } from './frame.tsx'
import { isOpen, type Question, stateOf } from './question.ts'

// What a page says after a press: to readers with an account, and to whoever was asked.
const told = ['asked', 'nobody', 'found', 'answered', 'changed', 'passed', 'report'] as const
const toldByLink = [
  ...(['answered', 'changed', 'declined', 'peace', 'passed', 'back'] as const),
  ...(['takeBack', 'adopt', 'refuse', 'publish', 'private', 'report'] as const),
]

// Most questions are read whole there.
const titleOf = (question: Question, language: string) => headline(question, language, 160)
const isTitle = (question: Question, language: string) =>
  chooseText(question.question, language)?.text === titleOf(question, language)

/** The question as the heading of its page; told whole there, with what is to be known of its translation. */
function Title({ question }: { question: Question }) {
  const reader = useReader()
  const shown = chooseText(question.question, reader.language)
  if (shown === null) return null
  return (
    <>
      <span {...languageAttributes(reader, shown.language)}>{titleOf(question, reader.language)}</span>
      {isTitle(question, reader.language) ? (
        <>
          <LanguageTag language={shown.language} />
          <StateTag state={shown.state} />
        </>
      ) : null}
    </>
  )
}

interface QuestionPageProps {
  visit: QuestionRequest
  form: FormState
  /** Of the link of somebody who was asked. */
  token?: string
}

/** A question, its answers, and what its reader may do with them. */
export function QuestionPage({ visit, form, token }: QuestionPageProps) {
  const { reader, network, question, parts, address, me, own } = visit
  const { t } = reader
  const isDraft = question.askedAt === null
  const given = { visit, form }
  return (
    <article class="question-page">
      <ErrorList form={form} />
      {token === undefined ? null : (
        <LanguageLinks addressIn={(language) => paths.asked(language, network.slug, token)} />
      )}
      <PageHeading
        kicker={
          me ? (
            t('questions.asked.page')
          ) : (
            <>
              <a href={paths.list(reader, network.slug)}>{t('questions.list.title')}</a>
              <QuestionTags question={question} />
            </>
          )
        }
        lead={me ? groundWords(reader, question, me) : undefined}
      >
        <Title question={question} />
      </PageHeading>
      {form.errors.length === 0 ? <Told visit={visit} /> : null}
      {question.hiddenReason === '' ? null : (
        <Notice kind="warning">{t('questions.notice.hidden', { reason: question.hiddenReason })}</Notice>
      )}
      {stateOf(question) === 'waiting' && !me ? <Notice>{t('questions.notice.waiting')}</Notice> : null}
      {question.closedAt !== null && me ? <Notice>{t('questions.asked.closed')}</Notice> : null}
      <QuestionWords question={question} network={network.slug} />
      {isDraft && parts.includes('asker') ? (
        <div class="actions">
          <a class="button primary" href={`${address}/send`}>
            {t('questions.form.next')}
          </a>
          <form method="post" action={`${address}/drop`}>
            <button type="submit" class="button">
              {t('questions.form.drop')}
            </button>
          </form>
        </div>
      ) : null}
      {isDraft ? null : <Answers {...given} />}
      {me && isOpen(question) && own.length === 0 ? (
        <Section id="otherwise" title={t('questions.asked.otherwise')}>
          <ActForms {...given} part="asked" />
        </Section>
      ) : null}
      {parts.includes('asker') && !isDraft ? (
        <Section id="yours" title={t('questions.asker.title')}>
          {isOpen(question) ? <a href={`${address}/edit`}>{t('questions.form.edit')}</a> : null}
          <ActForms {...given} part="asker" />
        </Section>
      ) : null}
      {(parts.includes('asker') || parts.includes('coordinator')) && !isDraft ? (
        <Section id="asked" title={t('questions.asked.title')}>
          <AskedPart question={question} asked={visit.asked} />
        </Section>
      ) : null}
      {parts.includes('coordinator') && !isDraft ? (
        <Section id="coordinator" title={t('questions.coordinator.title')}>
          <ActForms {...given} part="coordinator" />
        </Section>
      ) : null}
      {parts.includes('reader') ? <ActForms {...given} part="reader" /> : null}
      {me ? (
        <ErasureSection
          title={t('questions.erasure.title')}
          label={t('questions.erasure.erase')}
          address={address}
        >
          <p>{t('questions.erasure.kept')}</p>
        </ErasureSection>
      ) : null}
    </article>
  )
}

function Told({ visit: { request, me } }: { visit: QuestionRequest }) {
  const { t } = useReader()
  const word = parameterOf(request.query, 'done')
  const [done, byLink] = [told.find((each) => each === word), toldByLink.find((each) => each === word)]
  const text = me ? byLink && t(`questions.asked.done.${byLink}`) : done && t(`questions.done.${done}`)
  return text ? (
    <Notice kind="done" live>
      {text}
    </Notice>
  ) : null
}

/** What was answered, with what the reader may do to it; and where they answer themselves. */
function Answers({ visit, form }: QuestionPageProps) {
  const { question, parts, address, me, answers, own, answersFor } = visit
  const { t } = useReader()
  // By a link its author changes what they said; what they are asked back comes in a form of its own.
  const before = me ? own[0] : undefined
  const said = { words: typedBefore(before?.words ?? {}), signed: before?.signed ?? '' }
  const isTyped = form.errors.length > 0 && form.values.verb === undefined
  const unread = me ? 0 : question.answers - answers.length
  const isIn = (list: readonly Answer[], { id }: Answer) => list.some((each) => each.id === id)
  return (
    <Section id="answers" title={t(me ? 'questions.asked.answer' : 'questions.answers.title')}>
      {question.answers === 0 && !me ? <p class="quiet">{t('questions.answers.none')}</p> : null}
      {answers.length === 0 ? null : (
        <EntryList
          entries={answers.map((answer) => ({
            key: answer.id,
            title: <Organisation of={answer.organisation} />,
            meta: <AnswerMeta answer={answer} />,
            body: (
              <>
                <AnswerWords answer={answer} filesAt={parts.length > 0 ? `${address}/files/` : undefined} />
                {parts.includes('asker') ? (
                  <ActForms part="asker" visit={visit} answer={answer} form={form} />
                ) : null}
                {isIn(own, answer) ? (
                  <ActForms part="member" visit={visit} answer={answer} form={form} />
                ) : null}
              </>
            ),
          }))}
        />
      )}
      {unread > 0 ? <p class="quiet">{t('questions.answers.inGroup', { count: unread })}</p> : null}
      {own
        .filter((answer) => !isIn(answers, answer))
        .map((answer) => (
          <div key={answer.id}>
            {me ? <h3>{t('questions.asked.yours')}</h3> : <Notice>{t('questions.answers.notYet')}</Notice>}
            <AnswerWords answer={answer} />
            <ActForms part={me ? 'asked' : 'member'} visit={visit} answer={answer} form={form} />
          </div>
        ))}
      {answersFor !== undefined && isOpen(question) ? (
        <Form
          action={`${address}/answers`}
          form={isTyped ? form : { values: said, errors: [] }}
          submit={t(before ? 'questions.asked.change' : 'questions.answers.send')}
          once
        >
          <TextAreaField
            name="words"
            label={t('questions.answer.words')}
            hint={t('questions.answer.wordsHint')}
            max={longestAnswer}
            rows={8}
            required
          />
          <Field name="signed" label={t('questions.answer.signed')} hint={t('questions.answer.signedHint')} />
        </Form>
      ) : null}
    </Section>
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
function QuestionWords({ question, network }: { question: Question; network: string }) {
  const reader = useReader()
  const { t } = reader
  const { asker, neededBy, askedAt, themes, trade, named, sheet } = question
  const facts = {
    asker: [<Organisation key="asker" of={asker} />],
    neededBy: neededBy === null ? [] : [dayWords(reader, neededBy)],
    askedOn: askedAt === null ? [] : [dayWords(reader, askedAt.toISOString().slice(0, 10))],
    themes: [themes.map((theme) => t(`networks.theme.${theme}`)).join(', ')],
    trade: trade === null ? [] : [t(`contacts.trade.${trade}`)],
    named: named.map((each) => <Organisation key={each.id} of={each} />),
    sheet:
      sheet === null || !sheet.isShown
        ? []
        : [
            <a key="sheet" href={paths.practice(reader, network, sheet.slug)}>
              <Passage text={sheet.title} as="span" tags={false} />
            </a>,
          ],
  }
  return (
    <>
      {/* What its title says already is not said twice. */}
      {isTitle(question, reader.language) ? (
        <AsWritten text={question.question} />
      ) : (
        <Words text={question.question} />
      )}
      {Object.keys(question.tried).length === 0 ? null : (
        <Section id="tried" title={t('questions.field.tried')}>
          <Words text={question.tried} />
        </Section>
      )}
      <FactList
        facts={(['asker', 'neededBy', 'askedOn', 'themes', 'trade', 'named', 'sheet'] as const)
          .filter((name) => facts[name].length > 0)
          .map((name) => ({ term: t(`questions.field.${name}`), detail: facts[name] }))}
      />
    </>
  )
}

/** A text in the reader’s language, with the state of the translation; and as it was written, one tap away. */
function Words({ text }: { text: LocalizedText }) {
  return (
    <>
      <Passage text={text} as="div" class="as-written" />
      <AsWritten text={text} />
    </>
  )
}

/** A text as it was written, folded away; nothing where that is what its reader reads. */
function AsWritten({ text }: { text: LocalizedText }) {
  const reader = useReader()
  const shown = chooseRead(reader, text)
  const written = originalLanguage(text)
  if (shown === null || written === null || shown.language === written) return null
  return (
    <details>
      <summary>
        {reader.t('questions.answer.asWritten', { language: languageInWords(reader, written) })}
      </summary>
      <div class="passage as-written" {...languageAttributes(reader, written)}>
        {text[written]?.text}
      </div>
    </details>
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

interface AnswerWordsProps {
  answer: Answer
  /** Before the ids of its files, for those who may open them. */
  filesAt?: string | undefined
}

/** What was answered, asked back, and said to that. */
function AnswerWords({ answer: { words, back, backSaid, files }, filesAt }: AnswerWordsProps) {
  const { t } = useReader()
  return (
    <>
      <Words text={words} />
      {Object.keys(back).length === 0 ? null : (
        <blockquote>
          <strong>{t('questions.answer.back')}</strong>
          <Words text={back} />
        </blockquote>
      )}
      <Words text={backSaid} />
      {files.length === 0 ? null : (
        <ul>
          {files.map(({ id, name }) => (
            <li key={id}>{filesAt === undefined ? name : <a href={`${filesAt}${id}`}>{name}</a>}</li>
          ))}
        </ul>
      )}
    </>
  )
}

/** To whom it was put, and why; how many others were not asked, by reason: never by name. */
export function AskedPart({ question, asked }: { question: Question; asked: readonly AskedPeer[] }) {
  const reader = useReader()
  const { t } = reader
  const reasons = Map.groupBy(question.notAsked, ({ why }) => why)
  return (
    <>
      <ul>
        {asked.map((each) => (
          <li key={each.id}>
            {groundWords(reader, question, each)}{' '}
            <span class="quiet">
              {each.said === null
                ? t(stillUnsaid(question, each), { day: dayWords(reader, each.day) })
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
    </>
  )
}

function stillUnsaid({ closedAt }: Question, { mailedAt }: AskedPeer) {
  if (closedAt !== null) return 'questions.asked.silent'
  return mailedAt === null ? 'questions.asked.leaves' : 'questions.asked.left'
}
