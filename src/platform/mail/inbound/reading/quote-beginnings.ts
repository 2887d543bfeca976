import { isBlank, longestRead, type MailLine } from './mail-line.ts'

/** Lines by which a mail program announces what it quotes: from here, up to `end` (not included). */
export interface Beginning {
  from: number
  end: number
  /** false: it may as well be words of the person. */
  isSure: boolean
}

const wrote =
  /(?:(?<!\p{L})(?:écrit|écrivait|wrote|writes)|작성|쓴 글|씀|썼습니다|보낸 (?:메일|메시지|글)|\bschrieb|\bescribió|\bha scritto|\bschreef|\bskrev)\s*(?::|：|-{2,})\s*-*$/iu
const begins =
  /^["'“«]?(?:(?:le|on|am|el|il|op|den|em|selon|quoting)[\s,]|\d{4}\s?[년./-]|\d{1,2}[./]\s?\d{1,2}[./])/i
const saidByPerson =
  /\b(?:nous|vous|lui|leur|qui|il|elle|on|ils|elles|avons|avez|ai|ont|he|she|they|we|you|i|who|has|have)\s+(?:a\s+)?(?:écrit|wrote)|\b[mtlj]['’](?:ai |a |avait )?écrit/i
const clock = /\d{1,2}\s?[:h]\s?\d{2}|\d{1,2}시/i
const address = /[^\s<>"(:]@[^\s<>]/
const programDate =
  /\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}\s?(?:[./-]|년)\s?\d{1,2}|\b(?:lun|mar|mer|jeu|ven|sam|dim|mon|tue|wed|thu|fri|sat|sun|janv|févr|avr|juil|sept|oct|nov|déc|jan|feb|apr|jul|aug|sep|dec)\b[.,]/i
const mostWalk = 4

/** The lines that say who wrote what follows (« Le 7 juil. 2017 à 10:12, … a écrit : »), of which this is the last. */
export function attributionAt(
  lines: readonly MailLine[],
  last: number,
  isFollowedByQuote: boolean,
): Beginning | null {
  const line = lines[last]
  if (!line || line.text.length > longestRead || !/[:：-]$/.test(line.text)) return null
  let joined = ''
  let found: number | null = null
  for (let at = last; at >= Math.max(0, last - mostWalk); at -= 1) {
    const before = lines[at]
    if (!before || isBlank(before) || before.depth !== line.depth || before.text.length > longestRead) break
    joined = `${before.text.trim()} ${joined}`.trim()
    if (begins.test(joined) && (clock.test(joined) || address.test(joined))) {
      found = at
      break
    }
  }
  const words = found === null ? line.text : joined
  const hasAddress = address.test(words)
  if (!wrote.test(words)) {
    // A program in another language: nobody writes an address or a time, a colon, and then marks of quotation.
    const isForeign =
      isFollowedByQuote &&
      /[:：]$/.test(words) &&
      (hasAddress ? found !== null || /[<(]/.test(words) : found !== null && programDate.test(words))
    return isForeign ? { from: found ?? last, end: last + 1, isSure: true } : null
  }
  if (found === null && !hasAddress && !(programDate.test(words) && clock.test(words))) return null
  if (!hasAddress && !isFollowedByQuote && saidByPerson.test(words)) return null
  return {
    from: found ?? last,
    end: last + 1,
    isSure: isFollowedByQuote || hasAddress || (programDate.test(words) && clock.test(words)),
  }
}

const original =
  /^(?:(?:message|mail|courriel|e-mail|courrier)\s(?:original|d['’]origine|initial|transféré|réexpédié|transmis)|(?:original|forwarded|transferred)\s(?:message|mail|e-?mail)|원본\s?(?:메시지|메일|글)|원문|(?:받은|보낸|전달된?)\s?(?:메시지|메일)(?:\s?내용)?|전달|(?:forwarded by|transféré par|réacheminé par|message de|mail de|message from)\s.{1,200})$/i
const announced =
  /^(?:begin forwarded message|début du message (?:transféré|réexpédié)|전달된 (?:메시지|메일)(?: 시작)?)\s*[:：]$/i
const rule = /^[\s\-_=*~#─━―—]{3,}$/

/** A line of strokes. */
export const isRule = (text: string): boolean => text.length <= longestRead && rule.test(text)

/** `-----Original Message-----` and its kin. */
export function isSeparator(text: string): boolean {
  if (text.length > longestRead) return false
  const trimmed = text.trim()
  if (announced.test(trimmed)) return true
  const [, inside = ''] =
    /^[-_=*~─━—]{2,}[\s>[<]*([^-_=*~─━—][\s\S]*?)[\s\]>]*[-_=*~─━—]{2,}$/.exec(trimmed) ?? []
  return original.test(inside.trim())
}

type Label = 'from' | 'sent' | 'to' | 'cc' | 'subject' | 'other'

const labels = new Map<string, Label>(
  Object.entries({
    from: 'de from von expéditeur 보낸사람 보낸이 보낸분 발신 발신인 발신자',
    sent: 'envoyé envoyéle date dated’envoi sent gesendet 보낸날짜 날짜 보낸시간 보낸일시 보낸시각 발신일 발신일시 일시 받은날짜 받은시간 작성일',
    to: 'à a to an destinataire destinataires 받는사람 받은사람 받는이 받는분 수신 수신인 수신자',
    cc: 'cc copie copieà copies 참조 숨은참조 bcc cci',
    subject: 'objet sujet subject betreff 제목',
    other:
      'piècesjointes piècejointe pj attachments importance replyto répondreà 첨부 첨부파일 중요도 답장받는사람',
  } satisfies Record<Label, string>).flatMap(([label, words]) =>
    words.split(' ').map((word): [string, Label] => [word, label as Label]),
  ),
)

const longestLabel = 26
const mostHeaderLines = 16

function labelOf(text: string): { label: Label; value: string } | null {
  const colon = text.slice(0, longestLabel).search(/[:：]/)
  if (colon < 1) return null
  const name = text
    .slice(0, colon)
    .replace(/[\s*\u00a0\u202f>•·]/g, '')
    .replace(/['’]/g, '’')
    .toLowerCase()
  const label = labels.get(name)
  return label ? { label, value: text.slice(colon + 1, longestRead).replace(/^[\s*]+|[\s*]+$/g, '') } : null
}

/**
 * The header that programs repeat above what they quote without marks: From, Sent, To, Subject. Two labels alone are an itinerary; a
 * header has an address, a time, our subject, or strokes above it.
 */
export function headerAt(
  lines: readonly MailLine[],
  from: number,
  subject: string,
  isSeparated: boolean,
): Beginning | null {
  const first = labelOf(lines[from]?.text ?? '')
  if (!first || (first.label !== 'from' && !isSeparated)) return null
  const found = new Map<Label, string>()
  let end = from
  let missed = 0
  for (let at = from; at < Math.min(lines.length, from + mostHeaderLines) && missed < 3; at += 1) {
    const line = lines[at]
    if (!line || line.depth !== lines[from]?.depth) break
    const read = labelOf(line.text)
    if (read && !found.has(read.label)) {
      found.set(read.label, read.value || (lines[at + 1]?.text.slice(0, longestRead) ?? ''))
      end = at + 1
      missed = 0
    } else missed += 1
  }
  const [sender, sent, title] = [found.get('from'), found.get('sent'), found.get('subject')]
  if (sender === undefined || (sent === undefined && title === undefined)) return null
  const hasAddress = [sender, found.get('to'), found.get('cc')].some(
    (value) => value !== undefined && address.test(value),
  )
  // A program never leaves out both.
  if (sent !== undefined && !isSeparated && !clock.test(sent) && !/\d{4}|오전|오후/.test(sent)) return null
  const hasTime = sent !== undefined && (clock.test(sent) || /오전|오후/.test(sent)) && /\d{2}/.test(sent)
  const isOurs =
    title !== undefined && plainSubject(title) !== '' && plainSubject(title) === plainSubject(subject)
  if (
    isSeparated ||
    isOurs ||
    (hasAddress && (title !== undefined || hasTime)) ||
    (hasTime && title !== undefined)
  )
    return { from, end, isSure: true }
  return title !== undefined && found.size >= 3 ? { from, end, isSure: false } : null
}

/** A subject without what programs put before it, in small letters. */
export function plainSubject(subject: string): string {
  return subject
    .slice(0, longestRead)
    .replace(/^(?:\s*(?:re|ré|tr|rv|fw|fwd|aw|회신|답장|전달|\[?re\]?)\s*(?:\[\d+\])?\s*[:：])+/i, '')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
    .toLowerCase()
}

const replied = /^\s*(?:re|ré|aw|sv|회신|답장|답변)\s*(?:\[\d+\])?\s*[:：]/i

export const isReplySubject = (subject: string): boolean => replied.test(subject.slice(0, longestRead))
