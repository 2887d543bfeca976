export type Utf16 = 'utf-16le' | 'utf-16be'

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
