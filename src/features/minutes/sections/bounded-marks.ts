// Markdown marks, and the look-alikes that replace them where there are too many: as wide, and no mark.
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
 * Replaces the marks in Markdown that exceed what any author means. A parser’s time grows with the square of their number, so thousands in
 * one paragraph, or deeply nested lists, would stop the server. Marks become words beyond 400 in a paragraph or an item, 2,400 up to the
 * next empty line or title, and 12 nested lists or quotations. All positions in the text stay the same.
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
      // What looks like an item is one only in a list: within a paragraph it may be words that go on.
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
