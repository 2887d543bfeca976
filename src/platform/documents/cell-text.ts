/**
 * A text that every table can hold: one kind of line end, without the control characters that XML refuses.
 * https://www.w3.org/TR/xml/#charsets
 */
export function cellText(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, '\n').replace(refused, '')
}

const refused = /(?![\t\n])\p{Cc}|[\ufffe\uffff]/gu
