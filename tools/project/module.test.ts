import { expect, test } from 'vitest'
import { countLines, createLineFinder } from './lines.ts'
import { hole, textLiterals } from './literals.ts'
import { parseModule } from './module.ts'

const specifiers = (text: string) => parseModule('src/a.tsx', text).imports.map(({ specifier }) => specifier)

test('sees every form in which a module names another', () => {
  const text = `import a from './a.ts'
import type { B } from './b.ts'
import { type C } from './c.ts'
import './d.ts'
export { e } from './e.ts'
export * from './f.ts'
export type { G } from './g.ts'
const h = await import('./h.ts')
let i: import('./i.ts').I
new Worker(new URL('./j.ts', import.meta.url))
`
  expect(specifiers(text)).toEqual('abcdefghij'.split('').map((name) => `./${name}.ts`))
})

test('leaves out what is computed and what is no module', () => {
  expect(
    specifiers("await import(name)\nawait import(`./${name}.ts`)\nnew URL('./font.woff2', import.meta.url)"),
  ).toEqual([])
})

test('gives lines that hold after accents, Hangul and characters outside the basic plane', () => {
  const module = parseModule('src/a.ts', "const é = '한국 𝒳'\nimport x from './x.ts'\n")
  expect(module.imports).toEqual([{ specifier: './x.ts', line: 2 }])
})

test('finds the line of each offset', () => {
  const lineAt = createLineFinder('a\n\nbc\n')
  expect([0, 1, 2, 3, 4, 5].map(lineAt)).toEqual([1, 1, 2, 3, 3, 3])
})

test('counts lines as an editor does', () => {
  expect(['', 'a', 'a\n', 'a\nb', '\n'].map(countLines)).toEqual([0, 1, 1, 2, 1])
})

test('keeps the text of literals, with holes for expressions and the tag of templates', () => {
  const module = parseModule('src/a.tsx', "t('one'); sql<Row>`two ${x}`; <p title='three'>{`fo${'u'}r`}</p>")
  expect(textLiterals(module).map(({ text, tag }) => [text, tag])).toEqual([
    ['one', ''],
    [`two ${hole}`, 'sql'],
    ['three', ''],
    [`fo${hole}r`, ''],
    ['u', ''],
  ])
})

test('puts a table named in SQL text into the text', () => {
  const module = parseModule('src/a.ts', "sql`delete from ${sql.table('agenda_event')}`")
  expect(textLiterals(module)[0]?.text).toBe('delete from agenda_event')
})
