import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { requirePackage, runsWith } from './needs.ts'

/** Whether the tests that read a PDF are to run here; when not, they are counted as skipped. */
export const canReadPdf = runsWith('poppler-utils')

/** The contents of a file for a reader of PDF: its text in reading order, and its facts by their names. */
export interface ReadPdf {
  /** Lines and pages joined by single spaces; words parted at the end of a line put together again. */
  text: string
  /** The text of each page. */
  pages: string[]
  /** As `pdfinfo` names them: Title, Author, Pages, Tagged… */
  facts: Record<string, string>
}

export function readPdf(bytes: Uint8Array): ReadPdf {
  const joined = (text: string) =>
    text
      .replace(/\u00ad\n/g, '')
      .replace(/[\n\f ]+/g, ' ')
      .trim()
  return withFile(bytes, (file) => ({
    text: joined(run('pdftotext', ['-raw', file, '-'])),
    // Each page ends with a form feed.
    pages: run('pdftotext', ['-raw', file, '-']).split('\f').slice(0, -1).map(joined),
    facts: Object.fromEntries(
      [...run('pdfinfo', [file]).matchAll(/^([^:\n]+):\s+(.*)$/gm)].map(([, name, value]) => [name, value]),
    ),
  }))
}

/** The fonts of a PDF as `pdffonts` lists them, one line a font. */
export function readPdfFonts(bytes: Uint8Array): string[] {
  return withFile(bytes, (file) => run('pdffonts', [file]).trim().split('\n').slice(2))
}

/** Tags, alternatives and languages of a tagged PDF with its words, as `pdfinfo` shows its structure. */
export function readPdfStructure(bytes: Uint8Array): string {
  return withFile(bytes, (file) => run('pdfinfo', ['-struct-text', file]))
}

/** The objects of a PDF with what is packed in its streams, as text: what `pdfinfo` does not show, as `/Alt` and `/Lang`. */
export function readPdfObjects(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('latin1')
  const packed = [...text.matchAll(/stream\r?\n(.*?)\r?\nendstream/gs)].map(([, stream = '']) => {
    try {
      return inflateSync(Buffer.from(stream, 'latin1')).toString('latin1')
    } catch {
      return ''
    }
  })
  return [text, ...packed].join('\n')
}

function withFile<T>(bytes: Uint8Array, read: (file: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'entente-pdf-'))
  try {
    const file = join(folder, 'note.pdf')
    writeFileSync(file, bytes)
    return read(file)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function run(command: string, words: string[]): string {
  requirePackage('poppler-utils')
  return execFileSync(command, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
}
