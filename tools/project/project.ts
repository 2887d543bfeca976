import { posix } from 'node:path'
import { isModulePath, type Module, parseModule } from './module.ts'

/** The project as the checks see it; paths are relative to its root, with forward slashes. */
export interface Project {
  /** Every file, sorted. */
  files: readonly string[]
  emptyFolders: readonly string[]
  /** The parsed modules of the code folders and the root. */
  modules: readonly Module[]
  isFile(path: string): boolean
  /** True for a file or a folder that exists. */
  has(path: string): boolean
  /** The text of a file of the project; an unknown path is a mistake of the caller and throws. */
  text(path: string): string
}

/** The folders whose names, imports and sizes are checked. */
export const codeFolders = ['src', 'islands', 'test', 'tools', 'bench']

export const isInFolders = (path: string, folders: readonly string[]) =>
  folders.some((folder) => path.startsWith(`${folder}/`))

/** Makes a project of files whose text `read` gives; samples in tests pass an object instead. */
export function createProject(
  source: Readonly<Record<string, string>> | { files: readonly string[]; read: (path: string) => string },
  emptyFolders: readonly string[] = [],
): Project {
  const { files, read } = isReader(source) ? source : sampleReader(source)
  const folders = new Set(['.', '', ...emptyFolders, ...files.flatMap(parentFolders)])
  const fileSet = new Set(files)
  const modules = files
    .filter((path) => isModulePath(path) && (isInFolders(path, codeFolders) || !path.includes('/')))
    .map((path) => parseModule(path, read(path)))
  return {
    files: [...files].sort(),
    emptyFolders,
    modules,
    isFile: (path) => fileSet.has(path),
    has: (path) => fileSet.has(path) || folders.has(path.replace(/\/$/, '')),
    text: (path) => {
      if (!fileSet.has(path)) throw new Error(`${path} is not a file of the project`)
      return read(path)
    },
  }
}

type Reader = { files: readonly string[]; read: (path: string) => string }

const isReader = (source: object): source is Reader => 'read' in source && typeof source.read === 'function'

function sampleReader(sample: Readonly<Record<string, string>>): Reader {
  return { files: Object.keys(sample), read: (path) => sample[path] ?? '' }
}

function parentFolders(path: string): string[] {
  const parent = posix.dirname(path)
  return parent === '.' ? [] : [parent, ...parentFolders(parent)]
}
