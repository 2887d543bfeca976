// Line ends of whatever kind: some readers split files at those of Unicode too.
const lineEnds = /\r\n?|[\v\f\u0085\u2028\u2029]/g
const unseen = /(?![\t\n])\p{Cc}/gu
const isPlain = /^[^\p{Cc}\p{Zl}\p{Zp}\p{Cs}\\;,]*$/u

/** A text as programs can keep it: lines end by `\n` alone, and no control characters but tabs. */
export function keepableText(text: string): string {
  return text.toWellFormed().replace(lineEnds, '\n').replace(unseen, '')
}

/** The value of a property of the type TEXT. */
export function escapeText(text: string): string {
  if (isPlain.test(text)) return text
  return keepableText(text)
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
}

/** The value of a parameter, in quotes where it needs them, with what quotes cannot hold as RFC 6868 says. */
export function parameterValue(text: string): string {
  const kept = keepableText(text).replaceAll('\t', ' ')
  const escaped = kept.replaceAll('^', '^^').replaceAll('\n', '^n').replaceAll('"', "^'")
  return /[;:,]/.test(escaped) ? `"${escaped}"` : escaped
}

/** The value of a property of the type URI: whatever would end it is percent-encoded. */
export function uriValue(address: string): string {
  return URL.parse(address)?.href ?? encodeURI(address.toWellFormed())
}
