import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'

const run = promisify(execFile)

// Replaces npm: takes its time, leaves the runtime that the build asks for, and writes down that it was run.
const npm = `
const { appendFileSync, mkdirSync, symlinkSync } = require('node:fs')
appendFileSync('installed', 'x')
setTimeout(() => {
  mkdirSync('node_modules/node/bin', { recursive: true })
  symlinkSync(process.execPath, 'node_modules/node/bin/node')
}, 1500)
`
const build = `
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
appendFileSync('built', 'x')
mkdirSync('dist', { recursive: true })
writeFileSync('dist/.built', '')
`

function makeProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'entente-setup-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  mkdirSync(join(folder, 'tools'))
  cpSync(fileURLToPath(new URL('./setup.mjs', import.meta.url)), join(folder, 'tools', 'setup.mjs'))
  writeFileSync(join(folder, 'package-lock.json'), '{}')
  writeFileSync(join(folder, 'npm.js'), npm)
  writeFileSync(join(folder, 'tools', 'build.mjs'), build)
  return folder
}

const setUp = (folder: string) =>
  run(process.execPath, ['tools/setup.mjs'], {
    cwd: folder,
    env: { ...process.env, npm_execpath: join(folder, 'npm.js') },
  })

test('two first starts at once install and build once, and later ones do nothing', async () => {
  const folder = makeProject()
  const [one, other] = await Promise.all([setUp(folder), setUp(folder)])
  await setUp(folder)
  expect(readFileSync(join(folder, 'installed'), 'utf8')).toBe('x')
  expect(readFileSync(join(folder, 'built'), 'utf8')).toBe('x')
  expect(one.stderr + other.stderr).toMatch(/Another start is installing Entente/)
})

test('a start that was killed while it installed holds up nobody', async () => {
  const folder = makeProject()
  // No process has this number.
  writeFileSync(join(folder, '.setup-lock'), String(2 ** 30))
  expect((await setUp(folder)).stderr).not.toMatch(/Another start/)
  expect(readFileSync(join(folder, 'built'), 'utf8')).toBe('x')
})
