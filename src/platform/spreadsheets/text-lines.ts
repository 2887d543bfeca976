import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { utf16Of } from '../reading/decode-text.ts'
import { TableUnreadable } from './table.ts'

const sampleBytes = 1024 * 1024
// A line of a table is a few hundred signs; without a line end for so long it is none.
const longestLine = 8 * 1024 * 1024
const lineEnd = 10

type Legacy = 'euc-kr' | 'windows-1252'

interface TextAbout {
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | Legacy
  isMixed: boolean
}

/** How the letters of a file are written, judged by its first megabyte. */
export async function sniffEncoding(path: string): Promise<TextAbout> {
  const sample = await readSample(path)
  const utf16 = utf16Of(sample.subarray(0, 4096))
  if (utf16) return { encoding: utf16, isMixed: false }
  const lines = splitSample(sample).filter((line) => line.some((byte) => byte > 127))
  const other = lines.filter((line) => decodeOrNull(line, 'utf-8') === null)
  if (other.length === 0) return { encoding: 'utf-8', isMixed: false }
  return { encoding: legacyOf(other), isMixed: other.length < lines.length }
}

/**
 * The lines of a text file without their ends. Each is read by itself: a line that is not UTF-8 is read in the encoding of the file,
 * so that a file joined from two is read right. `isLost`: it is neither.
 */
export async function* readLines(
  path: string,
  { encoding }: TextAbout,
): AsyncGenerator<{ text: string; isLost: boolean }> {
  let isFirst = true
  const legacy: Legacy = encoding === 'euc-kr' ? 'euc-kr' : 'windows-1252'
  for await (const text of encoding.startsWith('utf-16')
    ? decodedLines(path, encoding)
    : byteLines(path, legacy)) {
    yield isFirst ? { ...text, text: text.text.replace(/^\ufeff/, '') } : text
    isFirst = false
  }
}

async function* byteLines(path: string, legacy: Legacy): AsyncGenerator<{ text: string; isLost: boolean }> {
  for await (const line of splitBytes(path)) {
    const bytes = line.at(-1) === 13 ? line.subarray(0, -1) : line
    const text = decodeOrNull(bytes, 'utf-8') ?? decodeOrNull(bytes, legacy)
    yield text === null
      ? { text: new TextDecoder(legacy).decode(bytes), isLost: true }
      : { text, isLost: false }
  }
}

async function* splitBytes(path: string): AsyncGenerator<Buffer> {
  let held: Buffer[] = []
  let length = 0
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
    let rest: Buffer = chunk
    for (let end = rest.indexOf(lineEnd); end >= 0; end = rest.indexOf(lineEnd)) {
      yield held.length > 0 ? Buffer.concat([...held, rest.subarray(0, end)]) : rest.subarray(0, end)
      rest = rest.subarray(end + 1)
      held = []
      length = 0
    }
    if (rest.length > 0) held.push(rest)
    length += rest.length
    if (length > longestLine) throw new TableUnreadable('notTable')
  }
  if (length > 0) yield Buffer.concat(held)
}

async function* decodedLines(
  path: string,
  encoding: string,
): AsyncGenerator<{ text: string; isLost: boolean }> {
  const decoder = new TextDecoder(encoding)
  let held = ''
  for await (const chunk of createReadStream(path)) {
    held += decoder.decode(chunk, { stream: true })
    const lines = held.split('\n')
    held = lines.pop() ?? ''
    for (const line of lines) yield { text: line.replace(/\r$/, ''), isLost: line.includes('\ufffd') }
    if (held.length > longestLine) throw new TableUnreadable('notTable')
  }
  held += decoder.decode()
  if (held !== '') yield { text: held.replace(/\r$/, ''), isLost: held.includes('\ufffd') }
}

async function readSample(path: string): Promise<Buffer> {
  const file = await open(path, 'r')
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(sampleBytes), 0, sampleBytes, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

// The last line may be cut in the middle of a letter.
function splitSample(sample: Buffer): Buffer[] {
  const lines: Buffer[] = []
  let from = 0
  for (let end = sample.indexOf(lineEnd); end >= 0; end = sample.indexOf(lineEnd, from)) {
    lines.push(sample.subarray(from, end))
    from = end + 1
  }
  if (lines.length === 0 || sample.length < sampleBytes) lines.push(sample.subarray(from))
  return lines
}

/** Korean lines are all Korean letters in CP949; French ones are no CP949 at all, wherever an accented letter precedes another. */
function legacyOf(lines: Buffer[]): Legacy {
  const korean = lines.filter(isKorean)
  return korean.length > lines.length * 0.6 ? 'euc-kr' : 'windows-1252'
}

// One letter that CP949 does not hold does not make a Korean line a French one.
function isKorean(line: Buffer): boolean {
  const text = decodeOrNull(line, 'euc-kr') ?? new TextDecoder('euc-kr').decode(line)
  const [hangul, lost] = [/\p{Script=Hangul}/gu, /\ufffd/g].map((sign) => text.match(sign)?.length ?? 0)
  return (hangul ?? 0) > 4 * (lost ?? 0)
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const western = new TextDecoder('windows-1252')

function decodeOrNull(bytes: Uint8Array, encoding: 'utf-8' | Legacy): string | null {
  if (encoding === 'euc-kr') return decodeKorean(bytes)
  if (encoding === 'windows-1252') return western.decode(bytes)
  try {
    return utf8.decode(bytes)
  } catch {
    return null
  }
}

const firstSyllable = 0xac00
const syllables = 11_172
const decoder = new TextDecoder('euc-kr', { fatal: true })

/**
 * Text in CP949, which Korean spreadsheets write; null when it is none. The decoder of the platform knows KS X 1001 alone, 2,350
 * syllables: CP949 adds the other 8,822 in the order of the alphabet, wherever two bytes were still free.
 */
export function decodeKorean(bytes: Uint8Array): string | null {
  const added = addedSyllables()
  let text = ''
  let plainFrom = 0
  try {
    for (let at = 0; at < bytes.length; at++) {
      const [lead = 0, trail = 0] = [bytes[at], bytes[at + 1]]
      if (lead < 0x80) continue
      const syllable = added.get(lead * 256 + trail)
      // Half of a letter: the decoder would take it for a control sign.
      if (syllable === undefined && (lead < 0xa1 || trail < 0xa1)) return null
      if (syllable !== undefined) {
        text += decoder.decode(bytes.subarray(plainFrom, at)) + syllable
        plainFrom = at + 2
      }
      at++
    }
    return text + decoder.decode(bytes.subarray(plainFrom))
  } catch {
    return null
  }
}

let known: Map<number, string> | null = null

function addedSyllables(): Map<number, string> {
  known ??= new Map(zip(freeCodes(), missingSyllables()))
  return known
}

function* zip(codes: Iterable<number>, letters: readonly string[]): Generator<[number, string]> {
  let at = 0
  for (const code of codes) {
    const letter = letters[at++]
    if (letter !== undefined) yield [code, letter]
  }
}

function missingSyllables(): string[] {
  const standard = new Set<string>()
  for (let lead = 0xb0; lead <= 0xc8; lead++)
    for (let trail = 0xa1; trail <= 0xfe; trail++) standard.add(decoder.decode(Uint8Array.of(lead, trail)))
  const all = Array.from({ length: syllables }, (_, at) => String.fromCharCode(firstSyllable + at))
  return all.filter((letter) => !standard.has(letter))
}

function* freeCodes(): Generator<number> {
  for (let lead = 0x81; lead <= 0xc6; lead++) {
    const last = lead <= 0xa0 ? 0xfe : 0xa0
    for (let trail = 0x41; trail <= last; trail++) {
      const isLetter = trail <= 0x5a || (trail >= 0x61 && trail <= 0x7a) || trail >= 0x81
      if (isLetter) yield lead * 256 + trail
    }
  }
}
