import type { LocalizedName, LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { chooseName, chooseText } from '../../../platform/i18n/localized-text.ts'
import { type NotificationContext, notify } from '../../../platform/mail/notify.ts'
import { dateWords, dayWords } from '../../../ui/text/date-words.ts'
import { paths } from '../paths.ts'
import { outcomeLinks } from './links.ts'
import type { AskedExchange, OpenMail } from './queries.ts'

/** Asks an organisation without an account, by one mail with a link; it names the post’s organisation, and no person. */
export async function notifyHolder(
  asking: NotificationContext,
  exchange: AskedExchange,
  { questionId, address, language, endsAt }: OpenMail,
  { isReminder = false } = {},
): Promise<void> {
  const { writing, network } = asking
  await notify(asking, [{ personId: null, address, name: '', language }], {
    leadsTo: async (each) =>
      paths.byLink(each, network.slug, await outcomeLinks.make(writing, { question_id: questionId })),
    write: ({ t, reader, network: name }) => {
      const told = {
        network: name,
        organisation: nameOf(exchange.organisation, reader.language),
        event: textOf(exchange.title, reader.language),
        date:
          exchange.happens === null
            ? t('agenda.event.noDate')
            : dateWords(reader, exchange.happens, exchange.words).shown,
      }
      return {
        kind: 'outcomes.ask',
        subject: t(isReminder ? 'outcomes.mail.remindSubject' : 'outcomes.mail.subject', told),
        body: [t('outcomes.mail.text', told), t('outcomes.mail.nothing')],
        action: t('outcomes.mail.action'),
        notes: [
          t(isReminder ? 'outcomes.mail.lastNote' : 'outcomes.mail.note', {
            day: dayWords(reader, endsAt.toISOString().slice(0, 10)),
          }),
        ],
      }
    },
  })
}

const nameOf = (name: LocalizedName, language: string) => chooseName(name, language).text
const textOf = (text: LocalizedText, language: string) => chooseText(text, language)?.text ?? ''
