import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { describeSettings } from './describe-settings.ts'
import { projectPath } from './project-path.ts'
import { readSettings } from './settings.ts'

const defaults = describeSettings(readSettings({}))
const documented = rowsOf(readFileSync(projectPath('docs', 'operations', 'settings.md'), 'utf8'))
const exemplified = Object.fromEntries(
  [...readFileSync(projectPath('.env.example'), 'utf8').matchAll(/^#?([A-Z_]+)=(.*)$/gm)].map(
    ([, name = '', value = '']) => [name, value],
  ),
)

test('documents every setting that is read, in the same order, and no other', () => {
  expect(documented.map(({ name }) => name)).toEqual(namesRead())
  expect(Object.keys(exemplified)).toEqual(namesRead())
})

test('documents the defaults that are in force', () => {
  expect(Object.fromEntries(documented.map(({ name, byDefault }) => [name, byDefault]))).toEqual(defaults)
  const unset = Object.entries(exemplified).map(([name, value]) => [name, value || 'unset'])
  expect(Object.fromEntries(unset)).toEqual(defaults)
})

test.each(documented)('gives an example that $name takes', ({ name, example }) => {
  expect(() => readSettings({ [name]: example })).not.toThrow()
  expect(example).not.toBe(defaults[name])
})

function namesRead(): string[] {
  const names: string[] = []
  readSettings(new Proxy({}, { get: (_, name) => void names.push(String(name)) }))
  return names
}

function rowsOf(markdown: string): { name: string; byDefault: string; example: string }[] {
  return [...markdown.matchAll(/^\| `([A-Z_]+)` \|.*?\| `([^`]*)` \|.*\| `([^`]*)` \|$/gm)].map(
    ([, name = '', byDefault = '', example = '']) => ({ name, byDefault, example }),
  )
}
