import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Application } from '../../../platform/http/application.ts'
import { limits } from '../../../platform/http/limits.ts'
import { noStore } from '../../../platform/http/no-store.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { interfaceLanguageFor } from '../../../platform/i18n/languages.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { optionalDayInput, toldDayInput } from '../../../platform/input/date-input.ts'
import { type FormState, fieldError, says, typedValue } from '../../../platform/input/form.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { languageOfLetters } from '../../../platform/input/text-input.ts'
import { notFound } from '../../../platform/refusal.ts'
import { ErasureSection } from '../../../ui/blocks/erasure-question.tsx'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { DayField } from '../../../ui/form/date-field.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { FieldGroup } from '../../../ui/form/field-group.tsx'
import { ErrorList, Form } from '../../../ui/form/form.tsx'
import { MoreFields } from '../../../ui/form/more-fields.tsx'
import { TextAreaField } from '../../../ui/form/text-area-field.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { dayWords } from '../../../ui/text/date-words.ts'
import { PageHeading } from '../../../ui/text/headings.tsx'
import { LanguageLinks } from '../../../ui/text/language-links.tsx'
import { Passage } from '../../../ui/text/passage.tsx'
import { countryName } from '../../directory/index.ts'
import { addLinkAction } from '../../directory/picking/index.ts'
import { addErasure, loadLinkRequest, renderEnded, renderSecretPage } from '../../networks/index.ts'
import { findBrief, openItemsOf } from '../drawing/brief.ts'
import { Sections } from '../drawing/brief-page.tsx'
import { remarksOf } from '../drawing/brief-report.ts'
import type { BriefItem } from '../drawing/schema.ts'
import { briefRecord } from '../items/brief-record.ts'
import { briefDocument, withItem } from '../items/document.ts'
import { longestItem } from '../items/item.ts'
import { type ItemKey, isItemKey } from '../items/skeleton.ts'
import { briefTitle, paths } from '../paths.ts'
import { type Answer, isAnswered, itemAnswered } from './answer.ts'
import { forgetOffice, takeAnswers } from './commands.ts'
import { listAnswers, lookUpQuestion, type SentAnswer } from './queries.ts'
import { questionState } from './question.ts'

/** What an office of the partner does by the link in its mail: answers, as often as it likes until the link ends, or has its address erased. */
export function addAnswerRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, { ...noStore, ...limits.mail })
  const place = '/:language/:network/brief/questions/:token'
  pagesOf(app, application, noStore).get(place, loadOpenRequest, (visit) => show(visit))
  addLinkAction(pages, `${place}/answers`, {
    open: loadOpenRequest,
    schema: ({ brief }) => answersForm(brief.items),
    again: show,
    isOnce: true,
    save: async (visit, { said }) => {
      const answers = Object.entries(said).flatMap(([key, answer]) =>
        answer && isItemKey(key) && isAnswered(answer) ? suggestionOf(visit, key, answer) : [],
      )
      if (answers.length === 0) return [fieldError('', 'briefs.questions.error.none')]
      await takeAnswers(visit.writing, { ...visit, language: visit.reader.interfaceLanguage }, answers)
      return `${visit.address}?done=sent`
    },
  })
  addErasure(pages, place, {
    open: loadQuestionRequest,
    goes: 'briefs.questions.erasure.goes',
    stays: 'briefs.questions.erasure.stays',
    erase: ({ writing, question }) => forgetOffice(writing, question),
    erased: (visit) => ({
      title: titleOf(visit),
      text: visit.reader.t('briefs.questions.erased'),
    }),
  })
}

/** Only what is filled in is sent: each is refused beside its field where it cannot stand. */
function answersForm(items: readonly BriefItem[]) {
  const answer = (isMissing: boolean) =>
    z
      .object({
        text: z.string().trim().max(longestItem).default(''),
        source: z.string().trim().max(300).default(''),
        day: optionalDayInput(toldDayInput()),
      })
      .superRefine(({ text, source, day }, check) => {
        if (source !== '' && day === null)
          check.addIssue({ code: 'custom', path: ['day'], message: says('briefs.error.sourceDay') })
        if (isMissing && text === '' && (source !== '' || day !== null))
          check.addIssue({ code: 'custom', path: ['text'], message: says('briefs.questions.error.text') })
      })
  const fields = items.map(({ key, statement }) => [key, answer(statement === null).optional()] as const)
  return z.object({ said: z.object(Object.fromEntries(fields)).prefault({}) })
}

function suggestionOf(
  { application, writing, reader, network, question, sent }: OpenRequest,
  key: ItemKey,
  answer: Answer,
) {
  const { t, interfaceLanguage } = reader
  // Who decides reads a list of them: it says which item in their language too.
  const languages = [interfaceLanguage, interfaceLanguageFor(question.askerLanguage ?? interfaceLanguage)]
  const reasons = [...new Set(languages)].map((language) => {
    const say = application.translate(language)
    return say('briefs.questions.reason', { item: say(`briefs.item.${key}`) })
  })
  const told = {
    // What is typed on a page of another language says itself which one it is.
    language: languageOfLetters(answer.text || answer.source, network.languages) ?? reader.language,
    today: writing.today,
    by: t('briefs.questions.checkedBy'),
  }
  const before = sent.find((each) => each.key === key)
  return {
    key,
    words: reasons.join(' · '),
    source: answer.source,
    instead: before?.suggestionId ?? null,
    change: (document: unknown) => {
      const brief = briefDocument.parse(document)
      return withItem(brief, key, itemAnswered(brief.items[key], answer, told))
    },
  }
}

type QuestionRequest = Awaited<ReturnType<typeof loadQuestionRequest>>
type OpenRequest = NonNullable<Awaited<ReturnType<typeof loadOpenRequest>>>

async function loadQuestionRequest(visit: Visit) {
  const loaded = await loadLinkRequest(visit)
  const { writing, network, token } = loaded
  const question = (await lookUpQuestion(writing, network.id, token)) ?? notFound('question')
  const slug = question.country.toLowerCase()
  const head = (await briefRecord.lookUp(writing, network, { slug })) ?? notFound(slug)
  return { ...loaded, kind: briefRecord, head, question }
}

/** The items as they are today; a link that has ended is answered by a page that says so. */
async function loadOpenRequest(visit: Visit) {
  const loaded = await loadQuestionRequest(visit)
  const { writing, network, reader, question } = loaded
  const brief = await findBrief(writing, network, question.country)
  const state = questionState(question, writing)
  const why = state !== 'open' ? state : openItemsOf(brief).length === 0 ? 'complete' : null
  if (why === null) return { ...loaded, brief, sent: await listAnswers(writing, question.id) }
  renderEnded(loaded, {
    title: titleOf(loaded),
    text: reader.t(`briefs.questions.ended.${why}`, {
      network: chooseName(network.name, reader.language).text,
      day: dayInWords(reader, question.endsAt),
    }),
    next: {
      href: paths.brief(reader, network.slug, question.country),
      label: briefTitle(reader, question.country),
    },
    children: <OfficeData address={loaded.address} />,
    ...(why === 'complete' ? {} : { status: 410 }),
  })
  return null
}

function titleOf({ reader, question }: Pick<QuestionRequest, 'reader' | 'question'>): string {
  return reader.t('briefs.questions.title', { country: countryName(reader, question.country) })
}

/** The day of an instant, in words. */
export const dayInWords = (reader: Reader, at: Date) => dayWords(reader, at.toISOString().slice(0, 10))

function show(visit: OpenRequest, form: FormState = { values: {}, errors: [] }): FastifyReply {
  const { request, reader, network, question, brief, sent, address, token } = visit
  const { t } = reader
  const isTyped = ({ key }: BriefItem) =>
    ['text', 'source', 'day'].some((name) => typedValue(form.values, `said.${key}.${name}`) !== '')
  return renderSecretPage(visit, {
    title: titleOf(visit),
    description: t('briefs.brief.kicker'),
    children: (
      <>
        <ErrorList form={form} />
        <LanguageLinks addressIn={(language) => paths.asked(language, network.slug, token)} />
        <PageHeading
          lead={t('briefs.questions.officeLead', {
            network: chooseName(network.name, reader.language).text,
            country: countryName(reader, question.country),
            day: dayInWords(reader, question.endsAt),
          })}
        >
          {titleOf(visit)}
        </PageHeading>
        {parameterOf(request.query, 'done') === 'sent' && form.errors.length === 0 ? (
          <Notice kind="done" live>
            {t('briefs.questions.done.sent')}
          </Notice>
        ) : null}
        <p>{t('briefs.questions.stillRight')}</p>
        <Form action={`${address}/answers`} form={form} submit={t('briefs.questions.sendAnswers')} once>
          {/* What became known while it was typed is not lost. */}
          <Sections items={brief.items.filter((item) => item.state !== 'known' || isTyped(item))}>
            {(items) =>
              items.map((item) => (
                <AnswerFields key={item.key} item={item} sent={sent.find(({ key }) => key === item.key)} />
              ))
            }
          </Sections>
        </Form>
        <OfficeData address={address} />
      </>
    ),
  })
}

function AnswerFields({ item, sent }: { item: BriefItem; sent: SentAnswer | undefined }) {
  const reader = useReader()
  const { t } = reader
  const name = `said.${item.key}`
  return (
    <FieldGroup name={name} label={t(`briefs.item.${item.key}`)} isPart class="question-item">
      <PresentWords item={item} />
      {sent ? (
        <Notice>
          <p>
            {t(`briefs.questions.sent.${sent.decision === 'declined' ? 'declined' : 'waits'}`, {
              day: dayInWords(reader, sent.sentAt),
            })}
          </p>
          <p class="as-written">{sent.decision === 'declined' ? sent.reason : sent.text}</p>
        </Notice>
      ) : null}
      <TextAreaField name={`${name}.text`} label={t('briefs.questions.answer')} max={longestItem} rows={2} />
      <MoreFields names={[`${name}.source`, `${name}.day`]} label={t('briefs.questions.sourceAndDay')}>
        <Field name={`${name}.source`} label={t('briefs.form.source')} hint={t('briefs.form.sourceHint')} />
        <DayField name={`${name}.day`} label={t('briefs.form.asOf')} />
      </MoreFields>
    </FieldGroup>
  )
}

/** What is said of an item today, whence, and why it is asked about. */
export function PresentWords({ item }: { item: BriefItem }) {
  const reader = useReader()
  const { statement, state } = item
  return (
    <>
      {/* A machine’s words need no sign here, where all are asked about; words that their original has left behind do. */}
      {statement ? (
        <Passage text={statement.text} tags={statement.text[reader.language]?.state === 'stale'} />
      ) : null}
      <p class="entry-meta">
        <strong>{reader.t(`briefs.state.${state}`)}</strong> {remarksOf(reader, item)}
      </p>
    </>
  )
}

/** What is kept about the office, how long, and how to have it erased before. */
function OfficeData({ address }: { address: string }) {
  const { t } = useReader()
  return (
    <ErasureSection title={t('briefs.questions.data')} label={t('briefs.questions.erase')} address={address}>
      <p>{t('briefs.questions.dataKept')}</p>
    </ErasureSection>
  )
}
