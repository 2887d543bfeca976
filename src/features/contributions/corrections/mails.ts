import { signId } from '../../../platform/context/signed-id.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import { type NotificationContext, notify } from '../../../platform/mail/notify.ts'
import type { RecordHead } from '../../../platform/records/record-head.ts'

/** The purpose for which a reader’s link is signed. */
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

/** Notifies a reader of a correction that they reported, in the language they wrote in; nobody once their address is removed. */
export async function notifyReader(
  notifying: NotificationContext,
  head: RecordHead | null,
  { id, address, name, language }: Reported,
  { key, quoted }: News,
): Promise<void> {
  if (address === null) return
  const { application, network } = notifying
  const token = signId(application.secret, correctionPurpose, id)
  await notify(notifying, [{ address, name, language }], {
    leadsTo: (language) => `/${language}/${network.slug}/corrections/${token}`,
    write: ({ t, language, network }) => {
      const words = { record: head ? chooseName(head.title, language).text : '', network }
      return {
        kind: 'contributions.correction',
        isSecret: true,
        subject: t(`contributions.correctionMail.${key}.subject`, words),
        body: [
          t(`contributions.correctionMail.${key}.text`, words),
          quoted && { kind: 'quotation', ...quoted },
        ],
        action: t(`contributions.correctionMail.${key === 'confirm' ? 'confirmAction' : 'open'}`),
        notes: [t('contributions.correctionMail.smallPrint')],
      }
    },
  })
}
