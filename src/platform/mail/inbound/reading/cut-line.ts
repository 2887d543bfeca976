import { mailMessages } from '../../messages/index.ts'
import { longestRead } from './mail-line.ts'

const lettersOf = (text: string) => text.replace(/[^\p{L}]/gu, '').toLowerCase()

const cutLines = new Set(
  Object.values(mailMessages).map((words) => lettersOf(words['platform.mail.writeAbove'])),
)

// As ours and others’ say it: in strokes, or by itself.
const says =
  /^(?:(?:please )?(?:write|type|reply|respond).{0,30} above this line|(?:merci de )?(?:répond|écri).{0,40} au-dessus de cette ligne.{0,20}|.{0,20}이 (?:줄|선) 위에.{0,30})$/iu

/** Whether a line is the one above which our mails ask to write, in whatever language its reader has. */
export const isCutLine = (text: string): boolean =>
  text.length <= longestRead &&
  (cutLines.has(lettersOf(text)) ||
    (/^\s*[-–—_=#*]{2}.*[-–—_=#*]{2}\s*$/.test(text) &&
      says.test(text.replaceAll(/^[\s\-–—_=#*]+|[\s\-–—_=#*]+$/g, ''))))
