import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { noStore } from '../../../platform/http/no-store.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { type Entry, EntryList } from '../../../ui/blocks/entry-list.tsx'
import { FewWords } from '../../../ui/table/few-words.tsx'
import { addListPage } from '../../../ui/table/list-page.tsx'
import { PageHeading } from '../../../ui/text/headings.tsx'
import { Passage } from '../../../ui/text/passage.tsx'
import { trades } from '../../contacts/index.ts'
import { byOwnSide, countryName, shortNames } from '../../directory/index.ts'
import { loadNetworkRequest, renderNetworkPage, themes } from '../../networks/index.ts'
import { PracticesTabs } from '../../practices/index.ts'
import { paths } from '../paths.ts'
import { mayAsk } from '../policy.ts'
import { countQuestions, listQuestions } from './list.queries.ts'
import { type Question, states } from './question.ts'
import { questionFilter } from './question-filter.ts'
import { QuestionTags } from './question-page.tsx'

/** A question as lists show it. */
export function questionEntry(reader: Reader, network: string, question: Question): Entry {
  const { t } = reader
  return {
    key: question.id,
    href: paths.question(reader, network, question.slug),
    title: <Passage text={question.question} as="span" tags={false} />,
    meta: (
      <>
        {chooseName(shortNames(question.asker), reader.language).text} <QuestionTags question={question} />
        {question.answers > 0 ? ` ${t('questions.list.answers', { count: question.answers })}` : null}
      </>
    ),
    body: <FewWords words={question.themes.map((theme) => t(`networks.theme.${theme}`))} />,
  }
}

/** The questions of a network, as far as the reader may see them. */
export function addQuestionRoutes(app: FastifyInstance, application: Application): void {
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
              <a class="button primary" href={paths.act(reader, network.slug, 'new')}>
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
