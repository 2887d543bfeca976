import { mailMessages } from '../../messages/index.ts'
import { longestRead } from './mail-line.ts'

const between = '[^\\p{L}]*'
const cutLines = Object.values(mailMessages).map((words) =>
  (words['platform.mail.writeAbove'].match(/\p{L}/gu) ?? []).join(between),
)
const cutLine = new RegExp(`^${between}(?:${cutLines.join('|')})${between}$`, 'iu')

// As ours and others’ say it: in strokes, or by itself.
const says =
  /^(?:(?:please )?(?:write|type|reply|respond).{0,30} above this line|(?:merci de )?(?:répond|écri).{0,40} au-dessus de cette ligne.{0,20}|.{0,20}이 (?:줄|선) 위에.{0,30})$/iu

/** Whether a line is the one above which our mails ask to write, in whatever language its reader has. */
export const isCutLine = (text: string): boolean =>
  text.length <= longestRead &&
  (cutLine.test(text) ||
    (/^\s*[-–—_=#*]{2}.*[-–—_=#*]{2}\s*$/.test(text) &&
      says.test(text.replaceAll(/^[\s\-–—_=#*]+|[\s\-–—_=#*]+$/g, ''))))
