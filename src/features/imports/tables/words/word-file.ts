import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { projectPath } from '../../../../platform/settings/project-path.ts'

/** Lists of words by their meaning. */
export function wordsSchema<const T extends string>(names: readonly T[]) {
  return z.record(z.enum(names), z.array(z.string()))
}

/** A file of words of data/imports. */
export function readWords<T>(file: string, schema: z.ZodType<T>): T {
  return schema.parse(JSON.parse(readFileSync(projectPath('data', 'imports', file), 'utf8')))
}
