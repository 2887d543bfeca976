import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { limits } from '../../../platform/http/limits.ts'
import { noStore } from '../../../platform/http/no-store.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { chooseName, chooseText } from '../../../platform/i18n/localized-text.ts'
import type { FormState } from '../../../platform/input/form.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusal.ts'
import { EntryList } from '../../../ui/blocks/entry-list.tsx'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { addFormPage } from '../../../ui/form/form-page.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { dayWords } from '../../../ui/text/date-words.ts'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { LanguageLinks } from '../../../ui/text/language-links.tsx'
import { byOwnSide, countryName } from '../../directory/index.ts'
import { addNetworkForm, byLink } from '../../directory/picking/index.ts'
import {
  loadLinkRequest,
  loadNetworkRequest,
  type Network,
  type NetworkRequest,
  renderEnded,
  renderNetworkPage,
} from '../../networks/index.ts'
import { paths } from '../paths.ts'
import { mayManageContacts } from '../policy.ts'
import { loadContactsRequest } from '../request.ts'
import { PostButton } from '../views/post-button.tsx'
import { askHolders, desksOf, giveStatement, settleWords } from './commands.ts'
import { type AskedHolder, askingStates, listAskedHolders, lookUpHolder } from './peers.queries.ts'
import { StatementFields, statementForm, statementValues, type TypedStatement } from './statement-form.tsx'

/** How a secretariat asks holders whether colleagues may ask them, and how these answer: with an account of the same address, or by a link. */
export function addTradeRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  const asking = '/:language/:network/contacts/asking'
  pages.get(asking, loadAskingRequest, async (visit) => {
    const { context, reader, network } = visit
    return renderNetworkPage(visit, {
      title: reader.t('contacts.asking.title'),
      description: reader.t('contacts.asking.lead'),
      path: '/contacts/asking',
      noindex: true,
      children: <AskingPage network={network} holders={await listAskedHolders(context, network.id)} />,
    })
  })
  pagesOf(app, application, { ...noStore, ...limits.mailing }).post(
    asking,
    loadAskingRequest,
    async (visit) => {
      const { request, reply, writing, reader, network } = visit
      const [step, about = ''] = ['step', 'about'].map((name) => parameterOf(request.body, name))
      if (step === 'settled') await settleWords(writing, network.id, about)
      else if (step === 'first' || step === 'reminder' || step === 'desk')
        await askHolders(visit, step, about)
      else notFound('step')
      return reply.redirect(paths.asking(reader, network.slug), 303)
    },
  )

  const form = {
    title: 'contacts.statement.title',
    lead: ({ reader, holder }: StatementRequest) =>
      reader.t(holder.posts.length > 0 ? 'contacts.statement.lead' : 'contacts.statement.deskLead'),
    submit: 'contacts.statement.send',
    path: '/contacts/statement',
    width: 'reading',
    values: ({ holder, reader }: StatementRequest) => statementValues(holder, reader),
    lists: ['quiet'],
    schema: statementForm,
    fields: (visit: StatementRequest, { errors }: FormState) => (
      <>
        {visit.token === undefined ? null : (
          <LanguageLinks
            addressIn={(language) => paths.asked(language, visit.network.slug, visit.token ?? '')}
          />
        )}
        {parameterOf(visit.request.query, 'done') === 'said' && errors.length === 0 ? (
          <Said holder={visit.holder} />
        ) : null}
        <StatementFields network={visit.network} holder={visit.holder} />
        <p class="form-note">
          {visit.reader.t('contacts.statement.kept')}{' '}
          {visit.application.settings.legal.privacy ?? visit.reader.t('contacts.processing.noRightsContact')}{' '}
          <a href={`/${visit.reader.interfaceLanguage}/${visit.network.slug}/questions/rights`}>
            {visit.reader.t('questions.rights.title')}
          </a>
        </p>
      </>
    ),
    save: async ({ request, writing, network, holder }: StatementRequest, typed: TypedStatement) => {
      await giveStatement(writing, network.id, holder, typed)
      return `${request.url.split('?')[0]}?done=said`
    },
    sending: { ...noStore, ...limits.answers },
  } as const
  addNetworkForm(pages, '/:language/:network/contacts/statement', { ...form, open: loadOwnStatement })
  addFormPage(byLink, pages, '/:language/:network/contacts/asked/:token', { ...form, open: loadStatement })
}

async function loadAskingRequest(visit: Visit) {
  const loaded = await loadContactsRequest(visit)
  return mayManageContacts(loaded.viewer.actor, loaded.network.id) ? loaded : notFound('asking')
}

interface StatementRequest extends NetworkRequest {
  holder: AskedHolder
  /** Of the link by which they came. */
  token?: string
}

async function loadOwnStatement(visit: Visit): Promise<StatementRequest> {
  const loaded = await loadNetworkRequest(visit)
  const holder = await lookUpHolder(loaded.writing, loaded.network.id)
  return { ...loaded, holder: holder ?? notFound('statement') }
}

/** The holder whom a link was sent to; one that has ended says so. */
async function loadStatement(visit: Visit): Promise<StatementRequest | null> {
  const loaded = await loadLinkRequest(visit)
  const { writing, network, reader, token } = loaded
  const holder = (await lookUpHolder(writing, network.id, token)) ?? notFound('statement')
  if ((holder.linkEndsAt?.getTime() ?? 0) > writing.clock.now().epochMilliseconds)
    return { ...loaded, holder }
  const title = reader.t('contacts.statement.title')
  renderEnded(loaded, { title, text: reader.t('contacts.statement.ended'), status: 410 })
  return null
}

/** What was recorded, and that a yes without the consent that it needs has no effect. */
function Said({ holder: { decision, consents, until } }: { holder: AskedHolder }) {
  const reader = useReader()
  if (decision === 'yes' && !consents)
    return (
      <Notice kind="warning" live>
        {reader.t('contacts.statement.saidInVain')}
      </Notice>
    )
  const day = until && dayWords(reader, until)
  return (
    <Notice kind="done" live>
      {day ? reader.t('contacts.statement.saidYes', { day }) : reader.t('contacts.statement.said')}
    </Notice>
  )
}

/** Who would get a mail, before it is sent; then who said what, by country. Posts are named, people are not. */
function AskingPage({ network, holders }: { network: Network; holders: AskedHolder[] }) {
  const reader = useReader()
  const { t } = reader
  const withTrade = holders.filter(({ posts }) => posts.length > 0)
  const title = ({ function: words, organisation }: AskedHolder) =>
    `${chooseText(words, reader.language)?.text ?? ''}, ${chooseName(organisation, reader.language).text}`
  const those = {
    first: withTrade.filter(({ due }) => due === 'first'),
    reminder: withTrade.filter(({ due }) => due === 'reminder'),
    settled: holders.filter(({ words }) => words !== ''),
    desk: desksOf(holders),
  }
  const press = (step: keyof typeof those, about: Record<string, string>, title?: string) => (
    <PostButton
      action={paths.asking(reader, network.slug)}
      label={t(`contacts.asking.${step}.send`)}
      fields={{ step, ...about }}
      {...(title === undefined ? { isPrimary: true } : { about: title })}
    />
  )
  const oneByOne = {
    settled: (each: AskedHolder) => press('settled', { about: each.contactId }, title(each)),
    desk: (each: AskedHolder) => press('desk', { about: each.organisationId }, title(each)),
  }
  return (
    <>
      <PageHeading
        kicker={<a href={paths.people(reader, network.slug)}>{t('contacts.people.title')}</a>}
        lead={t('contacts.asking.lead')}
      >
        {t('contacts.asking.title')}
      </PageHeading>
      <DataTable
        caption={t('contacts.asking.bySide')}
        rows={byOwnSide(reader, network.countries)}
        rowKey={(country) => country}
        columns={[
          {
            key: 'side',
            label: t('contacts.export.country'),
            header: true,
            cell: (side) => countryName(reader, side),
          },
          ...askingStates.map((state) => ({
            key: state,
            label: t(`contacts.asking.state.${state}`),
            numeric: true,
            cell: (side: string) =>
              String(withTrade.filter((each) => each.country === side && each.state === state).length),
          })),
        ]}
      />
      {withTrade.length === 0 ? <Notice>{t('contacts.asking.empty')}</Notice> : null}
      {(['first', 'reminder', 'settled', 'desk'] as const)
        .filter((step) => those[step].length > 0)
        .map((step) => (
          <Section
            key={step}
            id={step}
            title={t(`contacts.asking.${step}`)}
            aside={String(those[step].length)}
          >
            <p>{t(`contacts.asking.${step}.lead`)}</p>
            <EntryList
              entries={those[step].map((each) => ({
                key: each.contactId,
                title: title(each),
                meta: step === 'settled' ? each.words : undefined,
                body: step === 'settled' || step === 'desk' ? oneByOne[step](each) : undefined,
              }))}
            />
            {step === 'first' || step === 'reminder' ? press(step, {}) : null}
          </Section>
        ))}
    </>
  )
}
