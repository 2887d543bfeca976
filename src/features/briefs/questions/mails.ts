import type { Reader } from '../../../platform/i18n/reader.ts'
import { type NotificationContext, notify } from '../../../platform/mail/notify.ts'
import { dayWords } from '../../../ui/text/date-words.ts'
import { countryName } from '../../directory/index.ts'
import { paths } from '../paths.ts'
import type { NewQuestion } from './commands.ts'
import { questionLinks } from './question.ts'

interface Asking extends NotificationContext {
  reader: Reader
  country: string
}

/** Sends an office its questionnaire, with the link by which it answers; `count`: how many items are asked about. */
export async function notifyOffice(
  asking: Asking,
  { address, language, words }: NewQuestion,
  { id, endsOn, count }: { id: string; endsOn: string; count: number },
): Promise<void> {
  const { writing, network, country } = asking
  const asker = writing.actor.kind === 'person' ? writing.actor.name : ''
  await notify(asking, [{ personId: null, address, name: '', language }], {
    leadsTo: async (language) =>
      paths.asked(language, network.slug, await questionLinks.make(writing, { question_id: id })),
    write: ({ t, reader, network: name }) => {
      const told = { network: name, country: countryName(reader, country), count }
      return {
        kind: 'briefs.questions',
        subject: t('briefs.questionsMail.subject', told),
        body: [
          t('briefs.questionsMail.text', told),
          asker !== '' && t('briefs.questionsMail.asker', { asker }),
          words !== '' && { kind: 'quotation', text: words, language: asking.reader.interfaceLanguage },
        ],
        action: t('briefs.questionsMail.action'),
        notes: [t('briefs.questionsMail.smallPrint', { day: dayWords(reader, endsOn) })],
      }
    },
  })
}
