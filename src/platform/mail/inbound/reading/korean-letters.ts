const euc = new TextDecoder('euc-kr')
const [firstLead, lastLead, lastFullLead, highTrail] = [0x81, 0xc6, 0xa0, 0xa1]

/**
 * The syllables that CP949 adds to EUC-KR, which the decoder of the runtime does not know: all others of Hangul, in their order, up to the
 * lead A0 on all trails, from there on those below A1.
 */
let added: ReadonlyMap<number, string> | null = null

function addedSyllables(): ReadonlyMap<number, string> {
  const rows = Array.from({ length: 25 * 94 }, (_, at) => [0xb0 + Math.floor(at / 94), 0xa1 + (at % 94)])
  const common = new Set(euc.decode(Uint8Array.from(rows.flat())))
  const table = new Map<number, string>()
  let syllable = 0xac00
  for (let lead = firstLead; lead <= lastLead; lead += 1)
    for (let trail = 0x41; trail < (lead <= lastFullLead ? 0xff : highTrail); trail += 1) {
      if ((trail > 0x5a && trail < 0x61) || (trail > 0x7a && trail < 0x81)) continue
      while (common.has(String.fromCharCode(syllable))) syllable += 1
      if (syllable > 0xd7a3) return table
      table.set(lead * 256 + trail, String.fromCharCode(syllable))
      syllable += 1
    }
  return table
}

/** What bytes say in CP949, of which EUC-KR is a part. */
export function decodeKorean(bytes: Uint8Array): string {
  added ??= addedSyllables()
  let text = ''
  let from = 0
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0
    if (lead < 0x80) continue
    const syllable = added.get(lead * 256 + (bytes[at + 1] ?? 0))
    if (syllable !== undefined) {
      text += euc.decode(bytes.subarray(from, at)) + syllable
      from = at + 2
    }
    if (syllable !== undefined || (bytes[at + 1] ?? 0) >= highTrail) at += 1
  }
  return text + euc.decode(bytes.subarray(from))
}

/** Whether that can be meant: each letter is one, and most are Hangul. */
export const isLikelyKorean = (text: string): boolean =>
  !text.includes('\ufffd') &&
  (text.match(/[\uac00-\ud7a3]/g)?.length ?? 0) > (text.match(/[a-z\u0080-\u0fff]/gi)?.length ?? 0)
