import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import { finishPassages } from '../finish-document.ts'
import { structureLines } from '../lines/structure-lines.ts'
import type { TextLine } from '../lines/text-line.ts'
import { readingLimits } from '../reading-limits.ts'
import type { Progress, TextDocument, TextRemark } from '../text-document.ts'
import { TextUnreadable } from '../text-unreadable.ts'
import type { PageItem } from './page-chunks.ts'
import { addPageLines, type PagesSoFar } from './page-lines.ts'
import { rulesOf } from './page-rules.ts'
import { canRecognise, recogniseLines, scanPackages } from './recognise.ts'

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
