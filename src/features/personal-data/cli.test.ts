import { beforeAll, describe, expect, it } from 'vitest'
import { buildNetwork } from '../../../test/support/build-network.ts'
import { openTestApp, type TestApp } from '../../../test/support/open-test-app.ts'
import { recordedTerminal } from '../../../test/support/recorded-terminal.ts'
import { signIn } from '../../../test/support/sign-in.ts'
import { personalDataCommands } from './cli.ts'

let testApp: TestApp
const address = 'nolwenn.tanguy@ville.example'

beforeAll(async () => {
  testApp = await openTestApp({ directory: 'none' })
  const { id } = await buildNetwork(testApp.context, { slug: 'here' })
  await signIn(testApp, { networkId: id, role: 'coordinator' })
  await signIn(testApp, { networkId: id, role: 'coordinator', name: 'Nolwenn Tanguy', address })
  return testApp.close
})

async function run(name: string, words: string[], options: Record<string, boolean> = {}) {
  const { terminal, out, said } = recordedTerminal()
  await personalDataCommands
    .find((each) => each.name === name)
    ?.run({
      words,
      options,
      folder: '/',
      application: testApp.application,
      signal: testApp.application.stopping,
      terminal,
    })
  return { out: String(out()), said }
}

describe('entente person', () => {
  it('prints what is kept about somebody, in words and as JSON', async () => {
    const { out } = await run('person export', [address])
    expect(out).toContain('Your account\n  Name: Nolwenn Tanguy\n')
    expect(out).toContain('Role: coordinator')
    const json = JSON.parse((await run('person export', [address.toUpperCase()], { json: true })).out)
    expect(json).toMatchObject({
      account: [{ name: 'Nolwenn Tanguy', address }],
      roles: [{ network: { en: 'Group here' }, role: 'coordinator' }],
    })
  })

  it('erases nobody without --yes, and nobody whom it does not know', async () => {
    await expect(run('person erase', [address])).rejects.toThrow('--yes')
    await expect(run('person export', ['nobody@ville.example'])).rejects.toThrow('no account')
    expect((await run('person export', [address])).out).toContain('Nolwenn')
  })

  it('erases somebody for good, and says so', async () => {
    const { said } = await run('person erase', [address], { yes: true })
    expect(said).toEqual(['Erased: what this person contributed stays with the organisation they spoke for'])
    await expect(run('person export', [address])).rejects.toThrow('no account')
  })

  it('leaves no network without a coordinator', async () => {
    const { email } = await testApp.context.database
      .selectFrom('people_person')
      .select('email')
      .where('erased_at', 'is', null)
      .executeTakeFirstOrThrow()
    await expect(run('person erase', [email], { yes: true })).rejects.toThrow('only coordinator')
  })
})
