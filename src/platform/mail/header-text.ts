const mostCharacters = { name: 100, subject: 200 }

// Control characters end a header; marks of direction make a name read as another one.
const unseen = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+/gu

const characters = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** Makes a text fit for a header: one line, in the order in which it reads, of a bearable length. */
export function headerText(text: string, use: keyof typeof mostCharacters): string {
  // What looks like an encoded word would be decoded at the other end, line ends and all.
  const line = text.toWellFormed().replace(unseen, ' ').replace(/\s+/g, ' ').replaceAll('=?', '= ?').trim()
  const most = mostCharacters[use]
  if (line.length <= most) return line
  let kept = ''
  for (const { segment } of characters.segment(line.slice(0, most * 2))) {
    if (kept.length + segment.length >= most) break
    kept += segment
  }
  return `${kept.trimEnd()}…`
}
