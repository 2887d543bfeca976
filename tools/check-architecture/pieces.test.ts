import { expect, test } from 'vitest'
import { createProject } from '../project/project.ts'
import { checkPieces } from './pieces.ts'

const piecesOf = (files: Record<string, string>) =>
  checkPieces(createProject(files)).map(({ rule, file, line }) => [rule, file, line])
const polls = 'src/features/agenda/polls'

test('refuses a form that is drawn again by hand', () => {
  expect(piecesOf({ [`${polls}/pages.tsx`]: 'reply\n  .code(200)\nreply.code(422).send()' })).toEqual([
    ['hand-made-form', `${polls}/pages.tsx`, 3],
  ])
  expect(piecesOf({ [`${polls}/pages.tsx`]: 'show(visit, { status: isWrong ? 422 : 200 })' })).toEqual([
    ['hand-made-form', `${polls}/pages.tsx`, 1],
  ])
  expect(piecesOf({ 'src/platform/pages/form-page.tsx': 'reply.code(422)' })).toEqual([])
})

test.each([
  ['links/commands.ts', 'secretLinks'],
  ['notifications/commands.ts', 'notify'],
  ['filter.ts', 'listFilter'],
  ['list-filter.ts', 'listFilter'],
  ['request.ts', 'frame.tsx'],
  ['by-link.request.ts', 'frame.tsx'],
  ['call.ts', 'frame.tsx'],
])('refuses %s and names what to use: %s', (file, named) => {
  expect(piecesOf({ [`${polls}/${file}`]: '' })).toEqual([['piece-by-hand', `${polls}/${file}`, 1]])
  const [finding] = checkPieces(createProject({ [`${polls}/${file}`]: '' }))
  expect(finding?.message).toContain(named)
  expect(piecesOf({ [`src/platform/${file}`]: '' })).toEqual([])
})

test('refuses an owner of texts that is no description, and no noun that is called a text', () => {
  const owner = "export const pollTexts: TextOwner = { kind: 'poll', listTexts: listPollTexts }"
  const described =
    "const texts = textOwner({ kind: 'poll' })\nexport const pollTexts = { ...texts, listTexts: named(texts) }"
  expect(piecesOf({ [`${polls}/poll-texts.commands.ts`]: owner })).toEqual([
    ['piece-by-hand', `${polls}/poll-texts.commands.ts`, 1],
  ])
  expect(piecesOf({ [`${polls}/poll-texts.commands.ts`]: described })).toEqual([])
  expect(piecesOf({ 'src/features/imports/texts/queries.ts': '' })).toEqual([])
})

test('refuses an erasure that writes a table by hand', () => {
  const file = `${polls}/personal-data.commands.ts`
  const described = "eraseFrom(context, subject, [{ table: 'agenda_poll', people: { made_by: null } }])"
  expect(piecesOf({ [file]: described })).toEqual([])
  expect(piecesOf({ [file]: `${described}\ndatabase.updateTable('agenda_poll')` })).toEqual([
    ['piece-by-hand', file, 1],
  ])
  const [finding] = checkPieces(createProject({ [file]: "database.deleteFrom('agenda_poll')" }))
  expect(finding?.message).toContain('eraseFrom')
})

test('refuses a view beside its only page, unless both are too long for one file', () => {
  const page = `import { List } from './views/list.tsx'`
  const list = 'export const List = 1'
  const files = { [`${polls}/pages.tsx`]: page, [`${polls}/views/list.tsx`]: list }
  expect(piecesOf(files)).toEqual([['sole-user', `${polls}/views/list.tsx`, 1]])
  expect(piecesOf({ ...files, [`${polls}/api.ts`]: page })).toEqual([])
  expect(piecesOf({ [`${polls}/feature.ts`]: page, [`${polls}/views/list.tsx`]: list })).toEqual([])
  expect(piecesOf({ ...files, [`${polls}/views/list.tsx`]: `${list}\n`.repeat(450) })).toEqual([])
})

test('refuses a request or a schema beside its only page, unless both are too long for one file', () => {
  for (const name of ['schema', 'keeping.schema']) {
    const page = `import { form } from './${name}.ts'`
    const file = `${polls}/${name}.ts`
    const files = { [`${polls}/pages.tsx`]: page, [file]: 'export const form = 1' }
    expect(piecesOf(files)).toEqual([['sole-user', file, 1]])
    expect(piecesOf({ ...files, [`${polls}/commands.ts`]: page })).toEqual([])
    expect(piecesOf({ ...files, [file]: 'export const form = 1\n'.repeat(300) })).toEqual([])
  }
  const request = { [`${polls}/pages.tsx`]: `import './request.ts'`, [`${polls}/request.ts`]: '' }
  expect(piecesOf(request).map(([rule]) => rule)).toEqual(['piece-by-hand', 'sole-user'])
})
