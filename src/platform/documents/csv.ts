// So that Excel reads UTF-8, which it otherwise takes for the code page of the machine.
const byteOrderMark = '\ufeff'

/** A table as RFC 4180 writes it, row by row; what a spreadsheet would run as a formula is kept a text by an apostrophe. */
export async function* writeCsv(
  header: readonly string[],
  slices: AsyncIterable<string[][]>,
): AsyncGenerator<string> {
  yield `${byteOrderMark}${line(header)}`
  for await (const rows of slices) yield rows.map(line).join('')
}

function line(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\r\n`
}

function cell(text: string): string {
  const safe = runsAsFormula.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) || /^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

// An apostrophe before such a sign is doubled, so that taking one away always gives back the text.
const runsAsFormula = /^'*[=+\-@\t\r\n＝＋－＠]/
