import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = findRoot(dirname(fileURLToPath(import.meta.url)))

/** A path inside the project, wherever this code runs from: its sources or the bundle in dist. */
export function projectPath(...parts: string[]): string {
  return join(root, ...parts)
}

function findRoot(from: string): string {
  if (existsSync(join(from, 'package.json')) && existsSync(join(from, 'migrations'))) return from
  const above = dirname(from)
  if (above === from) throw new Error('The project folder was not found')
  return findRoot(above)
}
