import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { Application } from '../../../platform/http/application.ts'
import { limits } from '../../../platform/http/limits.ts'
import { noStore } from '../../../platform/http/no-store.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import { capitalized } from '../../../platform/i18n/capitalized.ts'
import { interfaceLanguages } from '../../../platform/i18n/languages.ts'
import { fieldError } from '../../../platform/input/form.ts'
import { typedAddress } from '../../../platform/mail/mail-address.ts'
import { notFound } from '../../../platform/refusal.ts'
import { EmptyState } from '../../../ui/blocks/empty-state.tsx'
import { Figures } from '../../../ui/blocks/figures.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { byOwnSide, countryName } from '../../directory/index.ts'
import { addNetworkAction } from '../../directory/picking/index.ts'
import { loadNetworkRequest, type Network, renderNetworkPage } from '../../networks/index.ts'
import { mayAdvise } from '../policy.ts'
import { addAnsweringRoutes } from './answering/pages.tsx'
import { addFollowedRoutes } from './by-link.pages.tsx'
import { addClosingRoutes } from './closing/pages.tsx'
import { nameContact } from './commands.ts'
import { addConsentRoutes } from './consent/pages.tsx'
import { addEditingRoutes } from './editing.pages.tsx'
import { type Expectation, type ExpectationState, isClosed, reasons } from './expectation.ts'
import { renderExpectation } from './frame.tsx'
import { ExpectationTable } from './list/expectation-table.tsx'
import { addListRoutes } from './list/pages.tsx'
import { listLate } from './list/queries.ts'
import { notifyAsked } from './mails.ts'
import { addMakingRoutes } from './making/pages.tsx'
import {
  countReasons,
  countStates,
  countThemes,
  listWaiting,
  type ReasonCount,
  type ThemeCount,
} from './overview.queries.ts'
import { paths } from './paths.ts'
import { addRelayRoutes } from './relays/pages.tsx'
import { loadAdvisedRequest } from './request.ts'
import { findRequest } from './requests.queries.ts'

/** What organisations expect of members: stated, answered, put to others, gathered into a reply, closed. */
export function addExpectationRoutes(app: FastifyInstance, application: Application): void {
  for (const add of [
    addListRoutes,
    addMakingRoutes,
    addOverviewRoutes,
    addEditingRoutes,
    addAnsweringRoutes,
    addConsentRoutes,
    addRelayRoutes,
    addContactRoutes,
    addClosingRoutes,
    addFollowedRoutes,
  ])
    add(app, application)
}

const mostShown = 100

/** All expectations of a network, for its secretariat: those waiting for it, late ones, and why members could not answer. */
function addOverviewRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  pages.get('/:language/:network/expectations/overview', loadNetworkRequest, async (visit) => {
    const { context, reader, network } = visit
    if (!mayAdvise(context.actor, network.id)) notFound('overview')
    return renderNetworkPage(visit, {
      title: reader.t('partners.overview.title'),
      description: reader.t('partners.overview.lead'),
      path: '/expectations/overview',
      width: 'wide',
      noindex: true,
      children: (
        <OverviewPage
          network={network}
          states={await countStates(context, network.id)}
          waiting={await listWaiting(context, network.id, mostShown)}
          late={await listLate(context, network.id, 'all', mostShown)}
          reasons={await countReasons(context, network.id)}
          themes={await countThemes(context, network.id)}
        />
      ),
    })
  })
}

interface OverviewPageProps {
  network: Network
  states: ReadonlyMap<ExpectationState, number>
  waiting: readonly Expectation[]
  late: readonly Expectation[]
  reasons: readonly ReasonCount[]
  themes: readonly ThemeCount[]
}

/** The work of the secretariat: what waits for it, what is late, and why members could not answer. */
function OverviewPage(props: OverviewPageProps) {
  const reader = useReader()
  const { network, states, waiting, late } = props
  const { t } = reader
  return (
    <>
      <PageHeading
        kicker={<a href={paths.list(reader, network.slug)}>{t('partners.expectations.title')}</a>}
        lead={t('partners.overview.lead')}
      >
        {t('partners.overview.title')}
      </PageHeading>
      <Figures
        figures={[...states]
          .filter(([, count]) => count > 0)
          .map(([state, count]) => ({
            value: count,
            label: t(`partners.overview.count.${state}`, { count }),
            href: paths.list(reader, network.slug, { status: state }),
          }))}
      />
      <Section id="waiting" title={t('partners.overview.waiting')}>
        <Listed {...props} expectations={waiting} none={t('partners.overview.waitingNone')} />
      </Section>
      <Section id="late" title={t('partners.overview.late')}>
        <Listed {...props} expectations={late} none={t('partners.overview.lateNone')} />
      </Section>
      <Section id="reasons" title={t('partners.overview.reasons')}>
        {props.reasons.length === 0 ? (
          <EmptyState title={t('partners.overview.reasonsNone')} />
        ) : (
          <>
            <ReasonTable {...props} />
            <ThemeTable {...props} />
          </>
        )}
      </Section>
    </>
  )
}

function Listed({
  network,
  expectations,
  none,
}: OverviewPageProps & { expectations: readonly Expectation[]; none: string }) {
  const reader = useReader()
  if (expectations.length === 0) return <p class="quiet">{none}</p>
  return (
    <ExpectationTable
      network={network.slug}
      caption={reader.t('partners.expectations.title')}
      expectations={expectations}
    />
  )
}

function ReasonTable({ network, reasons: counts }: OverviewPageProps) {
  const reader = useReader()
  const { t } = reader
  const word = (text: string) => capitalized(text, reader.interfaceLanguage)
  const countries = byOwnSide(reader, network.countries)
  const countOf = (reason: string, country: string | null) =>
    counts
      .filter((each) => each.reason === reason && (country === null || each.country === country))
      .reduce((sum, { count }) => sum + count, 0)
  return (
    <DataTable
      caption={t('partners.overview.reasonsBySide')}
      rows={reasons.filter((reason) => countOf(reason, null) > 0)}
      rowKey={(reason) => reason}
      columns={[
        {
          key: 'reason',
          label: t('partners.reason.title'),
          header: true,
          wide: true,
          cell: (reason) => word(t(`partners.reason.${reason}`)),
        },
        ...countries.map((country) => ({
          key: country,
          label: countryName(reader, country),
          numeric: true,
          cell: (reason: string) => String(countOf(reason, country)),
        })),
        {
          key: 'all',
          label: t('partners.overview.all'),
          numeric: true,
          cell: (reason) => String(countOf(reason, null)),
        },
      ]}
    />
  )
}

function ThemeTable({ themes }: OverviewPageProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <DataTable
      caption={t('partners.overview.reasonsByTheme')}
      rows={[...themes]}
      rowKey={({ theme }) => theme}
      columns={[
        {
          key: 'theme',
          label: t('partners.filter.theme'),
          header: true,
          wide: true,
          cell: ({ theme }) => capitalized(t(`networks.theme.${theme}`), reader.interfaceLanguage),
        },
        {
          key: 'refusals',
          label: t('partners.overview.refusals'),
          numeric: true,
          cell: ({ refusals }) => String(refusals),
        },
        {
          key: 'competence',
          label: t('partners.overview.ofCompetence'),
          numeric: true,
          cell: ({ competence }) => String(competence),
        },
      ]}
    />
  )
}

/** A member of which nobody has an account is asked by mail, and answers by a link. */
function addContactRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, { ...noStore, ...limits.mail })
  addNetworkAction(pages, '/:language/:network/expectations/:slug/contacts', {
    open: loadAdvisedRequest,
    schema: contactForm,
    again: (visit, contact) => renderExpectation(visit, { contact }),
    save: async (visit, contact) => {
      const { writing, reader, network, expectation, requests } = visit
      const of = requests.find(({ id }) => id === contact.request) ?? notFound('request')
      if (isClosed(expectation)) return [fieldError('', 'partners.error.closed')]
      await inTransaction(writing, async (inside) => {
        await nameContact(inside, expectation, of, contact)
        const named = await findRequest(inside, expectation.id, of.id)
        const key = of.relay === null ? 'addressed' : 'relayed'
        await notifyAsked({ ...visit, writing: inside }, expectation, key, [named])
      })
      return paths.after(reader, network.slug, expectation.slug, 'invited')
    },
  })
}

const longestName = 100

/** A person without an account who answers for an organisation by a link. */
const contactForm = z.object({
  request: z.string(),
  name: z.string().trim().max(longestName).default(''),
  address: typedAddress,
  language: z.enum(interfaceLanguages),
})
