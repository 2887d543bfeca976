/** A line of a printed table of contents: dots or a wide gap, then the number of a page. */
export function isContentsLine(line: string): boolean {
  return /(?:\.{4,}|(?:\. ){3,}\.?|…{2,}|·{4,}|_{4,})\s*\d+\s*$/u.test(line.slice(-160))
}

/** Whether a paragraph is a printed table of contents: most of its lines lead to a page. */
export function isPrintedContents(text: string): boolean {
  const lines = text.split('\n')
  return lines.length > 2 && lines.filter(isContentsLine).length * 2 > lines.length
}

export function isContentsTitle(text: string): boolean {
  return /^(?:sommaire|table des mati[eè]res|(?:table of )?contents|목\s*차|차\s*례)\s*:?$/iu.test(
    text.trim(),
  )
}
