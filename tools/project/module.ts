import { type Comment, type OxcError, type Program, parseSync } from 'oxc-parser'
import { type ModuleImport, readImports } from './imports.ts'
import { createLineFinder } from './lines.ts'

/** One TypeScript or JavaScript file, parsed. */
export interface Module {
  /** From the project's root, with forward slashes. */
  path: string
  text: string
  program: Program
  comments: readonly Comment[]
  errors: readonly OxcError[]
  /** Every module that this one names: static, type-only, re-exported, dynamic, or by `new URL(…, import.meta.url)`. */
  imports: readonly ModuleImport[]
  /** The line, from 1, of an offset into `text`. */
  lineAt(offset: number): number
}

export function parseModule(path: string, text: string): Module {
  const { program, module, comments, errors } = parseSync(path, text)
  const lineAt = createLineFinder(text)
  return {
    path,
    text,
    program,
    comments,
    errors,
    lineAt,
    imports: readImports(program, module, text, lineAt),
  }
}

export const isModulePath = (path: string) => /\.(tsx?|m?js)$/.test(path) && !path.endsWith('.d.ts')

/** Tests are beside the code or in `test/`; they may do what the code may not. */
export const isTest = (path: string) => path.startsWith('test/') || /\.test\.tsx?$/.test(path)

export const isGenerated = (path: string) => /\.generated\.tsx?$/.test(path)
