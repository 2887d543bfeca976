import { chooseName } from '../../../platform/i18n/localized-text.ts'
import { type NotificationContext, notify } from '../../../platform/mail/notify.ts'
import { dayWords } from '../../../ui/text/date-words.ts'
import { paths } from '../paths.ts'
import { type Line, lineLinks } from './report.ts'

interface Asked {
  address: string
  language: string
  /** The last day of the answers, and the first of the period; ISO. */
  until: string
  from: string
}

/** Asks an authority without an account about its lines, by a mail with a link; it names no person. */
export async function notifyAuthority(
  asking: NotificationContext,
  line: Pick<Line, 'id' | 'name' | 'mails'>,
  { address, language, until, from }: Asked,
): Promise<void> {
  const { writing, network } = asking
  await notify(asking, [{ personId: null, address, name: '', language }], {
    leadsTo: async (each) =>
      paths.linesByLink(each, network.slug, await lineLinks.make(writing, { line_id: line.id })),
    write: ({ t, reader, network: name }) => {
      const told = {
        network: name,
        organisation: chooseName(line.name, reader.language).text,
        from: dayWords(reader, from),
        day: dayWords(reader, until),
      }
      return {
        kind: 'reports.lines',
        subject: t(line.mails === 0 ? 'reports.mail.subject' : 'reports.mail.again', told),
        body: [t('reports.mail.text', told), t('reports.mail.silence', told)],
        action: t('reports.mail.action'),
        notes: [t('reports.mail.note', told)],
      }
    },
  })
}
