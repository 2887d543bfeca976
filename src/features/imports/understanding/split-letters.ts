import { plainCopy } from '../../../platform/reading/plain-copy.ts'
import type { TextPassage } from '../../../platform/reading/text-document.ts'

const writer = /^\W*(?:de|from|von|expediteur|보낸 ?(?:사람|이)|발신(?:자|인)?) ?[:：]/u
const label =
  /^\W*(?:de|from|von|expediteur|a|to|an|cc|cci|bcc|destinataires?|repondre a|reply-to|date|envoye(?: le)?|sent|gesendet|objet|sujet|subject|betreff|보낸 ?(?:사람|이|날짜|시간)|받는 ?(?:사람|이)|발신(?:자|인)?|수신(?:자|인)?|참조|날짜|제목) ?[:：]/u
const reply =
  /^(?:le |on |am ).{6,110}(?:a ecrit|ecrivait|wrote|schrieb) ?:$|^.{4,60}(?:님이|가|께서) ?(?:작성|쓴|보낸)[가-힣 ]{0,8} ?:?$/u
const divider =
  /^\W*(?:message (?:d'origine|transfere|original|initial)|original message|forwarded message|begin forwarded message|(?:원본|전달된) ?(?:메시지|메일))\W*$/u

/** Whether a line of a mail's head gives writer, recipient, time or subject. */
export const isHeadLine = (plain: string) => label.test(plain) || reply.test(plain) || divider.test(plain)

/**
 * The number of the mail of each passage, from 0; null for a text that is a single mail, or none. A quotation in a mail belongs to
 * the quoted mail, and what follows it to the quoting mail again: answers are written between the lines.
 */
export function splitLetters(passages: readonly (TextPassage | null)[]): number[] | null {
  const letterOf: number[] = []
  // The mail that is open at each depth of quotation.
  const open: number[] = []
  let last = -1
  let heads = 0
  for (let at = 0; at < passages.length; at += 1) {
    const passage = passages[at] ?? null
    if (passage === null) {
      letterOf.push(Math.max(0, last))
      continue
    }
    const depth = passage.quoted ?? 0
    const length = headAt(passages, at)
    const within = Math.max(depth, passages[at + length]?.quoted ?? depth)
    if (length > 0 && heads === 0 && areOnlyAbove(passages.slice(0, at))) {
      last = -1
      letterOf.fill(0)
    }
    if (length > 0) heads += 1
    open.length = Math.min(open.length, depth + 1)
    if (length > 0 || open[depth] === undefined) {
      last += 1
      open.length = Math.max(0, Math.min(open.length, within))
      open[within] = last
    }
    const letter = open[Math.max(depth, length > 0 ? within : depth)] ?? last
    for (let line = 0; line < Math.max(1, length); line += 1) letterOf.push(letter)
    at += Math.max(1, length) - 1
  }
  return heads > 0 && last > 0 && last < mostLetters ? letterOf : null
}

// More heads are not a thread that a person kept, and each mail is understood by itself.
const mostLetters = 200

/** How many passages from here form the head of a mail; 0 if none begins. */
function headAt(passages: readonly (TextPassage | null)[], at: number): number {
  const plainAt = (index: number) => {
    const passage = passages[index]
    return passage && passage.kind !== 'row' && passage.text.length < 400
      ? plainCopy(passage.text).trim()
      : ''
  }
  const depth = passages[at]?.quoted
  const first = plainAt(at)
  if (reply.test(first)) return 1
  let end = divider.test(first) ? at + 1 : at
  const from = end
  while (
    end - at < 10 &&
    passages[end]?.quoted === (passages[from]?.quoted ?? depth) &&
    label.test(plainAt(end))
  )
    end += 1
  const lines = Array.from({ length: end - from }, (_, line) => plainAt(from + line))
  const isHead = lines.some((line) => writer.test(line)) && (lines.length > 1 || isWholeHead(lines[0] ?? ''))
  if (isHead) return end - at
  return from > at ? 1 : 0
}

// The subject of a mail, as a title above its head.
const areOnlyAbove = (passages: readonly (TextPassage | null)[]) =>
  passages.length < 4 && passages.every((each) => each === null || each.text.length < 120)

// All lines of a head in one passage, as a page keeps them.
const isWholeHead = (line: string) =>
  /\s(?:envoye(?: le)?|sent|date|보낸 ?날짜|날짜) ?[:：] ?\S/u.test(line) &&
  /\s(?:a|to|objet|subject|받는 ?사람|제목) ?[:：] ?\S/u.test(line)
