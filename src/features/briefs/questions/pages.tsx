import type { FastifyInstance } from 'fastify'
import type { ComponentChildren } from 'preact'
import { z } from 'zod'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { Application } from '../../../platform/http/application.ts'
import { limits } from '../../../platform/http/limits.ts'
import { noStore } from '../../../platform/http/no-store.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { languageOf } from '../../../platform/i18n/country-language.ts'
import { interfaceLanguages } from '../../../platform/i18n/languages.ts'
import { writtenLanguages } from '../../../platform/i18n/reader.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { typedAddress } from '../../../platform/mail/mail-address.ts'
import { notFound } from '../../../platform/refusal.ts'
import { type Entry, EntryList } from '../../../ui/blocks/entry-list.tsx'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { PrintButton } from '../../../ui/blocks/print-button.tsx'
import { ChoiceField } from '../../../ui/form/choice-field.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { ErrorList } from '../../../ui/form/form.tsx'
import { languageOptions } from '../../../ui/form/language-options.ts'
import { TextAreaField } from '../../../ui/form/text-area-field.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { mayChangeRecord } from '../../contributions/index.ts'
import { countryName } from '../../directory/index.ts'
import { addNetworkForm } from '../../directory/picking/index.ts'
import { loadNetworkRequest } from '../../networks/index.ts'
import { findBrief, openItemsOf } from '../drawing/brief.ts'
import { Sections } from '../drawing/brief-page.tsx'
import { briefRecord } from '../items/brief-record.ts'
import { briefTitle, paths } from '../paths.ts'
import { addAnswerRoutes, dayInWords, PresentWords } from './by-link.pages.tsx'
import { askOffice, withdrawQuestion } from './commands.ts'
import { notifyOffice } from './mails.ts'
import { listQuestions } from './queries.ts'
import { type Question, questionState } from './question.ts'

/** What a brief lacks, to be printed or sent to an office of the partner, and what became of that. */
export function addQuestionRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  const place = '/:language/:network/brief/:slug/questions'
  addNetworkForm(pages, place, {
    open: loadAskingRequest,
    sending: { ...noStore, ...limits.mail },
    title: titleOf,
    description: 'briefs.brief.kicker',
    path: ({ country }) => `/brief/${country.toLowerCase()}/questions`,
    submit: 'briefs.questions.send',
    isOnce: true,
    values: ({ country, reader }) => {
      const written = writtenLanguages(reader)
      return { language: written.find((each) => each === languageOf(country)) ?? written[0] ?? 'en' }
    },
    schema: questionForm,
    fields: ({ reader }) => <AskFields languages={writtenLanguages(reader)} />,
    page: (visit, form, state) => (
      <>
        <ErrorList form={state} />
        <QuestionsPage visit={visit}>{form}</QuestionsPage>
      </>
    ),
    save: async (visit, typed) => {
      const { writing, reader, network, country, brief } = visit
      const asked = await askOffice(writing, { networkId: network.id, country }, typed)
      await notifyOffice(visit, typed, { ...asked, count: openItemsOf(brief).length })
      return `${paths.questions(reader, network.slug, country)}?done=asked#asked`
    },
  })
  pages.post(`${place}/:id/withdrawal`, loadAskingRequest, async (visit) => {
    const { request, reply, writing, reader, network, country, questions } = visit
    const { id } = questions.find((each) => each.id === parameterOf(request.params, 'id')) ?? notFound()
    await inTransaction(writing, (inside) => withdrawQuestion(inside, { networkId: network.id, country }, id))
    return reply.redirect(`${paths.questions(reader, network.slug, country)}?done=withdrawn#asked`, 303)
  })
  addAnswerRoutes(app, application)
}

const questionForm = z.object({
  address: typedAddress,
  language: z.enum(interfaceLanguages),
  words: z.string().trim().max(500).default(''),
})

type AskingRequest = Awaited<ReturnType<typeof loadAskingRequest>>

/** For those who may change the brief of the country; 404 for others. */
async function loadAskingRequest(visit: Visit) {
  const loaded = await loadNetworkRequest(visit)
  const { writing, network } = loaded
  const slug = parameterOf(visit.request.params, 'slug') ?? ''
  const head = (await briefRecord.lookUp(writing, network, { slug })) ?? notFound(slug)
  const { organisationIds } = head
  if (!mayChangeRecord(writing.actor, { networkId: network.id, kind: briefRecord.kind, organisationIds }))
    notFound(slug)
  const country = slug.toUpperCase()
  const brief = await findBrief(writing, network, country)
  return { ...loaded, country, brief, questions: await listQuestions(writing, network.id, country) }
}

function titleOf({ reader, country }: Pick<AskingRequest, 'reader' | 'country'>): string {
  return reader.t('briefs.questions.title', { country: countryName(reader, country) })
}

function QuestionsPage({ visit, children }: { visit: AskingRequest; children: ComponentChildren }) {
  const reader = useReader()
  const { t } = reader
  const { request, network, country, brief, questions } = visit
  const items = openItemsOf(brief)
  const done = parameterOf(request.query, 'done')
  return (
    <>
      <PageHeading
        kicker={<a href={paths.brief(reader, network.slug, country)}>{briefTitle(reader, country)}</a>}
        lead={t('briefs.questions.lead', { count: items.length, items: brief.items.length })}
        actions={items.length > 0 ? <PrintButton /> : null}
      >
        {titleOf(visit)}
      </PageHeading>
      {done === 'asked' || done === 'withdrawn' ? (
        <Notice kind="done" live>
          {t(`briefs.questions.done.${done}`)}
        </Notice>
      ) : null}
      {items.length > 0 ? (
        <Section id="ask" title={t('briefs.questions.byLink')}>
          <p>{t('briefs.questions.byLinkLead')}</p>
          {children}
        </Section>
      ) : null}
      {questions.length > 0 ? (
        <Section id="asked" title={t('briefs.questions.asked')}>
          <EntryList entries={questions.map((question) => entryOf(visit, question))} />
        </Section>
      ) : null}
      <Sections items={items}>
        {(own) =>
          own.map((item) => (
            <div key={item.key} class="question-item">
              <h3>{t(`briefs.item.${item.key}`)}</h3>
              <PresentWords item={item} />
              <p class="write-line">{t('briefs.questions.answer')}</p>
              <p class="write-line">{t('briefs.questions.sourceAndDay')}</p>
            </div>
          ))
        }
      </Sections>
    </>
  )
}

/** Whom it was sent to, when, how much is answered, and whether it still can be: then it can be taken back. */
function entryOf({ reader, writing, network, country }: AskingRequest, question: Question): Entry {
  const { t } = reader
  const { id, address, askedAt, endsAt, withdrawnAt, answered } = question
  const state = questionState(question, writing)
  const words = [
    t('briefs.questions.askedOn', { day: dayInWords(reader, askedAt) }),
    t('briefs.questions.answered', { count: answered }),
    t(`briefs.questions.state.${state}`, { day: dayInWords(reader, withdrawnAt ?? endsAt) }),
  ]
  return {
    key: id,
    title: address ?? t('briefs.questions.erasedAddress'),
    meta: words.join(' · '),
    body:
      state === 'open' ? (
        <form method="post" action={`${paths.questions(reader, network.slug, country)}/${id}/withdrawal`}>
          <button type="submit" class="button">
            {t('briefs.questions.withdraw')}
          </button>
        </form>
      ) : null,
  }
}

function AskFields({ languages }: { languages: readonly string[] }) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <Field
        name="address"
        type="email"
        label={t('briefs.questions.address')}
        hint={t('briefs.questions.addressHint')}
        required
      />
      <ChoiceField
        name="language"
        label={t('briefs.questions.language')}
        options={languageOptions(reader, languages)}
        required
      />
      <TextAreaField
        name="words"
        label={t('briefs.questions.words')}
        hint={t('briefs.questions.wordsHint')}
        max={500}
        rows={2}
      />
    </>
  )
}
