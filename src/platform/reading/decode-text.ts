import type { TextRemark } from './text-document.ts'
import { TextUnreadable } from './text-unreadable.ts'

export interface DecodedText {
  text: string
  remarks: TextRemark[]
}

/** The words of a text file, by its byte-order mark, what it declares, or what its bytes can be. */
export function decodeText(bytes: Uint8Array, declared: string | null = null): DecodedText {
  const marked = byMark(bytes)
  if (marked) return { text: decode(bytes, marked), remarks: [] }
  const wide = byZeros(bytes)
  if (wide) return guessed(decode(bytes, wide), wide)
  if (bytes.includes(0)) throw new TextUnreadable('notSupported')
  const known = declared === null ? null : labelOf(declared)
  if (known && known !== 'utf-8') return { text: decode(bytes, known), remarks: [] }
  const utf8 = tryDecode(bytes, 'utf-8')
  if (utf8 !== null) return { text: utf8, remarks: [] }
  return byLine(bytes)
}

function byMark([a, b, c]: Uint8Array): string | null {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  return a === 0xfe && b === 0xff ? 'utf-16be' : null
}

// UTF-16 without a mark: in any text with Latin letters, spaces or line ends, every other byte is often zero.
function byZeros(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 4_096)
  const zeros = [0, 0]
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  const many = sample.length / 20
  if (odd > many && even === 0) return 'utf-16le'
  return even > many && odd === 0 ? 'utf-16be' : null
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

/** UTF-8 of which some bytes broke, each replaced; null where no more letters come out right than wrong. */
function mendUtf8(bytes: Uint8Array): string | null {
  const text = decode(bytes, 'utf-8')
  const whole = text.match(/[^\p{ASCII}\ufffd]/gu)?.length ?? 0
  return whole > 0 && whole >= (text.match(/\ufffd/g)?.length ?? 0) ? text : null
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
