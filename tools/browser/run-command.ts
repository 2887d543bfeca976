import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** Runs the built `entente …` against the data in a folder, whose server may be running, and returns what it prints. */
export async function runCommand(folder: string, words: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [join('dist', 'cli.js'), ...words], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, DATA_DIR: folder },
  })
  return stdout.trim()
}
