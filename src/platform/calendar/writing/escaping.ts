// Line ends of whatever kind: some readers split files at those of Unicode too.
const lineEnds = /\r\n?|[\v\f\u0085\u2028\u2029]/g
const unseen = /(?![\t\n])\p{Cc}/gu

/** A text as programs can keep it: lines end by `\n` alone, and no control characters but tabs. */
export function keepableText(text: string): string {
  if (!hasOddSigns(text)) return text
  return text.toWellFormed().replace(lineEnds, '\n').replace(unseen, '')
}

/** The value of a property of the type TEXT. */
export function escapeText(text: string): string {
  const kept = keepableText(text)
  if (!/[\\;,\n]/.test(kept)) return kept
  return kept.replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n')
}

/** The value of a parameter, in quotes where it needs them, with what quotes cannot hold as RFC 6868 says. */
export function parameterValue(text: string): string {
  if (/^[\w-]*$/.test(text)) return text
  const kept = keepableText(text).replaceAll('\t', ' ')
  const escaped = kept.replaceAll('^', '^^').replaceAll('\n', '^n').replaceAll('"', "^'")
  return /[;:,]/.test(escaped) ? `"${escaped}"` : escaped
}

/** The value of a property of the type URI: whatever would end it is percent-encoded. */
export function uriValue(address: string): string {
  if (/^[\x21-\x7e]+$/.test(address)) return address
  return URL.parse(address)?.href ?? encodeURI(address.toWellFormed())
}

// Few texts have any: searching for them by expressions would take longer than all the rest of writing an event.
function hasOddSigns(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code < 0x20 ? code !== 0x09 && code !== 0x0a : code > 0x7e && (code < 0xa0 || isLineEnd(code)))
      return true
  }
  return !text.isWellFormed()
}

const isLineEnd = (code: number) => code === 0x2028 || code === 0x2029
