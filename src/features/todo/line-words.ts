import {
  chooseName,
  chooseText,
  type LocalizedName,
  type LocalizedText,
} from '../../platform/i18n/localized-text.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import type { ToDoSource } from '../../platform/to-do/to-do-source.ts'
import { dayWords } from '../../ui/text/date-words.ts'
import type { ToDoLine } from './queries.ts'

/** One line in words, for a mail: what is asked for, about what, who waits, and until when. */
export function lineWords(reader: Reader, sources: readonly ToDoSource[], line: ToDoLine): string {
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

/** Whether a title is a text with the state of each language, not a name. */
export function isText(title: LocalizedText | LocalizedName): title is LocalizedText {
  return Object.values(title).some((each) => typeof each === 'object')
}
