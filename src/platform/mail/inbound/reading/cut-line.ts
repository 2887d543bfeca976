import { mailMessages } from '../../messages/index.ts'
import { longestRead } from './mail-line.ts'

const lettersOf = (text: string) => text.replace(/[^\p{L}]/gu, '').toLowerCase()

const cutLines = new Set(
  Object.values(mailMessages).map((words) => lettersOf(words['platform.mail.writeAbove'])),
)

/** Whether a line is the one above which our mails ask to write, in whatever language its reader has. */
export const isCutLine = (text: string): boolean =>
  text.length <= longestRead && cutLines.has(lettersOf(text))
