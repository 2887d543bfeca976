import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { noStore } from '../../../platform/http/no-store.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusal.ts'
import { lookUpFile } from '../../../platform/storage/files.ts'
import { serveFile } from '../../../platform/storage/serve-file.ts'
import { type Entry, EntryList } from '../../../ui/blocks/entry-list.tsx'
import { FewWords } from '../../../ui/table/few-words.tsx'
import { addListPage } from '../../../ui/table/list-page.tsx'
import { PageHeading } from '../../../ui/text/headings.tsx'
import { Passage } from '../../../ui/text/passage.tsx'
import { trades } from '../../contacts/index.ts'
import { byOwnSide, countryName, shortNames } from '../../directory/index.ts'
import { loadNetworkRequest, renderNetworkPage, themes } from '../../networks/index.ts'
import { PracticesTabs } from '../../practices/index.ts'
import { listAnswers, listOwnAnswers } from '../answering/answers.queries.ts'
import { listPassable } from '../answering/passing.queries.ts'
import { answeringFor, isAsker } from '../involvement.ts'
import { headline } from '../mails.ts'
import { paths } from '../paths.ts'
import { mayAsk, mayCoordinate } from '../policy.ts'
import { listAsked } from '../routing/world.queries.ts'
import { countQuestions, listQuestions } from './list.queries.ts'
import { findQuestion } from './queries.ts'
import { type Question, stateOf, states } from './question.ts'
import { questionFilter } from './question-filter.ts'
import { QuestionPage } from './question-page.tsx'

/** The questions of a network, each on its page, as far as the reader may see them. */
export function addQuestionRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  addQuestionList(app, application)
  pages.get('/:language/:network/questions/:slug', loadQuestionRequest, (visit) => showQuestion(visit))
  pages
    .with({})
    .get(
      '/:language/:network/questions/:slug/files/:file',
      loadQuestionRequest,
      async ({ request, reply, context, question }) => {
        const id = parameterOf(request.params, 'file') ?? ''
        const isTheirs =
          context.actor.kind !== 'anonymous' &&
          (await listAnswers(context, question.id)).some(({ files }) => files.some((file) => file.id === id))
        const file = isTheirs ? await lookUpFile(context, id) : null
        return serveFile(reply, application.storage, file ?? notFound('file'))
      },
    )
}

export async function loadQuestionRequest(visit: Visit) {
  const loaded = await loadNetworkRequest(visit)
  const { context, network } = loaded
  const question = await findQuestion(context, network.id, parameterOf(visit.request.params, 'slug') ?? '')
  return { ...loaded, question }
}

export type QuestionRequest = Awaited<ReturnType<typeof loadQuestionRequest>>

/** Draws a question; after a form that came back, with what was typed. */
export async function showQuestion(
  visit: QuestionRequest,
  form?: Parameters<typeof QuestionPage>[0]['form'],
) {
  const { request, context, reader, network, question } = visit
  const { actor } = context
  const organisationIds = answeringFor(actor, question)
  const coordinates = mayCoordinate(actor, network.id)
  const asks = isAsker(actor, question)
  const isOpen = question.askedAt !== null && question.closedAt === null
  const [answers, own, asked, passable] = [
    await listAnswers(context, question.id),
    await listOwnAnswers(context, question.id, { organisationIds }),
    asks || coordinates ? await listAsked(context, question.id) : [],
    coordinates && isOpen ? await listPassable(context, network.id, question) : [],
  ]
  return renderNetworkPage(visit, {
    title: headline(question, reader.language),
    description: reader.t('questions.list.lead'),
    path: `/questions/${question.slug}`,
    noindex: !question.isPublic || reader.now !== null,
    children: (
      <QuestionPage
        network={network}
        question={question}
        answers={answers}
        own={own.filter(({ leavesAt }) => leavesAt.getTime() > context.clock.now().epochMilliseconds)}
        asked={asked}
        passable={passable}
        asks={asks}
        coordinates={coordinates}
        fileAt={
          actor.kind === 'anonymous'
            ? undefined
            : (id) => paths.act(reader, network.slug, question.slug, `files/${id}`)
        }
        mayAnswer={organisationIds.length > 0 && isOpen}
        done={parameterOf(request.query, 'done') ?? ''}
        form={form ?? { values: {}, errors: [] }}
      />
    ),
  })
}

/** A question as lists show it. */
export function questionEntry(reader: Reader, network: string, question: Question): Entry {
  const { t } = reader
  const state = stateOf(question)
  return {
    key: question.id,
    href: paths.question(reader, network, question.slug),
    title: <Passage text={question.question} as="span" tags={false} />,
    meta: (
      <>
        {chooseName(shortNames(question.asker), reader.language).text}{' '}
        <span class="tag">{t(`questions.state.${state}`)}</span>
        {question.visibility === 'group' ? null : (
          <span class="tag">{t(`questions.visibility.${question.visibility}`)}</span>
        )}
        {question.answers > 0 ? ` ${t('questions.list.answers', { count: question.answers })}` : null}
      </>
    ),
    body: <FewWords words={question.themes.map((theme) => t(`networks.theme.${theme}`))} />,
  }
}

function addQuestionList(app: FastifyInstance, application: Application): void {
  addListPage(pagesOf(app, application, noStore), '/:language/:network/questions', {
    open: loadNetworkRequest,
    filter: questionFilter,
    rowsAPage: 30,
    countedAtMost: 1000,
    find: async ({ context, network }, filter, { most, ...slice }) => {
      const [total, rows] = await Promise.all([
        countQuestions(context, network.id, filter, most),
        listQuestions(context, network.id, filter, slice),
      ])
      return { total, rows }
    },
    send: renderNetworkPage,
    head: ({ reader, filter }) => ({
      title: reader.t('questions.list.title'),
      description: reader.t('questions.list.lead'),
      path: '/questions',
      searched: filter.q,
    }),
    address: ({ reader, network }, parameters) => paths.list(reader, network.slug, parameters),
    filters: ({ reader, network, parameters: { organisation } }) => {
      const { t } = reader
      return {
        action: `/${reader.language}/${network.slug}/questions`,
        kept: { organisation, now: reader.now ?? undefined },
        clearHref: paths.list(reader, network.slug),
        told: ['q', 'view', 'theme', 'trade', 'country', 'organisation', 'state'],
        fields: [
          { name: 'q', label: t('questions.filter.text') },
          {
            name: 'theme',
            label: t('questions.field.themes'),
            codes: themes,
            word: (code) => t(`networks.theme.${code}`),
            hasCapital: true,
            isSorted: true,
          },
          {
            name: 'state',
            label: t('questions.field.state'),
            codes: states,
            word: (code) => t(`questions.state.${code}`),
          },
          {
            name: 'view',
            place: 'more',
            label: t('questions.filter.view'),
            codes: ['asked', 'received'] as const,
            word: (code) => t(`questions.filter.${code}`),
            any: t('questions.filter.all'),
          },
          {
            name: 'trade',
            place: 'more',
            label: t('questions.field.trade'),
            codes: trades,
            word: (code) => t(`contacts.trade.${code}`),
            hasCapital: true,
            isSorted: true,
          },
          {
            name: 'country',
            place: 'more',
            label: t('questions.filter.country'),
            codes: byOwnSide(reader, network.countries),
            word: (code) => countryName(reader, code),
          },
          { name: 'organisation', place: 'told', label: t('questions.field.asker') },
        ],
      }
    },
    rows: ({ reader, network, rows }) => (
      <EntryList entries={rows.map((question) => questionEntry(reader, network.slug, question))} />
    ),
    empty: ({ reader, network }, isNarrowed) => ({
      title: reader.t(isNarrowed ? 'questions.list.emptyFiltered' : 'questions.list.empty'),
      why: reader.t(isNarrowed ? 'questions.list.emptyFilteredWhy' : 'questions.list.emptyWhy'),
      next: isNarrowed ? (
        <a href={paths.list(reader, network.slug)}>{reader.t('questions.list.clear')}</a>
      ) : null,
    }),
    render: ({ reader, context, network }, filters, results) => (
      <>
        <PageHeading
          lead={reader.t('questions.list.lead')}
          actions={
            mayAsk(context.actor, network.id) ? (
              <a class="button primary" href={paths.act(reader, network.slug, 'new', '').replace(/\/$/, '')}>
                {reader.t('questions.form.new')}
              </a>
            ) : null
          }
        >
          {reader.t('questions.list.title')}
        </PageHeading>
        <PracticesTabs network={network.slug} here="/questions" />
        {filters}
        {results}
      </>
    ),
  })
}
