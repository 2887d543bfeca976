import { isBlank, longestRead, type MailLine } from './mail-line.ts'
import { attributionAt, type Beginning, headerAt, isRule, isSeparator } from './quote-beginnings.ts'
import { isClosing } from './signature-lines.ts'
import { ownLength } from './signature-tail.ts'

/** What else the message says that helps to read it. */
export interface Surroundings {
  subject: string
  /** How its sender is called. */
  sender: string
  /** Whether a line is the one above which our mails ask to write. */
  isCutLine(text: string): boolean
}

/** The lines of the person, with those that they answer, marked; and the rest, in order. */
export interface OwnWords {
  own: MailLine[]
  cut: MailLine[]
  /** false: some of the rest may be the person's, too. */
  isSure: boolean
}

/** Parts what a person wrote from what their program added and quoted. */
export function partWords(given: readonly MailLine[], around: Surroundings): OwnWords {
  const { isIntro, end, endKind } = findQuotes(given, around)
  const lines = withOwnMarks(given, isIntro, end)
  const runs = runsOf(lines, isIntro, end)
  let isSure = endKind !== 'doubtful'
  for (const run of runs) {
    const isMiddle = run.isAfterQuote && run !== runs.at(-1)
    const read = ownLength(
      lines.slice(run.from, run.to),
      around.sender,
      isMiddle ? 'answer' : run.isAfterQuote ? 'below' : 'whole',
    )
    run.kept = read.kept.map((at) => at + run.from)
    isSure &&= read.isSure
  }
  const own = runs.filter(({ kept }) => kept.length > 0)
  const last = own.at(-1)
  const isBetween =
    last?.isAfterQuote === true &&
    (own.length > 1 ||
      lines.slice(last.to, end).some((line, at) => !isBlank(line) && isIntro[last.to + at] !== 1))
  const kept = new Set<number>()
  const written: MailLine[] = []
  for (const run of own) {
    // A formula at the end answers nothing.
    const isFormula = run.kept.every(
      (at) => /^$/.test(lines[at]?.text ?? '') || isClosing(lines[at]?.text ?? ''),
    )
    const answered =
      isBetween && run.isAfterQuote && !(isFormula && own.length > 1)
        ? answeredLines(lines, run.from, isIntro)
        : []
    if (written.length > 0) written.push({ text: '', depth: 0 })
    for (const at of answered) written.push({ text: lines[at]?.text ?? '', depth: 1 })
    for (const at of run.kept) written.push({ text: lines[at]?.text ?? '', depth: 0 })
    for (const at of [...answered, ...run.kept]) kept.add(at)
  }
  if (endKind === 'none' && !saysWhatItQuotes(lines, isIntro, around))
    isSure &&= lines.every(({ text, depth }, at) => depth === 0 || text === '' || kept.has(at))
  if (endKind === 'unmarked') isSure &&= !mayAnswerInside(lines, end, written)
  return { own: written, cut: lines.filter((_, at) => !kept.has(at)), isSure }
}

/** Lines with a mark that stand above the announcement of what is quoted: a person began them so, as those of a list. */
function withOwnMarks(lines: readonly MailLine[], isIntro: Uint8Array, end: number): readonly MailLine[] {
  const intro = isIntro.indexOf(1)
  const first = intro >= 0 ? intro : end < lines.length ? end : 0
  return lines.map((line, at) =>
    at < first && line.depth > 0
      ? { ...line, text: `${'> '.repeat(line.depth)}${line.text}`, depth: 0 }
      : line,
  )
}

/** Whether the lines with marks are those of a mail that it answers, and not the list of somebody who began its lines so. */
const saysWhatItQuotes = (lines: readonly MailLine[], isIntro: Uint8Array, around: Surroundings) =>
  isIntro.includes(1) ||
  lines.some(
    ({ text, depth }, at) => depth > 0 && (around.isCutLine(text) || beginningAt(lines, at, around) !== null),
  )

interface Quotes {
  /** 1: a program announces there what it quotes. */
  isIntro: Uint8Array
  /** From here on all is quoted without marks. */
  end: number
  endKind: 'none' | 'ours' | 'unmarked' | 'doubtful'
}

function findQuotes(lines: readonly MailLine[], around: Surroundings): Quotes {
  const isIntro = new Uint8Array(lines.length)
  let at = 0
  while (at < lines.length) {
    const line = lines[at]
    if (!line || line.depth > 0 || line.text === '' || line.text.length > longestRead) {
      at += 1
      continue
    }
    if (around.isCutLine(line.text)) {
      const from = paragraphStart(lines, at)
      return { isIntro, end: from, endKind: 'ours' }
    }
    const found = beginningAt(lines, at, around)
    if (!found) {
      at += 1
      continue
    }
    const next = nextWritten(lines, found.end)
    if ((lines[next]?.depth ?? 0) > 0) {
      isIntro.fill(1, found.from, next)
      at = next
      continue
    }
    // What is nothing but the header of a program, at the end of a message, was sent without what it announces.
    return { isIntro, end: found.from, endKind: found.isSure ? 'unmarked' : 'doubtful' }
  }
  return { isIntro, end: lines.length, endKind: 'none' }
}

function beginningAt(lines: readonly MailLine[], at: number, { subject }: Surroundings): Beginning | null {
  const line = lines[at]
  if (!line) return null
  if (isSeparator(line.text)) {
    const next = nextWritten(lines, at + 1)
    return { from: at, end: headerAt(lines, next, subject, true)?.end ?? at + 1, isSure: true }
  }
  const isSeparated = line.mark === 'quote' || isRule(previousWritten(lines, at)?.text ?? '')
  const header = headerAt(lines, at, subject, isSeparated)
  if (header) return header
  const next = nextWritten(lines, at + 1)
  const attribution = attributionAt(lines, at, (lines[next]?.depth ?? 0) > line.depth)
  if (attribution) return attribution
  return line.mark === 'quote' ? { from: at, end: at, isSure: true } : null
}

function nextWritten(lines: readonly MailLine[], from: number): number {
  let at = from
  while (at < lines.length && lines[at]?.text === '') at += 1
  return at
}

function previousWritten(lines: readonly MailLine[], from: number): MailLine | undefined {
  for (let at = from - 1; at >= Math.max(0, from - 4); at -= 1) if (lines[at]?.text !== '') return lines[at]
  return undefined
}

// What an unknown program wrote above our line, with an address or a colon at its end.
function paragraphStart(lines: readonly MailLine[], line: number): number {
  let end = line
  while (end > 0 && lines[end - 1]?.text === '') end -= 1
  let from = end
  while (from > 0 && from > end - 6 && lines[from - 1]?.text !== '' && lines[from - 1]?.depth === 0) from -= 1
  const words = lines.slice(from, end).map(({ text }) => text.slice(0, longestRead))
  const isHeader =
    words.length > 0 &&
    /\d/.test(words.join()) &&
    (/[:：]$/.test(words.at(-1) ?? '') || words.every((each) => /^[^:：]{1,20}[:：]/.test(each)))
  return isHeader ? from : end
}

interface Run {
  from: number
  to: number
  isAfterQuote: boolean
  kept: number[]
}

/** The lines without marks, between those with. */
function runsOf(lines: readonly MailLine[], isIntro: Uint8Array, end: number): Run[] {
  const runs: Run[] = []
  let open: Run | null = null
  let isAfterQuote = false
  for (let at = 0; at < end; at += 1) {
    const line = lines[at]
    if (!line) break
    const isQuoted = line.depth > 0 || isIntro[at] === 1
    if (isQuoted) {
      open = null
      if (line.depth > 0) isAfterQuote = true
    } else if (open) open.to = at + 1
    else {
      open = { from: at, to: at + 1, isAfterQuote, kept: [] }
      runs.push(open)
    }
  }
  return runs
}

const wrapped = 60
const mostAnswered = 6
const startsItem = /^(?:[-*•·▶○●]|\(?[\da-z가-하][.)]|\d{1,2}[.)-]|[①-⑳]|q\d|question|질문)\s?/i

/** The quoted lines that the words from here on answer: the last one, with those before it that were broken off it. */
function answeredLines(lines: readonly MailLine[], from: number, isIntro: Uint8Array): number[] {
  let last = from - 1
  while (last >= 0 && ((lines[last]?.depth ?? 0) === 0 || lines[last]?.text === '')) last -= 1
  const answered = [last]
  for (let at = last - 1; at > last - mostAnswered && at >= 0; at -= 1) {
    const [before, after] = [lines[at], lines[at + 1]]
    if (!before || !after || before.depth !== after.depth || before.text === '' || isIntro[at] === 1) break
    if (startsItem.test(after.text) || before.text.length < wrapped || /[.!?…:]$/.test(before.text)) break
    answered.unshift(at)
  }
  return last < 0 ? [] : answered
}

const answerMark =
  /^\s*(?:→|⇒|➔|➜|⇨|=+>|-+>|☞|↳|ㄴ\s|└|▶\s?답|\[?(?:답변?|회신)\]?\s?\d{0,2}\s?[:：)]|\[(?:답변?|회신)\]|(?:réponse|rép|reponse|answer|reply|ans)\.?\s?\d{0,2}\s?[:：])/i
const saysBelow =
  /ci-?dessous|ci-?après|plus bas|dans le (?:texte|corps|fil|message|mail|courriel)|en (?:rouge|bleu|vert|gras|couleur|italique)|entre les lignes|sous chaque|à la suite de|\bbelow\b|\bin-?line\b|within (?:the|your)|in (?:red|blue|green|bold|colou?r)|아래|하단|밑에|본문|빨간|파란|붉은|푸른|굵은|질문 밑|질문별/i
const mostLooked = 400

const others =
  /(?:écri[tv]\p{L}*|dit|indiqué?|wrote|says?|said|written)\s(?:\S+\s){0,5}(?:ci-?dessous|plus bas|below)|아래에?\s(?:\S+\s){0,2}\S+(?:님|과장|팀장|께서|이|가) (?:말씀|쓰신|적으신)/iu
const ownWord = /répon|comment|remarque|annot|answer|repl|답|회신|의견/i

/** « comme l’écrit Mme Noël plus bas » announces no words of one's own there. */
const speaksOfOthers = (text: string) => others.test(text) && !ownWord.test(text)

/** Whether answers may stand among lines that are quoted without marks: then nobody but their author can tell. */
function mayAnswerInside(lines: readonly MailLine[], end: number, own: readonly MailLine[]): boolean {
  const words = own.filter((line) => line.text !== '' && !isClosing(line.text))
  // Whoever writes inside has no signature above it, or they would have written there.
  if (words.length === 0 && lines.slice(0, end).every(isBlank)) return true
  const last = words.at(-1)?.text ?? ''
  if (last.length <= longestRead && saysBelow.test(last) && !speaksOfOthers(last)) return true
  return lines.slice(end, end + mostLooked).some(({ text }) => answerMark.test(text.slice(0, longestRead)))
}
