import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { takeTurn } from '../../../platform/database/turns.ts'
import type { Application } from '../../../platform/http/application.ts'
import { limits } from '../../../platform/http/limits.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { addressFor } from '../../../platform/i18n/reader.ts'
import { fieldError } from '../../../platform/input/form.ts'
import { holdFor, signMoment } from '../../../platform/input/likely-spam.ts'
import { typedAddress } from '../../../platform/mail/mail-address.ts'
import { MessagePage } from '../../../ui/blocks/message-page.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { ErrorList } from '../../../ui/form/form.tsx'
import type { ToldPage } from '../../../ui/form/form-page.tsx'
import { SpamTrap } from '../../../ui/form/spam-trap.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { addNetworkForm, inNetwork } from '../../directory/picking/index.ts'
import { loadNetworkRequest, type NetworkRequest } from '../../networks/index.ts'
import { type EventDocument, emptyEvent } from '../events/document/schema.ts'
import { paths as eventPaths } from '../events/paths.ts'
import { mayReadInside } from '../events/policy.ts'
import { renewalPage } from '../link-renewal.tsx'
import { links } from '../links.ts'
import { addFollowedRoutes } from './by-link/pages.tsx'
import { addProposal } from './commands.ts'
import { proposerForm } from './forms/event-forms.tsx'
import { addJoinedForm, type JoinedRequest } from './forms/frame.tsx'
import { notifyProposer } from './mails.ts'
import { addModerationRoutes } from './moderation/pages.tsx'
import { paths } from './paths.ts'
import { creditedTo, isOver, textsOf } from './proposal.ts'
import { countProposedLately, listProposalsFrom, lookUpProposal } from './queries.ts'

/** Events that anybody proposes: the forms, following, and moderation. */
export function addProposalRoutes(app: FastifyInstance, application: Application): void {
  for (const add of [addIntakeRoutes, addFollowedRoutes, addModerationRoutes]) add(app, application)
}

// What a body proposes in a day. Typing in the address of another person must not fill their mailbox.
const mostFromAddress = 10
// More a day is no agenda: further proposals are looked at separately.
const mostInNetwork = 100

/** The form with which anybody proposes an event, and the one that sends lost links again. */
function addIntakeRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  const place = '/:language/:network/agenda/propose'

  addJoinedForm(inNetwork, pages, place, {
    parts: proposerForm,
    sending: limits.visitors,
    open: loadProposingRequest,
    title: 'agenda.proposal.propose',
    description: 'agenda.proposal.lead',
    path: '/agenda/propose',
    action: ({ reader, network }) => paths.propose(reader, network.slug),
    schema: senderForm,
    page: ({ reader, network }, form) => (
      <>
        <PageHeading
          lead={reader.t('agenda.proposal.lead')}
          actions={<a href={paths.renewal(reader, network.slug)}>{reader.t('agenda.proposal.lost')}</a>}
        >
          {reader.t('agenda.proposal.propose')}
        </PageHeading>
        {form}
      </>
    ),
    fields: (_visit, form, joined) => (
      <>
        <ErrorList form={form} />
        {joined}
        <SenderFields begun={signMoment(application.secret, application.clock.now().epochMilliseconds)} />
      </>
    ),
    save: async (visit, event, sender) => {
      if (!(await propose(visit, event, sender)))
        return [fieldError('address', 'agenda.error.tooManyProposals')]
      // The answer is the same for a held proposal, so that its sender does not learn that it is held.
      const { t } = visit.reader
      return sentPage(visit, {
        title: t('agenda.proposal.sentTitle'),
        description: t('agenda.proposal.lead'),
        words: t('agenda.proposal.sent', { address: sender.address }),
      })
    },
  })

  addNetworkForm(pages, `${place}/link`, {
    ...renewalPage,
    sending: limits.visitors,
    open: loadNetworkRequest,
    title: 'agenda.proposal.renewal',
    description: 'agenda.proposal.renewalLead',
    path: '/agenda/propose/link',
    action: ({ reader, network }) => paths.renewal(reader, network.slug),
    page: ({ reader: { t } }, form) => (
      <>
        <PageHeading lead={t('agenda.proposal.renewalLead')}>{t('agenda.proposal.renewal')}</PageHeading>
        {form}
      </>
    ),
    save: async (visit, { address }) => {
      await renew(visit, address)
      // Only the address itself learns whether anything was proposed from it.
      const { t } = visit.reader
      return sentPage(visit, {
        title: t('agenda.proposal.renewal'),
        description: t('agenda.proposal.renewalLead'),
        words: t('agenda.proposal.renewed', { address }),
      })
    },
  })
}

async function loadProposingRequest(visit: Visit): Promise<JoinedRequest | null> {
  const loaded = await loadNetworkRequest(visit)
  const { request, reply, writing, network, reader } = loaded
  // People with a role here add events by the usual form.
  if (request.method !== 'POST' && mayReadInside(writing.actor, network.id)) {
    reply.redirect(addressFor(reader, `/${network.slug}/agenda/new`), 303)
    return null
  }
  return { ...loaded, start: emptyEvent }
}

function SenderFields({ begun }: { begun: string }) {
  const { t } = useReader()
  return (
    <>
      <Section id="sender" title={t('agenda.proposal.sender')}>
        <Field
          name="body"
          label={t('agenda.proposal.body')}
          hint={t('agenda.proposal.bodyHint')}
          autocomplete="organization"
          required
        />
        <Field
          name="sender"
          label={t('agenda.proposal.name')}
          hint={t('agenda.proposal.nameHint')}
          autocomplete="name"
        />
        <Field
          name="address"
          type="email"
          label={t('agenda.proposal.address')}
          hint={t('agenda.proposal.addressHint')}
          autocomplete="email"
          required
        />
      </Section>
      <SpamTrap begun={begun} />
      <p class="form-end">
        <button type="submit" class="button primary">
          {t('agenda.proposal.send')}
        </button>
      </p>
      <p class="form-note">{t('agenda.proposal.note')}</p>
    </>
  )
}

/** Stores a proposal and asks its sender to confirm it; false if too many came from their address. */
async function propose(
  visit: JoinedRequest,
  event: EventDocument,
  { body, sender: senderName, address, website, begun }: z.output<typeof senderForm>,
): Promise<boolean> {
  const { application, writing, reader, network } = visit
  const language = reader.interfaceLanguage
  const document = creditedTo({ ...event, knownOn: writing.today }, { body, language })
  return inTransaction(writing, async (inside) => {
    await takeTurn(inside, `proposals ${network.id}`)
    const lately = await countProposedLately(inside, network.id, { document, address })
    if (lately.fromAddress >= mostFromAddress) return false
    const heldFor = holdFor(
      {
        texts: [...textsOf(document), body, senderName],
        trap: website,
        begun,
        repeated: lately.repeated,
        isCrowd: lately.all >= mostInNetwork,
      },
      application.secret,
      application.clock.now().epochMilliseconds,
    )
    const proposed = { networkId: network.id, document, body, senderName, address, language, heldFor }
    const id = await addProposal(inside, proposed)
    const proposal = await lookUpProposal(inside, network.id, id)
    if (proposal) await notifyProposer({ ...visit, writing: inside }, proposal, 'confirm')
    return true
  })
}

async function renew(visit: NetworkRequest, address: string): Promise<void> {
  const { writing, network } = visit
  await inTransaction(writing, async (inside) => {
    await takeTurn(inside, `proposals ${network.id}`)
    for (const proposal of await listProposalsFrom(inside, network.id, address)) {
      if (isOver(proposal.document, inside.today)) continue
      if (!(await links.isRenewable(inside, { proposal_id: proposal.id }))) continue
      await links.endKept(inside, { proposal_id: proposal.id })
      await notifyProposer({ ...visit, writing: inside }, proposal, 'renewed')
    }
  })
}

/** What follows: a mail. */
function sentPage(
  { reader, network }: NetworkRequest,
  { words, ...told }: { title: string; description: string; words: string },
): ToldPage {
  const { t } = reader
  return {
    ...told,
    width: 'reading',
    children: (
      <MessagePage
        kicker={<a href={eventPaths.agenda(reader, network.slug)}>{t('agenda.list.title')}</a>}
        title={t('agenda.proposal.sentTitle')}
        text={words}
      />
    ),
  }
}

/** The sender of a proposal. */
const senderForm = z.object({
  body: z.string().trim().min(1).max(200),
  sender: z.string().trim().max(100).default(''),
  address: typedAddress,
  // Hidden from people; programs fill it in.
  website: z.string().default(''),
  begun: z.string().max(200).default(''),
})
