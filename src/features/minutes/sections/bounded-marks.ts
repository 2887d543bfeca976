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
const mostInBlock = 2_400
const mostNested = 12

/**
 * Markdown without the marks that are more than anybody means: a parser takes the square of their number, and whoever sends thousands in one
 * paragraph, or lists in lists in lists, would stop the server. They are words beyond 400 in a paragraph or an item, 2,400 up to the next
 * empty line or title, and 12 lists or quotations in each other. Every place of the text stays where it is.
 */
export function boundMarks(source: string): string {
  let [marks, inBlock] = [0, 0]
  const isTooMany = () => {
    marks++
    inBlock++
    return marks > mostMarks || inBlock > mostInBlock
  }
  return source
    .split('\n')
    .map((line) => {
      if (/^[ \t]*$|^ {0,3}#{1,6}(?:[ \t]|$)/.test(line)) [marks, inBlock] = [0, 0]
      // What looks like an item is one in a list alone: within a paragraph it may be words that go on.
      else if (/^[ \t]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/.test(line)) marks = 0
      return withFewerMarks(withFewerNested(line), isTooMany)
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
