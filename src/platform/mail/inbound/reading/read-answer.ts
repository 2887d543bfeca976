import type { Email } from 'postal-mime'
import { absentUntil, isAbsenceNote, isByMachine, tellsAbsence } from './absence-note.ts'
import { isCutLine } from './cut-line.ts'
import { joinLines, type MailLine } from './mail-line.ts'
import { filesOf, type MailParts, takeApart, UnreadMail } from './mail-parts.ts'
import { type OwnWords, partWords } from './own-words.ts'
import { isReplySubject } from './quote-beginnings.ts'
import { languagesOf } from './text-languages.ts'

/** What a message says to us. */
export interface ReadAnswer {
  is: 'answer' | 'question' | 'automatic' | 'return' | 'refused'
  /** Why it is refused, or `winmail` where its files are in a format of Outlook alone. */
  reason: null | 'empty' | 'encrypted' | 'too_large' | 'winmail' | 'unreadable'
  /** The words of the person; an answer between quoted lines keeps the line that it answers as `> line`. */
  text: string
  /** The languages of the words, the most used first. */
  languages: string[]
  /** Names of files; pictures of signatures are left out. */
  attachments: string[]
  /** The day that an absence note names. */
  absentUntil: string | null
  /** What was cut, in its order. */
  cut: string
  /** false: the text is the whole text, and its author should be asked. */
  sure: boolean
}

/** A longer message is not read. */
export const largestMail = 25 * 1024 * 1024

/** Reads a message for the words of the person who wrote it. It takes time by its length alone; a stranger's belongs into a process of its own. */
export async function readAnswer(bytes: Uint8Array): Promise<ReadAnswer> {
  return (await readMessage(bytes)).answer
}

/** The same, with the message for those who look at its headers and files; null where it was not taken apart. */
export async function readMessage(bytes: Uint8Array): Promise<{ answer: ReadAnswer; mail: Email | null }> {
  if (bytes.length > largestMail) return { answer: refused('too_large'), mail: null }
  try {
    const parts = await takeApart(bytes)
    return { answer: answerOf(parts), mail: parts.mail }
  } catch (error) {
    if (!(error instanceof UnreadMail)) throw error
    return { answer: refused(error.reason), mail: null }
  }
}

const nothing: Omit<ReadAnswer, 'is'> = {
  reason: null,
  text: '',
  languages: [],
  attachments: [],
  absentUntil: null,
  cut: '',
  sure: true,
}

const refused = (reason: ReadAnswer['reason'], given: Partial<ReadAnswer> = {}): ReadAnswer => ({
  ...nothing,
  ...given,
  is: 'refused',
  reason,
})

function answerOf(parts: MailParts): ReadAnswer {
  const { mail } = parts
  const subject = mail.subject ?? ''
  if (isReturned(mail)) return { ...nothing, is: 'return' }
  const attachments = filesOf(mail).map(({ filename }) => filename ?? '')
  if (parts.isEncrypted) return refused('encrypted', { attachments })
  const lines = withoutArmour(parts.lines('plain'))
  if (lines === null) return refused('encrypted', { attachments })
  const { whole, words } = wordsOf(parts, lines)
  const text = joinLines(words.own)
  const isAutomatic = isByMachine(mail)
  if (isAutomatic || isAbsenceNote(subject, text)) {
    const note = text || joinLines(whole)
    return {
      ...nothing,
      is: 'automatic',
      absentUntil:
        isReceipt(mail) || !tellsAbsence(subject, note) ? null : absentUntil(note, dayOf(mail.date)),
    }
  }
  if (text === '' && isCalendarReply(mail)) return { ...nothing, is: 'automatic' }
  const hasWinmail = attachments.some((name) => /^winmail\.dat$/i.test(name))
  const cut = joinLines(words.cut)
  if (text === '' && words.isSure) return refused(hasWinmail ? 'winmail' : 'empty', { attachments, cut })
  const shown = words.isSure ? text : joinLines(whole)
  const isReply =
    isReplySubject(subject) ||
    mail.inReplyTo !== undefined ||
    mail.references !== undefined ||
    words.cut.some(({ depth }) => depth > 0)
  return {
    is: isReply || namesToken(mail) ? 'answer' : 'question',
    reason: hasWinmail ? 'winmail' : null,
    text: shown,
    languages: languagesIn(shown, `${subject}\n${cut}`),
    attachments,
    absentUntil: null,
    cut: words.isSure ? cut : '',
    sure: words.isSure,
  }
}

/** Its words, as its plain text has them; as its HTML has them where only that tells what is quoted. */
function wordsOf(
  parts: MailParts,
  plain: readonly MailLine[],
): { whole: readonly MailLine[]; words: OwnWords } {
  const { subject = '', from } = parts.mail
  const around = { subject, sender: `${from?.name ?? ''}`, isCutLine }
  const words = partWords(plain, around)
  if (!parts.hasBoth || (words.isSure && lengthOf(plain) > longestNotice)) return { whole: plain, words }
  const html = parts.lines('html')
  // Both say the same, unless the plain text only tells people to look at the other part.
  if (words.isSure && bare(html).includes(bare(words.own))) return { whole: plain, words }
  const other = partWords(html, around)
  return other.isSure && other.own.length > 0 ? { whole: html, words: other } : { whole: plain, words }
}

// “This message was written in HTML” takes no more letters.
const longestNotice = 300
const lengthOf = (lines: readonly MailLine[]) => lines.reduce((sum, { text }) => sum + text.length, 0)
const bare = (lines: readonly MailLine[]) => lines.map(({ text }) => text.replaceAll(/\s/gu, '')).join('')

/** The lines without what a signature of PGP puts around them; null where the text itself is encrypted. */
function withoutArmour(lines: MailLine[]): MailLine[] | null {
  const first = lines.findIndex(({ text }) => text !== '')
  if (lines[first]?.text === '-----BEGIN PGP MESSAGE-----') return null
  if (lines[first]?.text !== '-----BEGIN PGP SIGNED MESSAGE-----') return lines
  const begin = lines.findIndex(({ text }, at) => at > first && text === '')
  const end = lines.findIndex(({ text }) => text === '-----BEGIN PGP SIGNATURE-----')
  return lines.slice(begin, end < 0 ? undefined : end)
}

/** A report of a mail server, a complaint, or its letter. */
function isReturned({ attachments, from }: Email): boolean {
  return (
    /^(?:mailer-daemon|postmaster)@/i.test(from?.address ?? '') ||
    attachments.some(({ mimeType }) => /^message\/(?:delivery-status|feedback-report)$/.test(mimeType))
  )
}

/** What a calendar program answers to an invitation, without a word of its person. */
const isCalendarReply = ({ attachments }: Email) =>
  attachments.some(
    ({ mimeType, method }) => mimeType === 'text/calendar' && method?.toUpperCase() === 'REPLY',
  )

const isReceipt = ({ headers }: Email) =>
  headers.some(({ key, value }) => key === 'content-type' && /disposition-notification/i.test(value))

const dayOf = (date: string | undefined) =>
  /^\d{4}-\d{2}-\d{2}/.test(date ?? '') ? (date ?? '').slice(0, 10) : null

/** Whether it went to an address that stands for one question and one person. */
const namesToken = ({ to = [], cc = [], deliveredTo = '' }: Email) =>
  [...to.map(({ address }) => address), ...cc.map(({ address }) => address), deliveredTo].some((address) =>
    /\+[\da-f]{32}@|^[\da-f]{32}@/i.test(address ?? ''),
  )

/** The languages of some words; of two words that tell nothing, that of what they answer. */
function languagesIn(words: string, answered: string): string[] {
  const own = languagesOf(words)
  return own.length > 0 ? own : languagesOf(answered).slice(0, 1)
}
