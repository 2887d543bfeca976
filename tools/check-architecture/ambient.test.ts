import { expect, test } from 'vitest'
import { createProject } from '../project/project.ts'
import { checkAmbient } from './ambient.ts'

const found = (path: string, text: string) =>
  checkAmbient(createProject({ [path]: text })).map(({ line, rule }) => `${line} ${rule}`)

test('lets nothing read the clock by itself', () => {
  const text = 'Date.now()\nnew Date()\nDate()\nTemporal.Now.instant()'
  const lines = ['1 clock', '2 clock', '3 clock', '4 clock']
  expect(found('src/features/agenda/commands.ts', text)).toEqual(lines)
  expect(found('src/platform/contexts.ts', text)).toEqual(lines)
})

test('lets dates be made from what is given', () => {
  expect(
    found('src/ui/dates.ts', 'new Date(instant)\nTemporal.PlainDate.from(day)\nperformance.now()'),
  ).toEqual([])
})

test('lets the context, the tests and the browser read the clock', () => {
  for (const path of [
    'src/platform/context.ts',
    'src/platform/context/clock.ts',
    'src/a.test.ts',
    'islands/clock.ts',
  ]) {
    expect(found(path, 'Date.now()')).toEqual([])
  }
})

test.each([
  'process.env.PORT',
  "process['env']",
  "import { env } from 'node:process'",
  'const { env } = process',
])('refuses %s outside the settings', (text) => {
  expect(found('src/platform/mail/send.ts', text)).toEqual(['1 environment'])
  expect(found('src/platform/settings.ts', text)).toEqual([])
  expect(found('src/platform/settings/read.ts', text)).toEqual([])
  expect(found('tools/setup.ts', text)).toEqual([])
})

test('accepts other parts of the process', () => {
  expect(
    found('src/main.ts', "process.exit(1)\nimport { stdout } from 'node:process'\nconst { pid } = process"),
  ).toEqual([])
})
