import type { Context } from '../../../platform/context/context.ts'
import type { Application } from '../../../platform/http/application.ts'
import { isInterfaceLanguage } from '../../../platform/i18n/languages.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { sendMail } from '../../../platform/mail/send-mail.ts'
import { listDeciders } from '../../contributions/index.ts'
import type { Network } from '../../networks/index.ts'
import type { CooperationRow } from '../cooperations/row.queries.ts'
import { cooperationTitle } from '../cooperations/views/cooperation-page.tsx'
import { disputeMail } from './dispute-mail.ts'

interface Disputed {
  network: Network
  cooperation: CooperationRow
  reader: Reader
  organisationId: string
  words: string
}

/** Writes to the other parties and to the coordinators what one party says is wrong. */
export async function tellOfDispute(
  application: Application,
  context: Context,
  { network, cooperation, reader, organisationId, words }: Disputed,
): Promise<void> {
  const others = cooperation.parties.map(({ id }) => id).filter((id) => id !== organisationId)
  const party = cooperation.parties.find(({ id }) => id === organisationId)
  for (const to of await listDeciders(context, network.id, others, 'both')) {
    const language = isInterfaceLanguage(to.language) ? to.language : 'en'
    const t = application.translate(language)
    const theirs = { ...reader, language, interfaceLanguage: language, t }
    await sendMail(
      context,
      disputeMail(t, {
        to,
        language,
        networkId: network.id,
        network: chooseName(network.name, language).text,
        tie: cooperationTitle(theirs, network, cooperation),
        organisation: party ? chooseName(party.name, language).text : '',
        quoted: { text: words, language: reader.interfaceLanguage },
        address: `${application.settings.baseUrl}/${language}/${network.slug}/cooperations/${cooperation.slug}/confirmation`,
      }),
    )
  }
}
