import { mailMessages } from '../../messages/index.ts'
import { longestRead } from './mail-line.ts'

const between = '[^\\p{L}]*'
const cutLines = Object.values(mailMessages).map((words) =>
  (words['platform.mail.writeAbove'].match(/\p{L}/gu) ?? []).join(between),
)
const cutLine = new RegExp(`^${between}(?:${cutLines.join('|')})${between}$`, 'iu')

/** Whether a line is the one above which our mails ask to write, in whatever language its reader has. */
export const isCutLine = (text: string): boolean => text.length <= longestRead && cutLine.test(text)
