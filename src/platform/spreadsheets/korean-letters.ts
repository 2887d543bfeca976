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
