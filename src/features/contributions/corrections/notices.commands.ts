import type { Context } from '../../../platform/context/context.ts'
import { signId } from '../../../platform/context/signed-id.ts'
import type { Application } from '../../../platform/http/application.ts'
import { isInterfaceLanguage } from '../../../platform/i18n/languages.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import { sendMail } from '../../../platform/mail/send-mail.ts'
import type { RecordHead } from '../../../platform/records/record-kind.ts'
import type { Network } from '../../networks/index.ts'
import { correctionMail } from './correction-mail.ts'

/** For which a reader's link is signed. */
export const correctionPurpose = 'correction'

interface Reported {
  id: string
  address: string | null
  name: string
  language: string
}

interface News {
  key: 'confirm' | 'accepted' | 'declined' | 'message'
  quoted: { text: string; language: string } | null
}

/** Writes to a reader who reported a correction, in the language they wrote in; to nobody once their address is forgotten. */
export async function tellReader(
  application: Application,
  context: Context,
  network: Pick<Network, 'id' | 'slug' | 'name'>,
  head: RecordHead | null,
  reported: Reported,
  news: News,
): Promise<void> {
  if (reported.address === null) return
  const language = isInterfaceLanguage(reported.language) ? reported.language : 'en'
  const token = signId(application.secret, correctionPurpose, reported.id)
  await sendMail(
    context,
    correctionMail(application.translate(language), {
      ...news,
      to: { address: reported.address, name: reported.name },
      language,
      networkId: network.id,
      network: chooseName(network.name, language).text,
      record: head ? chooseName(head.title, language).text : '',
      address: `${application.settings.baseUrl}/${language}/${network.slug}/corrections/${token}`,
    }),
  )
}
