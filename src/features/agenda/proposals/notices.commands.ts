import { personIdOf } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import type { Application } from '../../../platform/http/application.ts'
import { isInterfaceLanguage } from '../../../platform/i18n/languages.ts'
import { chooseName, chooseText } from '../../../platform/i18n/localized-text.ts'
import { sendMail } from '../../../platform/mail/send-mail.ts'
import { listDeciders } from '../../contributions/index.ts'
import type { Network } from '../../networks/index.ts'
import { makeLink } from '../links/commands.ts'
import { type ModerationNews, moderationMail } from './moderation-mail.ts'
import { paths } from './paths.ts'
import type { Proposal } from './proposal.ts'
import { type ProposerNews, proposerMail } from './proposer-mail.ts'

/** What a mail about a proposal is written with; the context is that of the command. */
export interface Telling {
  application: Application
  writing: Context
  network: Pick<Network, 'id' | 'slug' | 'name'>
}

type Quoted = { text: string; language: string } | null

/** Writes to whoever proposed an event, with a link of its own; to nobody once their address is gone. */
export async function tellProposer(
  { application, writing, network }: Telling,
  proposal: Proposal,
  key: ProposerNews,
  { quoted = null, published = null }: { quoted?: Quoted; published?: string | null } = {},
): Promise<void> {
  const { address } = await writing.database
    .selectFrom('agenda_proposal')
    .select('sender_address as address')
    .where('proposal_id', '=', proposal.id)
    .executeTakeFirstOrThrow()
  if (address === null) return
  const { language } = proposal
  const { baseUrl } = application.settings
  const token = await makeLink(writing, { proposalId: proposal.id }, key === 'confirm' ? 'confirm' : 'keep')
  await sendMail(
    writing,
    proposerMail(application.translate(language), {
      key,
      to: { address, name: proposal.senderName || proposal.body },
      language,
      title: titleIn(proposal, language),
      network: chooseName(network.name, language).text,
      address: baseUrl + paths.followed(language, network.slug, token),
      published: published === null ? null : `${baseUrl}/${language}/${network.slug}/agenda/${published}`,
      quoted,
    }),
  )
}

/** Writes to whom a proposal was handed to, else to all who coordinate the network; not to who just did it. */
export async function tellModerators(
  { application, writing, network }: Telling,
  proposal: Proposal,
  key: ModerationNews,
  quoted: Quoted = null,
): Promise<void> {
  const coordinators = await listDeciders(writing, network.id, [], 'coordinators')
  const holder = coordinators.filter(({ personId }) => personId === proposal.assigned?.personId)
  const own = personIdOf(writing.actor)
  for (const to of holder.length > 0 ? holder : coordinators) {
    if (to.personId === own) continue
    const language = isInterfaceLanguage(to.language) ? to.language : 'en'
    await sendMail(
      writing,
      moderationMail(application.translate(language), {
        key,
        to,
        language,
        networkId: network.id,
        network: chooseName(network.name, language).text,
        title: titleIn(proposal, language),
        body: proposal.body,
        address: `${application.settings.baseUrl}/${language}/${network.slug}/agenda/proposals/${proposal.id}`,
        quoted,
      }),
    )
  }
}

function titleIn({ document }: Proposal, language: string): string {
  return chooseText(document.title, language)?.text ?? ''
}
