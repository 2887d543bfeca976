import { expect, test } from 'vitest'
import { createProject } from '../project/project.ts'
import { checkPromises } from './promises.ts'

const found = (path: string, text: string) =>
  checkPromises(createProject({ [path]: text })).map(
    ({ line, message }) => `${line} ${message.split(' ')[0]}`,
  )

test('refuses a promise without an address', () => {
  expect(found('src/a.ts', 'x()\n// TODO later\n/* FIXME\n now */')).toEqual(['2 TODO', '3 FIXME'])
  expect(found('src/ui/styles/a.css', '/* TODO */')).toEqual(['1 TODO'])
  expect(found('migrations/0001-a.sql', 'select 1;\n-- XXX')).toEqual(['2 XXX'])
})

test('accepts one with an address, and the word elsewhere than in a comment', () => {
  expect(found('src/a.ts', "// TODO when https://example.org/1 is released\nconst s = 'TODO'")).toEqual([])
})
