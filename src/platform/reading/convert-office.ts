import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { inFolder, requireProgram, runProgram } from './run-program.ts'
import { TextUnreadable } from './text-unreadable.ts'

/** The formats that old office files are converted to. */
const targets = { doc: 'odt', rtf: 'odt', xls: 'ods' } as const

/** An old office file as an OpenDocument one, by LibreOffice where it is installed. */
export async function convertOffice(bytes: Uint8Array, kind: keyof typeof targets): Promise<Uint8Array> {
  const program = requireProgram('soffice', kind === 'xls' ? 'libreoffice-calc' : 'libreoffice-writer')
  return inFolder(async (folder) => {
    const file = join(folder, `file.${kind}`)
    await writeFile(file, bytes)
    const profile = pathToFileURL(join(folder, 'profile')).href
    const words = [
      '--headless',
      '--norestore',
      '--nolockcheck',
      `-env:UserInstallation=${profile}`,
      '--convert-to',
      targets[kind],
      '--outdir',
      folder,
      file,
    ]
    await runProgram(program, words, { folder, timeMs: 90_000 })
    try {
      return await readFile(join(folder, `file.${targets[kind]}`))
    } catch (error) {
      // It exits without an error and writes nothing when a file is damaged or asks for a password.
      throw new TextUnreadable('damaged', '', { cause: error })
    }
  })
}
