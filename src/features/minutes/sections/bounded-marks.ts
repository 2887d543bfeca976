// Which signs a writer of Markdown means as marks, and as what they are read where they are too many: as wide, and no mark.
const asWords: Readonly<Record<string, string>> = {
  '*': '∗',
  _: '＿',
  '[': '［',
  '\\': '＼',
  '`': '｀',
  '<': '＜',
  '&': '＆',
  '>': '›',
  ' ': '\u00a0',
}

const mostMarks = 400
const mostNested = 12

/**
 * Markdown without the marks that are more than anybody means: a parser takes the square of their number, and whoever sends thousands in one
 * paragraph, or lists in lists in lists, would stop the server. Beyond 400 a paragraph and 12 lists or quotations in each other they are words.
 * Every place of the text stays where it is.
 */
export function boundMarks(source: string): string {
  let marks = 0
  return source
    .split('\n')
    .map((line) => {
      const { length } = /^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$)|#|$)/.exec(line)?.[0] ?? { length: -1 }
      // A paragraph ends before an empty line, an item and a title.
      if (length >= 0) marks = 0
      return withFewerMarks(withFewerNested(line), () => ++marks > mostMarks)
    })
    .join('\n')
}

const withFewerMarks = (line: string, isTooMany: () => boolean) =>
  line.replaceAll(/[*_[\\`<&]/g, (mark) => (isTooMany() ? (asWords[mark] ?? mark) : mark))

function withFewerNested(line: string): string {
  const container = /[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))/y
  let end = 0
  for (let nested = 0; nested <= mostNested; nested++) {
    if (!container.test(line)) return line
    if (nested < mostNested) end = container.lastIndex
  }
  const lead = /[ \t>\d.)*+-]*/y
  lead.lastIndex = end
  lead.test(line)
  const over = line.slice(end, lead.lastIndex).replaceAll(/[ >*]/g, (mark) => asWords[mark] ?? mark)
  return line.slice(0, end) + over + line.slice(lead.lastIndex)
}
