import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { finishPassages } from '../finish-document.ts'
import { structureLines } from '../lines/structure-lines.ts'
import { linesOf, type TextLine } from '../lines/text-line.ts'
import { readingLimits } from '../reading-limits.ts'
import { inFolder, programPath, requireProgram, runProgram } from '../run-program.ts'
import type { Progress, TextDocument } from '../text-document.ts'
import { TextUnreadable } from '../text-unreadable.ts'

/** The packages that recognise the letters of pictures. */
export const scanPackages = 'tesseract-ocr, tesseract-ocr-fra, tesseract-ocr-kor, poppler-utils'

export const canRecognise = () => programPath('tesseract') !== null && programPath('pdftoppm') !== null

/** The lines of pages of a PDF that are pictures; refuses where the programs for it are missing. */
export async function recogniseLines(
  bytes: Uint8Array,
  pages: readonly number[],
  progress: Progress,
): Promise<TextLine[]> {
  if (pages.length > readingLimits.ocrPages)
    throw new TextUnreadable('tooManyPages', String(readingLimits.ocrPages))
  if (!canRecognise()) throw new TextUnreadable('noText', scanPackages)
  const draw = requireProgram('pdftoppm', scanPackages)
  return inFolder(async (folder) => {
    await writeFile(join(folder, 'file.pdf'), bytes)
    const lines: TextLine[] = []
    for (const [index, page] of pages.entries()) {
      const place = ['-f', String(page), '-l', String(page)]
      const form = ['-r', '300', '-scale-to', '4000', '-gray', '-singlefile', '-png']
      await runProgram(draw, [...place, ...form, 'file.pdf', 'page'], { folder, timeMs: 30_000 })
      const text = await recognise(folder, 'page.png')
      lines.push(...linesOf(text).map((line) => ({ ...line, page })))
      progress(index + 1, pages.length)
    }
    return lines
  })
}

/** Reads a picture of a page. */
export async function recogniseImage(bytes: Uint8Array): Promise<TextDocument> {
  if (!programPath('tesseract')) throw new TextUnreadable('noText', scanPackages)
  return inFolder(async (folder) => {
    await writeFile(join(folder, 'page'), bytes)
    const { passages, remarks } = structureLines(linesOf(await recognise(folder, 'page')))
    if (passages.length === 0) throw new TextUnreadable('noText', scanPackages)
    const recognised = { code: 'recognised' as const, detail: '1' }
    return finishPassages({ format: 'image', passages, pages: 1, remarks: [recognised, ...remarks] })
  })
}

async function recognise(folder: string, file: string): Promise<string> {
  const program = requireProgram('tesseract', scanPackages)
  const installed = (await runProgram(program, ['--list-langs'], { folder, timeMs: 10_000 })).split('\n')
  // A third language beside them makes it take Hangul for English.
  const languages = ['fra', 'kor'].filter((language) => installed.includes(language))
  return runProgram(
    program,
    [file, 'stdout', '-l', languages.join('+') || 'eng', '--psm', '3', '-c', 'preserve_interword_spaces=1'],
    {
      folder,
      timeMs: 120_000,
    },
  )
}
