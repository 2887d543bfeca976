import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createProject } from './project.ts'
import { readProject } from './read-project.ts'

test('parses the modules of the code folders and of the root, and no others', () => {
  const text = 'export const a = 1\n'
  const project = createProject({
    'src/a.ts': text,
    'vite.config.ts': text,
    'docs/b.ts': text,
    'src/a.json': '{}',
  })
  expect(project.modules.map(({ path }) => path)).toEqual(['src/a.ts', 'vite.config.ts'])
})

test('knows files from folders', () => {
  const project = createProject({ 'docs/guides/a.md': 'x' })
  expect(['docs', 'docs/guides/', 'docs/guides/a.md', 'docs/a'].map(project.has)).toEqual([
    true,
    true,
    true,
    false,
  ])
  expect(['docs', 'docs/guides/a.md'].map(project.isFile)).toEqual([false, true])
})

test('reads a folder without what is installed or built, and says which folders are empty', () => {
  const root = mkdtempSync(join(tmpdir(), 'project-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  for (const folder of ['src/ui', 'node_modules/x', 'dist'])
    mkdirSync(join(root, folder), { recursive: true })
  for (const path of ['src/a.ts', 'node_modules/x/x.js', 'dist/a.js'])
    writeFileSync(join(root, path), 'let x\n')
  const project = readProject(root)
  expect(project.files).toEqual(['src/a.ts'])
  expect(project.emptyFolders).toEqual(['src/ui'])
  expect(project.text('src/a.ts')).toBe('let x\n')
  expect(() => project.text('src/b.ts')).toThrow('src/b.ts')
})
