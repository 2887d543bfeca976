import type { Context } from '../../platform/context/context.ts'
import type { Application } from '../../platform/http/application.ts'
import type { ToDoSource } from '../../platform/http/to-do-source.ts'
import { chooseName, chooseText } from '../../platform/i18n/localized-text.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import type { Mail } from '../../platform/mail/mail.ts'
import type { MailPart } from '../../platform/mail/mail-words.ts'
import { mailReader } from '../../platform/mail/notify.ts'
import { personMail } from '../../platform/mail/person-mail.ts'
import { dayWords } from '../../ui/text/date-words.ts'
import type { Network } from '../networks/index.ts'
import { findPerson } from '../people/index.ts'
import { isText, type ToDoLine } from './queries.ts'

/** What waits for the recipient in one group. */
export interface DigestGroup {
  network: Network
  count: number
  /** The first of them. */
  lines: readonly ToDoLine[]
}

/** The list of what waits for a person, in their language: no secret, and of no group, since its outbox would show what waits for others. */
export async function digestMail(
  application: Pick<Application, 'settings' | 'translate' | 'toDo'>,
  context: Context,
  personId: string,
  [first, ...others]: readonly [DigestGroup, ...DigestGroup[]],
): Promise<Mail> {
  const person = await findPerson(context, personId)
  const reader = mailReader(application, context, person)
  const groups = [first, ...others]
  const count = groups.reduce((sum, group) => sum + group.count, 0)
  return personMail(application, person, (t, language) => {
    const addressOf = (network: Network) =>
      `${application.settings.baseUrl}/${language}/${network.slug}/to-do`
    const nameOf = (network: Network) => chooseName(network.name, language).text
    const only = others.length === 0 ? first : null
    const partsOf = ({ network, count, lines }: DigestGroup): MailPart[] => [
      only === null && { kind: 'heading', text: nameOf(network) },
      {
        kind: 'list',
        items: [
          ...lines.map((line) => lineWords(reader, application.toDo, line)),
          ...(count > lines.length ? [t('todo.mail.more', { count: count - lines.length })] : []),
        ],
      },
      only === null && { kind: 'action', label: t('todo.mail.open'), address: addressOf(network) },
    ]
    return {
      kind: 'todo.digest',
      subject:
        only === null
          ? t('todo.mail.subjectOfSeveral', { count, groups: groups.length })
          : t('todo.mail.subject', { count, network: nameOf(only.network) }),
      body: [t('todo.mail.text', { name: person.name }), ...groups.flatMap(partsOf)],
      ...(only === null ? {} : { action: t('todo.mail.open'), address: addressOf(only.network) }),
      notes: [t('todo.mail.often', { address: `${addressOf(first.network)}#digest` })],
    }
  })
}

/** One line in words, for a mail: what is asked for, about what, who waits, and until when. */
function lineWords(reader: Reader, sources: readonly ToDoSource[], line: ToDoLine): string {
  const { t } = reader
  const source = sources.find(({ kind }) => kind === line.kind)
  const title = isText(line.title)
    ? (chooseText(line.title, reader.language)?.text ?? '')
    : chooseName(line.title, reader.language).text
  const asker = line.asker === null ? '' : chooseName(line.asker, reader.language).text
  const what = source ? t(source.label) : ''
  const day = line.dueOn === null ? '' : dayWords(reader, line.dueOn)
  return [
    title === '' ? what : t('todo.mail.line', { what, title }),
    asker,
    day === '' ? '' : t(line.isLate ? 'todo.line.late' : 'todo.line.due', { day }),
  ]
    .filter((part) => part !== '')
    .join(' · ')
}
