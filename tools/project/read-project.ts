import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createProject, type Project } from './project.ts'

const left = new Set(['node_modules', '.git', 'dist', 'var', 'coverage'])

/** Reads the project in a folder; what is installed, built or kept at run time is left aside. */
export function readProject(root: string): Project {
  const files: string[] = []
  const emptyFolders: string[] = []
  const walk = (folder: string) => {
    const entries = readdirSync(join(root, folder), { withFileTypes: true })
    if (entries.length === 0) emptyFolders.push(folder)
    for (const entry of entries) {
      if (left.has(entry.name)) continue
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isDirectory()) walk(path)
      else files.push(path)
    }
  }
  walk('')
  const texts = new Map<string, string>()
  const read = (path: string) => {
    const text = texts.get(path) ?? readFileSync(join(root, path), 'utf8')
    texts.set(path, text)
    return text
  }
  return createProject({ files, read }, emptyFolders)
}
