import { afterAll, beforeAll, expect, test } from 'vitest'
import { listRoles, lookUpPersonByAddress } from '../src/features/people/queries.ts'
import { runCommand } from '../src/run-command.ts'
import { buildNetwork } from './support/build-network.ts'
import { openTestApp, type TestApp } from './support/open-test-app.ts'
import { recordedTerminal } from './support/recorded-terminal.ts'
import { browserOf } from './support/sign-in.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp()
})
afterAll(() => testApp.close())

async function run(...words: string[]) {
  const { terminal, out, said } = recordedTerminal()
  const exit = await runCommand(testApp.application, { words, folder: '/' }, terminal)
  return { exit, out: String(out()), said: said.join('\n') }
}

test('gives an account and a role for organisations, and a link that signs in', async () => {
  const { id, slug } = await buildNetwork(testApp.context)
  const added = await run(
    ...['user', 'add', 'Mayor@Limoges.Example', '--network', slug, '--role', 'member'],
    ...['--organisation', 'limoges', 'icheon', '--name', 'Nour Exemple', '--language', 'ko'],
  )
  expect(added).toEqual({
    exit: 0,
    out: 'mayor@limoges.example\n',
    said: 'Made an account for mayor@limoges.example',
  })
  const [role] = await listRoles(testApp.context, id)
  expect(role).toMatchObject({ name: 'Nour Exemple', role: 'member' })
  expect(role?.organisations.map((each) => each.slug)).toEqual(['icheon', 'limoges'])
  await run(
    ...[
      'user',
      'add',
      'mayor@limoges.example',
      '--network',
      slug,
      '--role',
      'member',
      '--organisation',
      'muju',
    ],
  )
  const roles = await listRoles(testApp.context, id)
  expect(roles.map((each) => each.organisations.map((one) => one.slug))).toEqual([
    ['icheon', 'limoges', 'muju'],
  ])
  const link = await run('sign-in-link', 'mayor@limoges.example')
  expect(link.out).toMatch(/^http:\/\/localhost:3000\/ko\/sign-in\/link\?token=[\w-]+\n$/)
  const form = Object.fromEntries(new URL(link.out.trim()).searchParams)
  const answer = await browserOf(testApp).post('/ko/sign-in/link', form)
  expect([answer.statusCode, answer.headers.location]).toEqual([303, `/ko/${slug}/to-do`])
})

test('puts somebody who has an account above every network', async () => {
  await run('user', 'add', 'ops@city.example')
  const again = await run('user', 'add', 'ops@city.example', '--operator')
  expect(again).toMatchObject({ exit: 0, said: 'ops@city.example had an account already' })
  expect((await lookUpPersonByAddress(testApp.context, 'ops@city.example'))?.operatorSince).not.toBeNull()
})

test.each([
  [['user', 'add', 'nowhere'], 2, '"nowhere" is not an e-mail address'],
  [['user', 'add', 'a@b.example', '--role', 'member'], 2, '--network and --role go together'],
  [['user', 'add', 'a@b.example', '--network', 'none', '--role', 'king'], 2, '--role takes one of chair'],
  [['user', 'add', 'a@b.example', '--network', 'none', '--role', 'member'], 1, 'There is no network "none"'],
  [['user', 'add', 'a@b.example', '--language', 'de'], 2, '--language takes one of fr, ko, en'],
  [['user', 'add', 'a@b.example', 'limoges'], 2, 'Usage: entente user add'],
  [['user', 'add', 'a@b.example', '--organisation', 'atlantis'], 1, 'no organisation "atlantis"'],
  [['sign-in-link', 'a@b.example'], 1, 'There is no account for a@b.example'],
])('says in one line why it does nothing: %j', async (words, exit, said) => {
  const answer = await run(...words)
  expect([answer.exit, answer.out]).toEqual([exit, ''])
  expect(answer.said).toContain(said)
  expect(await lookUpPersonByAddress(testApp.context, 'a@b.example')).toBeNull()
})
