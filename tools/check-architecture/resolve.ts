import { posix } from 'node:path'
import type { Module } from '../project/module.ts'
import type { Project } from '../project/project.ts'

export interface Edge {
  from: string
  line: number
  specifier: string
  /** The file of the project that is named, or null when no such file exists. */
  to: string | null
}

const endings = ['', '.ts', '.tsx', '/index.ts', '/index.tsx']

/** The imports of a module that stay in the project; those of npm packages and of Node are left out. */
export function projectEdges(project: Project, module: Module): Edge[] {
  return module.imports
    .filter(({ specifier }) => /^\.{1,2}(\/|$)|^\//.test(specifier))
    .map(({ specifier, line }) => ({
      from: module.path,
      line,
      specifier,
      to: resolve(project, module.path, specifier),
    }))
}

function resolve(project: Project, from: string, specifier: string): string | null {
  const path = posix.join(posix.dirname(from), specifier.replace(/[?#].*$/, ''))
  const written = path.replace(/\.js(x?)$/, '.ts$1')
  return [path, written, ...endings.map((ending) => path + ending)].find(project.isFile) ?? null
}
