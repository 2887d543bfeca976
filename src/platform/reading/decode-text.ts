import type { TextRemark } from './text-document.ts'
import { TextUnreadable } from './text-unreadable.ts'

export interface DecodedText {
  text: string
  remarks: TextRemark[]
}

/** The words of a text file, by its byte-order mark, what it declares, or what its bytes can be. */
export function decodeText(given: Uint8Array, declared: string | null = null): DecodedText {
  const wide = utf16Of(given)
  if (wide)
    return given[0] === 0xff || given[0] === 0xfe
      ? { text: decode(given, wide), remarks: [] }
      : guessed(decode(given, wide), wide)
  const bytes = withoutZeros(given)
  if (isMarked(bytes)) return { text: decode(bytes, 'utf-8'), remarks: [] }
  const known = declared === null ? null : labelOf(declared)
  if (known && known !== 'utf-8') return { text: decode(bytes, known), remarks: [] }
  const utf8 = tryDecode(bytes, 'utf-8')
  if (utf8 !== null) return { text: utf8, remarks: [] }
  return byLine(bytes)
}

const isMarked = ([a, b, c]: Uint8Array) => a === 0xef && b === 0xbb && c === 0xbf

// Characters that no text contains, in any encoding.
const controls = new Set([
  1, 2, 3, 4, 5, 6, 7, 8, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 28, 29, 30, 31,
])

/** A text without the zeros that a program left in it; refuses what is none. */
function withoutZeros(bytes: Uint8Array): Uint8Array {
  if (!bytes.includes(0)) return bytes
  const kept = bytes.filter((byte) => byte !== 0)
  const inside = bytes.subarray(0, bytes.findLastIndex((byte) => byte !== 0) + 1)
  if (kept.length < inside.length * 0.9 || kept.some((byte) => controls.has(byte)))
    throw new TextUnreadable('notSupported')
  return kept
}

/** Lines of one file may be in different encodings, where several people pasted into it. */
function byLine(bytes: Uint8Array): DecodedText {
  const korean = mendUtf8(bytes) === null ? tryDecode(bytes, 'euc-kr') : null
  if (korean !== null && isLikelyKorean(korean)) return guessed(korean, 'CP949')
  const lines = linesOf(bytes)
  const texts = lines.map((line) => tryDecode(line, 'utf-8') ?? mendUtf8(line))
  if (texts.every((text, index) => text === null || isAscii(lines[index])))
    return guessed(decode(bytes, 'windows-1252'), 'Windows-1252')
  const used = new Set(['UTF-8'])
  const whole = lines.map((line, index) => {
    const utf8 = texts[index]
    if (typeof utf8 === 'string') return utf8
    const hangul = tryDecode(line, 'euc-kr')
    const isKorean = hangul !== null && isLikelyKorean(hangul)
    used.add(isKorean ? 'CP949' : 'Windows-1252')
    return isKorean ? hangul : decode(line, 'windows-1252')
  })
  const text = whole.join('')
  const broken = text.match(/\ufffd/g)?.length ?? 0
  const remarks: TextRemark[] = broken > 0 ? [{ code: 'lettersLost', detail: String(broken) }] : []
  if (used.size === 1) return { text, remarks }
  return { text, remarks: [...guessed(text, [...used].join(', ')).remarks, ...remarks] }
}

/**
 * UTF-8 of which some bytes broke, each replaced; null where too few letters come out right for it to be that: two for each broken one, as
 * two bytes of another encoding make a letter by chance, or one of Hangul, whose three they seldom make.
 */
function mendUtf8(bytes: Uint8Array): string | null {
  const text = decode(bytes, 'utf-8')
  const whole = text.match(/[^\p{ASCII}\ufffd]/gu)?.length ?? 0
  const hangul = text.match(/[\uac00-\ud7a3]/g)?.length ?? 0
  const broken = text.match(/\ufffd/g)?.length ?? 0
  return whole > 2 * broken || hangul >= Math.max(1, broken) ? text : null
}

function linesOf(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = []
  let start = 0
  for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
    lines.push(bytes.subarray(start, end + 1))
    start = end + 1
  }
  return [...lines, bytes.subarray(start)]
}

const isAscii = (line: Uint8Array | undefined) => line?.every((byte) => byte < 128) ?? true

// French in Windows-1252 seldom decodes as EUC-KR, and then to rare syllables beside Latin letters.
function isLikelyKorean(text: string): boolean {
  const hangul = text.match(/[\uac00-\ud7a3]/g)?.length ?? 0
  const other =
    text.match(/[^\p{ASCII}\uac00-\ud7a3\u3000-\u303f\uff00-\uffef○□■※·“”‘’→△▲●◎◇◆★☆①-⑮Ⅰ-Ⅹ]/gu)?.length ?? 0
  const words = text.match(/(?<![a-z])[\uac00-\ud7a3]{2,}(?![a-z])/gi)?.join('').length ?? 0
  return hangul > 0 && words * 2 >= hangul && other * 4 <= hangul
}

const guessed = (text: string, name: string): DecodedText => ({
  text,
  remarks: [{ code: 'encodingGuessed', detail: name.replace(/^utf/, 'UTF') }],
})

const decode = (bytes: Uint8Array, label: string) => new TextDecoder(label).decode(bytes)

function tryDecode(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function labelOf(declared: string): string | null {
  try {
    return new TextDecoder(declared.trim()).encoding
  } catch {
    return null
  }
}

/** The encoding that a page declares in its first lines. */
export function declaredCharset(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, 2_048)).toString('latin1')
  return (
    /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(start)?.[1] ??
    /<\?xml[^>]+encoding=["']([\w-]+)/i.exec(start)?.[1] ??
    null
  )
}

type Utf16 = 'utf-16le' | 'utf-16be'

/**
 * Which UTF-16 the first bytes of a file are in, by their mark or by the text they give: with letters of ours
 * there are spaces, digits or line ends, half of each a zero.
 */
export function utf16Of(bytes: Uint8Array): Utf16 | null {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, 4_096)
  if (!sample.includes(0)) return null
  const even = sample.subarray(0, sample.length - (sample.length % 2))
  return (
    (['utf-16le', 'utf-16be'] as const).find((each) => saysSomething(new TextDecoder(each).decode(even))) ??
    null
  )
}

// Letters, digits and signs of French, Korean and English. The wrong of the two turns Latin letters into Chinese ones, and both scripts
// into controls.
const own = /[\t\r\n\u0020-\u007e\u00a0-\u024f\u2010-\u2044\u20ac\u3000-\u303f\uac00-\ud7a3\uff01-\uff5e]/g

const saysSomething = (text: string) =>
  text.length > 1 && /[\t\r\n\u0020-\u007e]/.test(text) && (text.match(own)?.length ?? 0) >= text.length * 0.9
