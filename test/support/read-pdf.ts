import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { allowedMissing } from '../../tools/test/packages.ts'

/** Whether the tests that read a PDF are to run here; when not, they are counted as skipped. */
export const canReadPdf = !allowedMissing(process.env).includes('poppler-utils')

/** What a reader of PDF takes from a file: its text in reading order, its facts by their names, its fonts. */
export interface ReadPdf {
  /** Lines and pages joined by single spaces; words parted at the end of a line put together again. */
  text: string
  /** As `pdfinfo` names them: Title, Author, Pages, Tagged… */
  facts: Record<string, string>
  /** One line a font, without the heading. */
  fonts: string[]
}

export function readPdf(bytes: Uint8Array): ReadPdf {
  const folder = mkdtempSync(join(tmpdir(), 'entente-pdf-'))
  try {
    const file = join(folder, 'note.pdf')
    writeFileSync(file, bytes)
    const facts = run('pdfinfo', [file])
      .split('\n')
      .flatMap((line) => /^([^:]+):\s+(.*)$/.exec(line)?.slice(1, 3) ?? [])
    return {
      text: run('pdftotext', ['-raw', file, '-']).replace(/\u00ad\n/g, '').replace(/[\n\f ]+/g, ' ').trim(),
      facts: Object.fromEntries(Array.from({ length: facts.length / 2 }, (_, at) => facts.slice(at * 2, at * 2 + 2))),
      fonts: run('pdffonts', [file]).trim().split('\n').slice(2),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function run(command: string, words: string[]): string {
  return execFileSync(command, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
}
