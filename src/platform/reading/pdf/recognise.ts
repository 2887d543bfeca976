import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { finishPassages } from '../finish-document.ts'
import { structureLines } from '../lines/structure-lines.ts'
import { linesOf, type TextLine } from '../lines/text-line.ts'
import { inFolder, programPath, requireProgram, runProgram } from '../programs/run-program.ts'
import type { Progress } from '../read-parts.ts'
import { readingLimits } from '../reading-limits.ts'
import type { TextDocument } from '../text-document.ts'
import { TextUnreadable } from '../text-unreadable.ts'

/** What recognises the letters of pictures. */
export const scanPackages = 'tesseract-ocr, tesseract-ocr-fra, tesseract-ocr-kor, poppler-utils'

export const canRecognise = () => programPath('tesseract') !== null && programPath('pdftoppm') !== null

/** Reads the pages of a scanned PDF by recognising their letters. */
export async function recognisePages(
  bytes: Uint8Array,
  pages: readonly number[],
  progress: Progress,
): Promise<TextDocument> {
  if (pages.length > readingLimits.ocrPages)
    throw new TextUnreadable('tooManyPages', String(readingLimits.ocrPages))
  const draw = requireProgram('pdftoppm', scanPackages)
  return inFolder(async (folder) => {
    await writeFile(join(folder, 'file.pdf'), bytes)
    const lines: TextLine[] = []
    for (const [index, page] of pages.entries()) {
      const words = [
        '-f',
        String(page),
        '-l',
        String(page),
        '-r',
        '300',
        '-scale-to',
        '4000',
        '-gray',
        '-singlefile',
        '-png',
        'file.pdf',
        'page',
      ]
      await runProgram(draw, words, { folder, timeMs: 30_000 })
      const text = await recognise(folder, 'page.png')
      lines.push(...linesOf(text).map((line) => ({ ...line, page })))
      progress(index + 1, pages.length)
    }
    return documentOf(lines, pages.length, 'pdf')
  })
}

/** Reads a picture of a page. */
export async function recogniseImage(bytes: Uint8Array): Promise<TextDocument> {
  if (!programPath('tesseract')) throw new TextUnreadable('noText', scanPackages)
  return inFolder(async (folder) => {
    await writeFile(join(folder, 'page'), bytes)
    return documentOf(linesOf(await recognise(folder, 'page')), 1, 'image')
  })
}

async function recognise(folder: string, file: string): Promise<string> {
  const program = requireProgram('tesseract', scanPackages)
  const installed = (await runProgram(program, ['--list-langs'], { folder, timeMs: 10_000 })).split('\n')
  const languages = ['fra', 'kor', 'eng'].filter((language) => installed.includes(language))
  return runProgram(program, [file, 'stdout', '-l', languages.join('+') || 'eng', '--psm', '3'], {
    folder,
    timeMs: 120_000,
  })
}

function documentOf(lines: readonly TextLine[], pages: number, format: string): TextDocument {
  const { passages, remarks } = structureLines(lines)
  if (passages.length === 0) throw new TextUnreadable('noText', scanPackages)
  return finishPassages({
    format,
    passages,
    pages,
    remarks: [{ code: 'recognised', detail: String(pages) }, ...remarks],
  })
}
