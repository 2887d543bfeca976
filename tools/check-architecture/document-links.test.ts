import { expect, test } from 'vitest'
import { createProject } from '../project/project.ts'
import { checkDocumentLinks } from './document-links.ts'

const found = (path: string, text: string) =>
  checkDocumentLinks(createProject({ 'docs/guides/été.md': 'x', 'src/app.tsx': '', [path]: text })).map(
    ({ line, message }) => `${line} ${message}`,
  )

test('accepts links that lead somewhere', () => {
  const text =
    '[a](docs/guides/été.md) [b](docs/guides/%C3%A9t%C3%A9.md#x) [c](docs/) [d][e]\n\n[e]: ./src/app.tsx'
  expect(found('README.md', text)).toEqual([])
  expect(found('docs/a.md', '[a](guides/été.md) [b](../src/app.tsx) ![c](/src/app.tsx)')).toEqual([])
})

test('leaves addresses of the web and of the page aside', () => {
  expect(
    found('README.md', '[a](https://example.org/x) [b](mailto:a@b.fr) [c](#part) `[d](nowhere.md)`'),
  ).toEqual([])
})

test('refuses links that lead nowhere, with their line', () => {
  expect(found('docs/a.md', 'x\n\n[a](guides/hiver.md)\n![b](../picture.png)')).toEqual([
    '3 guides/hiver.md leads nowhere',
    '4 ../picture.png leads nowhere',
  ])
  expect(found('docs/a.md', '[a][b]\n\n[b]: 100%.md')).toEqual(['3 100%.md leads nowhere'])
})
