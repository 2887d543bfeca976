/** A piece of a text: an address of the web that can be followed, as it is written, or the words between. */
export interface TextPiece {
  text: string
  /** Absolute, encoded; null for words. */
  address: string | null
}

// Hangul belongs to an address at the beginning of a step alone (`/wiki/서울`): elsewhere it is a particle (`https://a.kr에서`).
const hangul = String.raw`\p{Script=Hangul}`
const sign = String.raw`[^\s<>"'{}|\\^${'`'}«»“”‘’「」『』《》〈〉\p{Cc}\p{Cf}]`
const pattern = new RegExp(
  String.raw`(?<![\p{L}\p{N}+.\-])https?:\/\/(?:(?!${hangul})${sign}|(?<=[\/=_\-%?&#.]|${hangul})${hangul}){1,2100}`,
  'giu',
)

const atEnd = /[.,;:!?…。、，·*_~]$/u
const pairs: Readonly<Record<string, string>> = { ')': '(', ']': '[', '）': '（' }
const longest = 2000

/**
 * A text cut into words and the web addresses in them. A sign that ends the sentence, or closes a bracket that was open before, is not
 * part of the address; one that names a user in front of its host, as lures do (`https://mairie.fr@other.example`), stays words.
 */
export function textPieces(text: string): TextPiece[] {
  const pieces: TextPiece[] = []
  let done = 0
  for (const { 0: match, index } of text.matchAll(pattern)) {
    const written = trimmed(match)
    const address = followable(written)
    if (address === null) continue
    if (index > done) pieces.push({ text: text.slice(done, index), address: null })
    pieces.push({ text: written, address })
    done = index + written.length
  }
  if (done < text.length) pieces.push({ text: text.slice(done), address: null })
  return pieces
}

function trimmed(match: string): string {
  const last = match.at(-1) ?? ''
  const opening = pairs[last]
  const isUnopened = opening !== undefined && match.split(last).length > match.split(opening).length
  return atEnd.test(match) || isUnopened ? trimmed(match.slice(0, -1)) : match
}

function followable(written: string): string | null {
  if (written.length > longest || !URL.canParse(written)) return null
  const url = new URL(written)
  return url.username === '' && url.password === '' ? url.href : null
}
