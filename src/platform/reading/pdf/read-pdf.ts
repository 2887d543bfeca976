import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import { finishPassages } from '../finish-document.ts'
import { readMark } from '../lines/line-marks.ts'
import { structureLines } from '../lines/structure-lines.ts'
import type { TextLine } from '../lines/text-line.ts'
import { readingLimits } from '../reading-limits.ts'
import type { Progress, TextDocument, TextRemark } from '../text-document.ts'
import { runOf } from '../text-runs.ts'
import { TextUnreadable } from '../text-unreadable.ts'
import { type Chunk, joinPieces, type PageItem, pieceLines } from './page-chunks.ts'
import { type Column, readingOrder, usualSpacing } from './page-columns.ts'
import { type Rule, rulesOf } from './page-rules.ts'
import { type PageRow, passageOf, readPageTable } from './page-tables.ts'
import { canRecognise, recogniseLines, scanPackages } from './recognise.ts'
import { cutAtGrids, gridsOf } from './ruled-tables.ts'

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>
type Page = Awaited<ReturnType<Pdf['getPage']>>

/** Reads a PDF; pages that are pictures are recognised where the programs for it are installed. */
export async function readPdf(bytes: Uint8Array, progress: Progress): Promise<TextDocument> {
  const pdf = await open(bytes)
  const pages = pdf.numPages
  if (pages > readingLimits.pages) throw new TextUnreadable('tooManyPages', String(readingLimits.pages))
  const { lines, scanned } = await readPages(pdf, progress)
  await pdf.loadingTask.destroy()
  // Where no page has a letter, letters may be drawn.
  const pictures = lines.length > 0 ? scanned : Array.from({ length: pages }, (_, index) => index + 1)
  const mayRecognise = canRecognise() && pictures.length <= readingLimits.ocrPages
  const recognised = lines.length === 0 || mayRecognise ? await recogniseLines(bytes, pictures, progress) : []
  const { passages, remarks } = structureLines(
    [...lines, ...recognised].sort((a, b) => (a.page ?? 0) - (b.page ?? 0)),
  )
  if (passages.length === 0) throw new TextUnreadable('noText', scanPackages)
  return finishPassages({
    format: 'pdf',
    passages,
    pages,
    remarks: [...picturesSeen(scanned, recognised), ...remarks],
  })
}

function picturesSeen(scanned: readonly number[], recognised: readonly TextLine[]): TextRemark[] {
  const pages = new Set(recognised.map(({ page }) => page)).size
  if (pages > 0) return [{ code: 'recognised', detail: String(pages) }]
  return scanned.length > 0 ? [{ code: 'imagesWithoutText', detail: String(scanned.length) }] : []
}

/** The lines of the pages that have letters, and the numbers of those that have a picture instead. */
async function readPages(pdf: Pdf, progress: Progress): Promise<{ lines: TextLine[]; scanned: number[] }> {
  const { OPS } = await getResolvedPDFJS()
  const imageOrders = new Set([OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject])
  const so: PagesSoFar = { lines: [], tables: 0 }
  const scanned: number[] = []
  const fonts = new Map<string, boolean>()
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    const items = await itemsOf(page)
    const drawing = await page.getOperatorList()
    if (!isEmpty(items)) {
      learnFonts(page, items, fonts)
      addPageLines(so, { number, items, rules: rulesOf(drawing, OPS) }, (name) => fonts.get(name) ?? false)
    } else if (drawing.fnArray.some((order) => imageOrders.has(order))) scanned.push(number)
    page.cleanup()
    progress(number, pdf.numPages)
  }
  return { lines: so.lines, scanned }
}

async function open(bytes: Uint8Array): Promise<Pdf> {
  try {
    // A copy: pdf.js takes ownership of its input, and takes no Buffer.
    return await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 0,
      stopAtErrors: false,
      disableFontFace: true,
    })
  } catch (error) {
    const { PasswordException } = await getResolvedPDFJS()
    throw new TextUnreadable(error instanceof PasswordException ? 'locked' : 'damaged', '', { cause: error })
  }
}

async function itemsOf(page: Page): Promise<PageItem[]> {
  const { items } = await page.getTextContent()
  return items.flatMap((item) => ('str' in item ? [item] : []))
}

// The names of fonts are known once the drawing operations of a page were listed.
function learnFonts(page: Page, items: readonly PageItem[], fonts: Map<string, boolean>): void {
  for (const { fontName } of items) {
    if (fonts.has(fontName)) continue
    const font: unknown = page.commonObjs.has(fontName) ? page.commonObjs.get(fontName) : null
    fonts.set(fontName, isBoldFont(font))
  }
}

function isBoldFont(font: unknown): boolean {
  if (typeof font !== 'object' || font === null) return false
  const name = 'name' in font ? String(font.name) : ''
  return (
    /bold|black|heavy|semibold|-(?:bd|b)\b|굵은|견고딕/i.test(name) ||
    ('black' in font && font.black === true)
  )
}

const isEmpty = (items: readonly PageItem[]) =>
  items.reduce((letters, { str }) => letters + str.trim().length, 0) < 4

/** State that goes on from page to page. */
interface PagesSoFar {
  lines: TextLine[]
  tables: number
}

/** What is on a page: its words, and the lines that are drawn around them. */
interface PageContent {
  number: number
  items: readonly PageItem[]
  rules: readonly Rule[]
}

/** Adds the lines of a page in reading order; the earlier pages decide whether a paragraph goes on. */
function addPageLines(
  so: PagesSoFar,
  { number, items, rules }: PageContent,
  isBold: (fontName: string) => boolean,
): void {
  for (const stretch of cutAtGrids(pieceLines(items, isBold), gridsOf(rules))) {
    if ('rows' in stretch) addTable(so, stretch.rows, number)
    else for (const column of readingOrder(stretch.lines)) addColumn(so, column, number)
  }
}

function addTable(so: PagesSoFar, rows: readonly PageRow[], page: number): void {
  so.tables += 1
  so.lines.push(...rows.map((row) => rowLine(passageOf(row, { page, table: so.tables }), so, page)))
}

function addColumn(so: PagesSoFar, { lines: pieces, left, right }: Column, page: number): void {
  const lines = pieces.map(joinPieces)
  const spacing = usualSpacing(lines) || 12
  const width = Math.max(1, right - left)
  let above: Chunk[] | null = null
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? []
    const table = readPageTable(lines, index, spacing)
    if (table) {
      addTable(so, table.rows, page)
      above = null
      index = table.end - 1
      continue
    }
    const text = line.map((chunk) => chunk.text).join(' ')
    so.lines.push({
      text,
      runs: [runOf(text)],
      left: (((line[0]?.left ?? left) - left) / width) * 100,
      right: (((line.at(-1)?.right ?? right) - left) / width) * 100,
      isApart: above ? isApart(above, line, spacing, left) : startsAnew(so.lines.at(-1)),
      line: so.lines.length + 1,
      page,
      size: sizeOf(line),
      isBold: line.every((chunk) => chunk.isBold),
    })
    above = line
  }
}

function rowLine(row: TextLine['given'] & object, so: PagesSoFar, page: number): TextLine {
  return {
    text: row.text,
    runs: [],
    left: 0,
    right: 100,
    isApart: true,
    line: so.lines.length + 1,
    page,
    given: row,
  }
}

// At the head of a column or page a paragraph goes on, unless the one before had ended.
function startsAnew(last: TextLine | undefined): boolean {
  return last === undefined || Boolean(last.given) || /[.!?…:;»”]$/u.test(last.text)
}

function isApart(above: Chunk[], line: Chunk[], spacing: number, left: number): boolean {
  const [over, here] = [above[0], line[0]]
  if (!over || !here) return true
  if (over.baseline - here.baseline > Math.max(spacing, here.size * 1.1) * 1.25) return true
  if (Math.abs(sizeOf(above) - sizeOf(line)) > 0.6) return true
  // Paragraphs without space between them begin a little to the right.
  const isSetIn = here.left - over.left > here.size * 0.7 && Math.abs(over.left - left) < 3
  return isSetIn && !readMark(over.text)
}

const sizeOf = (line: readonly Chunk[]) => Math.max(...line.map(({ size }) => size))
