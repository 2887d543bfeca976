import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import { finishPassages } from '../finish-document.ts'
import { structureLines } from '../lines/structure-lines.ts'
import type { Progress } from '../read-parts.ts'
import { readingLimits } from '../reading-limits.ts'
import type { TextDocument, TextRemark } from '../text-document.ts'
import { TextUnreadable } from '../text-unreadable.ts'
import type { PageItem } from './page-chunks.ts'
import { addPageLines, type PagesSoFar } from './page-lines.ts'
import { canRecognise, recognisePages, scanPackages } from './recognise.ts'

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>
type Page = Awaited<ReturnType<Pdf['getPage']>>

/** Reads a PDF; pages that are pictures are recognised where the programs for it are installed. */
export async function readPdf(bytes: Uint8Array, progress: Progress): Promise<TextDocument> {
  const pdf = await open(bytes)
  const pages = pdf.numPages
  if (pages > readingLimits.pages) throw new TextUnreadable('tooManyPages', String(readingLimits.pages))
  const so: PagesSoFar = { lines: [], tables: 0 }
  const scanned: number[] = []
  const fonts = new Map<string, boolean>()
  for (let number = 1; number <= pages; number += 1) {
    const page = await pdf.getPage(number)
    const items = await itemsOf(page)
    await learnFonts(page, items, fonts)
    if (isEmpty(items)) scanned.push(number)
    addPageLines(so, items, number, (name) => fonts.get(name) ?? false)
    page.cleanup()
    progress(number, pages)
  }
  await pdf.loadingTask.destroy()
  if (so.lines.length === 0) return recognised(bytes, scanned, progress)
  const { passages, remarks } = structureLines(so.lines)
  const unread: TextRemark[] =
    scanned.length > 0 ? [{ code: 'imagesWithoutText', detail: String(scanned.length) }] : []
  return finishPassages({ format: 'pdf', passages, pages, remarks: [...remarks, ...unread] })
}

async function recognised(
  bytes: Uint8Array,
  pages: readonly number[],
  progress: Progress,
): Promise<TextDocument> {
  if (!canRecognise()) throw new TextUnreadable('noText', scanPackages)
  return recognisePages(bytes, pages, progress)
}

async function open(bytes: Uint8Array): Promise<Pdf> {
  try {
    // A copy: pdf.js takes what it is given away, and takes no Buffer.
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

// The names of fonts are known once a page is prepared for drawing: only pages with a new font are.
async function learnFonts(
  page: Page,
  items: readonly PageItem[],
  fonts: Map<string, boolean>,
): Promise<void> {
  const unknown = new Set(items.map(({ fontName }) => fontName).filter((name) => !fonts.has(name)))
  if (unknown.size === 0) return
  await page.getOperatorList()
  for (const name of unknown) {
    const font: unknown = page.commonObjs.has(name) ? page.commonObjs.get(name) : null
    fonts.set(name, isBoldFont(font))
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
