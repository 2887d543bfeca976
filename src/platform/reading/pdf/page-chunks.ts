/** Words that are close together on a line of a page, in points from its lower left corner. */
export interface Chunk {
  text: string
  left: number
  right: number
  /** Of the line on which the letters rest. */
  baseline: number
  size: number
  isBold: boolean
}

export interface PageItem {
  str: string
  transform: readonly number[]
  width: number
  fontName: string
}

/** The pieces of each line of a page as the file has them, lines from the top, pieces from the left. */
export function pieceLines(items: readonly PageItem[], isBold: (fontName: string) => boolean): Chunk[][] {
  const pieces = items.flatMap((item): Chunk[] => {
    const [a = 0, b = 0, , d = 0, left = 0, baseline = 0] = item.transform
    // What is written upwards or across is a stamp or a watermark.
    if (item.str.trim() === '' || Math.abs(b) > Math.abs(a) * 0.2) return []
    const size = Math.round(Math.max(Math.abs(a), Math.abs(d)) * 10) / 10
    return [{ text: item.str, left, right: left + item.width, baseline, size, isBold: isBold(item.fontName) }]
  })
  return linesOf(pieces)
}

function linesOf(pieces: readonly Chunk[]): Chunk[][] {
  const lines: Chunk[][] = []
  for (const piece of [...pieces].sort((a, b) => b.baseline - a.baseline || a.left - b.left)) {
    const line = lines.at(-1)
    const first = line?.[0]
    // A small number above the line belongs to it.
    if (line && first && first.baseline - piece.baseline < Math.max(first.size, piece.size) * 0.45)
      line.push(piece)
    else lines.push([piece])
  }
  return lines.map((line) => line.sort((a, b) => a.left - b.left))
}

/** The pieces of a line joined to words, a wide gap parting two chunks of them. */
export function joinPieces(pieces: readonly Chunk[]): Chunk[] {
  const chunks: Chunk[] = []
  const wide = wideGap(pieces)
  for (const piece of pieces) {
    const last = chunks.at(-1)
    const gap = last ? piece.left - last.right : Number.POSITIVE_INFINITY
    if (!last || (gap > wide && !isMark(last.text))) {
      chunks.push({ ...piece })
      continue
    }
    const isApart =
      gap > Math.min(last.size, piece.size) * 0.17 || /\s$/.test(last.text) || /^\s/.test(piece.text)
    last.text = isApart ? `${last.text.trimEnd()} ${piece.text.trimStart()}` : last.text + piece.text
    last.isBold = isMostlyBold(last, piece)
    // The size of a line is that of most of its letters, not of its note marks.
    if (piece.text.length > last.text.length / 2) last.size = Math.max(last.size, piece.size)
    last.right = Math.max(last.right, piece.right)
  }
  return chunks.map((chunk) => ({ ...chunk, text: chunk.text.trim() }))
}

// A bullet and the words after it are one, however far apart they are.
const isMark = (text: string) => /^(?:[•·○●□■◦▪*–-]|\(?\d{1,2}[.)])$/u.test(text)

// In a justified line all spaces are wide, and none wider than the others.
function wideGap(pieces: readonly Chunk[]): number {
  const size = Math.max(0, ...pieces.map((piece) => piece.size))
  const gaps = gapsBetween(pieces).filter((gap) => gap > size * 0.3)
  const widest = Math.max(0, ...gaps)
  const areEqual = gaps.length > 1 && widest < Math.min(...gaps) * 1.3 && widest < size * 1.6
  return areEqual ? widest + 1 : size * 0.9
}

const gapsBetween = (pieces: readonly Chunk[]) =>
  pieces.slice(1).map(({ left }, index) => left - (pieces[index]?.right ?? left))

const isMostlyBold = (line: Chunk, piece: Chunk) =>
  /[\p{L}\p{N}]/u.test(piece.text) ? line.isBold && piece.isBold : line.isBold
