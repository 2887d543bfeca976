import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { projectPath } from './project-path.ts'

/** The number of this release, as in package.json: `0.1.0`. */
export function readRelease(): string {
  return z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(projectPath('package.json'), 'utf8'))).version
}
