import { chooseText } from '../../../platform/i18n/localized-text.ts'
import { type NotificationContext, notify } from '../../../platform/mail/notify.ts'
import { listDeciders } from '../../contributions/index.ts'
import { links } from '../links.ts'
import { paths } from './paths.ts'
import type { Proposal } from './proposal.ts'
import { lookUpProposerAddress } from './queries.ts'

type ProposerNews =
  | 'confirm'
  | 'received'
  | 'renewed'
  | 'question'
  | 'amended'
  | 'accepted'
  | 'refused'
  | 'wishAccepted'
  | 'wishRefused'

type Quoted = { text: string; language: string } | null

/**
 * Notifies the proposer of an event, in the language of their proposal, with a personal link; nobody once their address is erased.
 * `published` is the slug of the public event.
 */
export async function notifyProposer(
  notifying: NotificationContext,
  proposal: Proposal,
  key: ProposerNews,
  { quoted = null, published = null }: { quoted?: Quoted; published?: string | null } = {},
): Promise<void> {
  const { application, writing, network } = notifying
  const address = await lookUpProposerAddress(writing, proposal.id)
  if (address === null) return
  // A mail to an unconfirmed address contains nothing that was typed in: it may be the address of another person.
  const isAsked = key === 'confirm'
  const name = isAsked ? '' : proposal.senderName || proposal.body
  await notify(notifying, [{ personId: null, address, name, language: proposal.language }], {
    leadsTo: async (language) => {
      const token = await links.make(writing, { proposal_id: proposal.id }, isAsked ? 'confirm' : 'keep')
      return paths.followed(language, network.slug, token)
    },
    write: ({ t, language, network: name }) => {
      const words = { title: titleIn(proposal, language), network: name }
      return {
        kind: 'agenda.proposal',
        subject:
          key === 'confirm'
            ? t('agenda.proposalMail.confirm.subject')
            : t(`agenda.proposalMail.${key}.subject`, words),
        body: [
          key === 'confirm'
            ? t('agenda.proposalMail.confirm.text', words)
            : t(`agenda.proposalMail.${key}.text`, words),
          quoted && { kind: 'quotation', ...quoted },
          published !== null && {
            kind: 'action',
            label: t('agenda.proposalMail.published'),
            address: `${application.settings.baseUrl}/${language}/${network.slug}/agenda/${published}`,
          },
        ],
        action: t(isAsked ? 'agenda.proposalMail.confirmAction' : 'agenda.proposalMail.open'),
        notes: [t(isAsked ? 'agenda.proposalMail.nothing' : 'agenda.proposalMail.keep')],
      }
    },
  })
}

type ModerationNews = 'answered' | 'changed' | 'wished' | 'withdrawn' | 'handed'

/** Notifies the coordinator to whom a proposal was handed, or all of an answer; else they find it among what waits for them. */
export async function notifyModerators(
  notifying: NotificationContext,
  proposal: Proposal,
  key: ModerationNews,
  quoted: Quoted = null,
): Promise<void> {
  const { writing, network } = notifying
  const coordinators = await listDeciders(writing, network.id, [], 'coordinators')
  const holder = coordinators.filter(({ personId }) => personId === proposal.assigned?.personId)
  const others = key === 'answered' ? coordinators : []
  await notify(notifying, holder.length > 0 ? holder : others, {
    leadsTo: (language) => `/${language}/${network.slug}/agenda/proposals/${proposal.id}`,
    write: ({ t, language, network }) => {
      const words = { title: titleIn(proposal, language), network, body: proposal.body }
      return {
        kind: 'agenda.moderation',
        subject: t(`agenda.moderationMail.${key}.subject`, words),
        body: [t(`agenda.moderationMail.${key}.text`, words), quoted && { kind: 'quotation', ...quoted }],
        action: t('agenda.moderationMail.open'),
      }
    },
  })
}

function titleIn({ document }: Proposal, language: string): string {
  return chooseText(document.title, language)?.text ?? ''
}
