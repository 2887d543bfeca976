const widest = 72

// Hangul, Han and full-width signs take two columns.
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}]|[\u{20000}-\u{3fffd}]/gu

/**
 * A text in lines of at most 72 columns, broken at plain spaces alone: an address, a Korean word or « a quotation » is
 * never cut, however long. `indent` begins every line, `mark` replaces it on the first one.
 */
export function wrap(text: string, indent = '', mark = indent): string {
  return text
    .split('\n')
    .map((line, index) => wrapLine(line, indent, index === 0 ? mark : indent))
    .join('\n')
}

function wrapLine(text: string, indent: string, mark: string): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/[ \t]+/)) {
    if (line !== '' && columnsOf(indent) + columnsOf(line) + 1 + columnsOf(word) > widest) {
      lines.push(line)
      line = word
    } else {
      line = line === '' ? word : `${line} ${word}`
    }
  }
  lines.push(line)
  return lines.map((each, index) => `${index === 0 ? mark : indent}${each}`.trimEnd()).join('\n')
}

function columnsOf(text: string): number {
  return text.length + (text.match(wide)?.length ?? 0)
}
