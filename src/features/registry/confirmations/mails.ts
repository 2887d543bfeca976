import { signId } from '../../../platform/context/signed-id.ts'
import type { InterfaceLanguage } from '../../../platform/i18n/languages.ts'
import { chooseName, chooseText } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { type NotificationContext, notify } from '../../../platform/mail/notify.ts'
import { listDeciders } from '../../contributions/index.ts'
import type { Network } from '../../networks/index.ts'
import type { CooperationSummary } from '../cooperations/summary.queries.ts'
import { cooperationTitle } from '../cooperations/views/cooperation-page.tsx'

/** The purpose for which the links of confirmations are signed. */
export const confirmationPurpose = 'confirmation'

interface Concerned extends NotificationContext {
  network: Network
  cooperation: CooperationSummary
}

interface Asked {
  requestId: string
  organisationId: string
  address: string
  name: string
  language: InterfaceLanguage
}

/** Asks a party, in its language, whether the registry is right about its tie; one click answers. */
export async function notifyParty(
  visit: Concerned,
  { requestId, organisationId, ...to }: Asked,
): Promise<void> {
  const { application, writing, network, cooperation } = visit
  const { actor } = writing
  const token = signId(application.secret, confirmationPurpose, requestId)
  await notify(visit, [to], {
    leadsTo: (language) => `/${language}/${network.slug}/confirmations/${token}`,
    write: ({ t, language, reader, network: name }) => {
      const summary = chooseText(cooperation.summary, language)
      const tie = cooperationTitle(reader, network, cooperation)
      const asker = actor.kind === 'person' ? actor.name : ''
      const organisation = nameOf(cooperation, organisationId, language)
      return {
        kind: 'registry.confirmation',
        isSecret: true,
        subject: t('registry.confirmationMail.subject', { tie }),
        body: [
          t('registry.confirmationMail.text', { tie, network: name, organisation, asker }),
          summary && { kind: 'quotation', text: summary.text, language: summary.language },
        ],
        action: t('registry.confirmationMail.action'),
        notes: [t('registry.confirmationMail.smallPrint')],
      }
    },
  })
}

interface Disputed extends Concerned {
  reader: Reader
  organisationId: string
  words: string
}

/** Notifies the other parties and the coordinators of a party’s dispute. */
export async function notifyOfDispute(asked: Disputed): Promise<void> {
  const { writing, network, cooperation, organisationId, words } = asked
  const others = cooperation.parties.map(({ id }) => id).filter((id) => id !== organisationId)
  await notify(asked, await listDeciders(writing, network.id, others, 'both'), {
    includesActor: true,
    // A coordinator who speaks for a party gets a mail in both roles.
    includesRepeats: true,
    leadsTo: (language) => `/${language}/${network.slug}/cooperations/${cooperation.slug}/confirmation`,
    write: ({ t, language, reader, network: name }) => {
      const tie = cooperationTitle(reader, network, cooperation)
      const organisation = nameOf(cooperation, organisationId, language)
      return {
        kind: 'registry.dispute',
        subject: t('registry.disputeMail.subject', { tie }),
        body: [
          t('registry.disputeMail.text', { tie, network: name, organisation }),
          { kind: 'quotation', text: words, language: asked.reader.interfaceLanguage },
        ],
        action: t('registry.disputeMail.action'),
      }
    },
  })
}

function nameOf({ parties }: CooperationSummary, organisationId: string, language: string): string {
  const party = parties.find(({ id }) => id === organisationId)
  return party ? chooseName(party.name, language).text : ''
}
