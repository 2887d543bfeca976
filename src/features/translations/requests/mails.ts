import { chooseName, type LocalizedName } from '../../../platform/i18n/localized-text.ts'
import type { MailPart } from '../../../platform/mail/mail-words.ts'
import { type NotificationContext, notify, type Recipient } from '../../../platform/mail/notify.ts'
import { languageInWords } from '../../../ui/text/language-in-words.ts'

/** A record of which texts can be read in a language now. */
export interface ReadyRecord {
  label: LocalizedName
  /** What follows the network in the address of its page. */
  address: string
  language: string
  /** The recipient asked for it; else they wrote it. */
  isAsked: boolean
  isMachine: boolean
}

/** Tells a person in one mail what can be read now that they asked for or wrote. */
export async function notifyOfReady(
  notifying: NotificationContext,
  to: Recipient,
  [first, ...others]: readonly [ReadyRecord, ...ReadyRecord[]],
): Promise<void> {
  const { application, network } = notifying
  const pathOf = (language: string, { address }: ReadyRecord) => `/${language}/${network.slug}${address}`
  await notify(notifying, [to], {
    leadsTo: (language) => pathOf(language, first),
    write: ({ t, language, reader, network: name }) => {
      const wordsOf = (record: ReadyRecord) => ({
        title: chooseName(record.label, language).text,
        language: languageInWords(reader, record.language),
        network: name,
      })
      const partsOf = (record: ReadyRecord): MailPart[] => [
        t(`translations.mail.${record.isAsked ? 'asked' : 'wrote'}`, wordsOf(record)),
        record.isMachine && t('translations.mail.machine'),
      ]
      return {
        kind: 'translations.ready',
        subject: t('translations.mail.subject', { ...wordsOf(first), others: others.length }),
        body: partsOf(first),
        action: t('translations.mail.open'),
        below: others.flatMap((record): MailPart[] => [
          ...partsOf(record),
          {
            kind: 'action',
            label: t('translations.mail.open'),
            address: application.settings.baseUrl + pathOf(language, record),
          },
        ]),
      }
    },
  })
}
