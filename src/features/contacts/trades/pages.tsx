import type { FastifyInstance, FastifyReply } from 'fastify'
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
import { ErrorList, Form } from '../../../ui/form/form.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { dayWords } from '../../../ui/text/date-words.ts'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { LanguageLinks } from '../../../ui/text/language-links.tsx'
import { byOwnSide, countryName } from '../../directory/index.ts'
import { addLinkAction, addNetworkForm } from '../../directory/picking/index.ts'
import {
  loadLinkRequest,
  loadNetworkRequest,
  type Network,
  renderEnded,
  renderNetworkPage,
  renderSecretPage,
} from '../../networks/index.ts'
import { paths } from '../paths.ts'
import { mayManageContacts } from '../policy.ts'
import { loadContactsRequest } from '../request.ts'
import { PostButton } from '../views/post-button.tsx'
import { FunctionWords } from '../views/post-words.tsx'
import { askHolders, desksOf, giveStatement, settleWords } from './commands.ts'
import { type AskedHolder, askingStates, listAskedHolders, lookUpHolder } from './peers.queries.ts'
import { StatementFields, statementForm, statementValues } from './statement-form.tsx'

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

  addNetworkForm(pages, '/:language/:network/contacts/statement', {
    open: async (visit) => {
      const loaded = await loadNetworkRequest(visit)
      return {
        ...loaded,
        holder: (await lookUpHolder(loaded.writing, loaded.network.id)) ?? notFound('statement'),
      }
    },
    title: 'contacts.statement.title',
    lead: 'contacts.statement.lead',
    submit: 'contacts.statement.send',
    path: '/contacts/statement',
    width: 'reading',
    values: ({ holder }) => statementValues(holder),
    schema: statementForm,
    fields: ({ request, network, holder }) => (
      <>
        {parameterOf(request.query, 'done') === 'said' ? <Said holder={holder} /> : null}
        <StatementFields network={network} holder={holder} />
      </>
    ),
    save: async ({ writing, reader, network, holder }, typed) => {
      await giveStatement(writing, network.id, holder, typed)
      return `${paths.statement({ ...reader, now: null }, network.slug)}?done=said`
    },
  })

  const linked = '/:language/:network/contacts/asked/:token'
  pages.get(linked, loadStatementRequest, (visit) =>
    showStatement(visit, { values: statementValues(visit.holder), errors: [] }),
  )
  addLinkAction(pagesOf(app, application, { ...noStore, ...limits.answers }), `${linked}/answer`, {
    open: loadStatementRequest,
    schema: statementForm,
    again: showStatement,
    isOnce: true,
    save: async ({ writing, network, holder, address }, typed) => {
      await giveStatement(writing, network.id, holder, typed)
      return `${address}?done=said`
    },
  })
}

async function loadAskingRequest(visit: Visit) {
  const loaded = await loadContactsRequest(visit)
  return mayManageContacts(loaded.viewer.actor, loaded.network.id) ? loaded : notFound('asking')
}

/** The holder whom a link was sent to; one that has ended says so. */
async function loadStatementRequest(visit: Visit) {
  const loaded = await loadLinkRequest(visit)
  const { writing, network, reader, token } = loaded
  const holder = (await lookUpHolder(writing, network.id, token)) ?? notFound('statement')
  if ((holder.linkEndsAt?.getTime() ?? 0) > writing.clock.now().epochMilliseconds)
    return { ...loaded, holder }
  const title = reader.t('contacts.statement.title')
  renderEnded(loaded, { title, text: reader.t('contacts.statement.ended'), status: 410 })
  return null
}

type StatementRequest = NonNullable<Awaited<ReturnType<typeof loadStatementRequest>>>

function showStatement(visit: StatementRequest, form: FormState): FastifyReply {
  const { request, reader, network, holder, address, token, application } = visit
  const { t } = reader
  const isSaid = parameterOf(request.query, 'done') === 'said' && form.errors.length === 0
  return renderSecretPage(visit, {
    title: t('contacts.statement.title'),
    description: t('contacts.statement.lead'),
    children: (
      <>
        <ErrorList form={form} />
        <LanguageLinks addressIn={(language) => paths.asked(language, network.slug, token)} />
        <PageHeading
          kicker={<FunctionWords words={holder.function} />}
          lead={t(holder.posts.length > 0 ? 'contacts.statement.lead' : 'contacts.statement.deskLead')}
        >
          {t('contacts.statement.title')}
        </PageHeading>
        {isSaid ? <Said holder={holder} /> : null}
        <Form action={`${address}/answer`} form={form} submit={t('contacts.statement.send')} once>
          <StatementFields network={network} holder={holder} />
        </Form>
        <p class="form-note">
          {t('contacts.statement.kept')}{' '}
          {application.settings.legal.privacy ?? t('contacts.processing.noRightsContact')}
        </p>
      </>
    ),
  })
}

/** What was recorded, and that a yes without the consent that it needs has no effect. */
function Said({ holder: { decision, consents, until } }: { holder: AskedHolder }) {
  const reader = useReader()
  const isVain = decision === 'yes' && !consents
  return (
    <Notice kind={isVain ? 'warning' : 'done'} live>
      {isVain
        ? reader.t('contacts.statement.saidInVain')
        : until === null
          ? reader.t('contacts.statement.said')
          : reader.t('contacts.statement.saidYes', { day: dayWords(reader, until) })}
    </Notice>
  )
}

/** Who would get a mail, before it is sent; then who said what, by country. Posts are named, people are not. */
function AskingPage({ network, holders }: { network: Network; holders: AskedHolder[] }) {
  const reader = useReader()
  const { t } = reader
  const address = paths.asking(reader, network.slug)
  const withTrade = holders.filter(({ posts }) => posts.length > 0)
  const title = (each: AskedHolder) =>
    `${chooseText(each.function, reader.language)?.text ?? ''}, ${chooseName(each.organisation, reader.language).text}`
  const parts = [
    ['first', withTrade.filter(({ due }) => due === 'first')],
    ['reminder', withTrade.filter(({ due }) => due === 'reminder')],
    ['settled', holders.filter(({ words }) => words !== '')],
    ['desk', desksOf(holders)],
  ] as const
  const button = (step: (typeof parts)[number][0], about?: { id: string; title: string }) => (
    <PostButton
      action={address}
      label={t(`contacts.asking.${step}.send`)}
      fields={{ step, ...(about ? { about: about.id } : {}) }}
      {...(about ? { about: about.title } : { isPrimary: true })}
    />
  )
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
      {parts.map(([step, those]) => {
        const isOneByOne = step === 'settled' || step === 'desk'
        return those.length === 0 ? null : (
          <Section key={step} id={step} title={t(`contacts.asking.${step}`)} aside={String(those.length)}>
            <p>{t(`contacts.asking.${step}.lead`)}</p>
            <EntryList
              entries={those.map((each) => ({
                key: each.contactId,
                title: title(each),
                meta: step === 'settled' ? each.words : undefined,
                body: isOneByOne
                  ? button(step, {
                      id: step === 'desk' ? each.organisationId : each.contactId,
                      title: title(each),
                    })
                  : undefined,
              }))}
            />
            {isOneByOne ? null : button(step)}
          </Section>
        )
      })}
    </>
  )
}
