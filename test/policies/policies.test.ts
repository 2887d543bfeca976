import { globSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { callers, type PolicyRow, policyTable } from '../../tools/generate-policies/policy-table.ts'
import { attempts } from './attempts.ts'
import { openPolicyFixture, type PolicyFixture } from './policy-fixture.ts'

let fixture: PolicyFixture
beforeAll(async () => {
  fixture = await openPolicyFixture()
})
afterAll(() => fixture.close())

test('every policy of every feature stands in the table, and nothing that is none', async () => {
  const files = globSync('src/features/*/policy.ts')
  const written = await Promise.all(
    files.map(async (file) => {
      const exported = Object.keys(await import(/* @vite-ignore */ `../../${file}`)).filter((name) =>
        name.startsWith('may'),
      )
      return exported.map((name) => `${file.split('/')[2]}/${name}`)
    }),
  )
  const tabled = new Set(policyTable.map(({ feature, policy }) => `${feature}/${policy}`))
  expect([...tabled].toSorted()).toEqual(written.flat().toSorted())
  expect(policyTable.map(({ does }) => does).toSorted()).toEqual(Object.keys(attempts).toSorted())
})

describe.each(policyTable)('$feature: $does', (row) => {
  const asked = callers.filter((caller) => row.programs !== null || caller !== 'program of a coordinator')
  const mayOf = (caller: (typeof callers)[number]) => row.may.includes(caller)
  test.each(asked.map((caller) => ({ caller, may: mayOf(caller) ? 'may' : 'may not' })))(
    `$caller $may ${row.does}`,
    async ({ caller }) => {
      const { answer, isDone } = await attemptOf(row)(fixture, await fixture.call(caller), caller)
      const status = answer?.statusCode ?? 200
      expect({ isDone, status }).toEqual({ isDone: mayOf(caller), status: expect.any(Number) })
      if (mayOf(caller)) expect(status).toBeLessThan(400)
      else if (answer) expect(howRefused(status, answer.headers.location)).toBeOneOf(refusals[row.otherwise])
    },
  )
})

function attemptOf({ does }: PolicyRow) {
  const attempt = attempts[does]
  if (!attempt) throw new Error(`Nobody tries to ${does}`)
  return attempt
}

// A caller who is not signed in is sent to sign in where the page is their own.
const refusals = {
  'no such page': ['hidden', 'sign in'],
  'a suggestion': ['hidden', 'suggestion'],
  'a page without it': ['hidden', 'page'],
  'the form again': ['hidden', 'sign in', 'form'],
}

function howRefused(status: number, location = ''): string {
  if (status === 404 || status === 403) return 'hidden'
  if (status === 303 && location.includes('/contributions/')) return 'suggestion'
  if (status === 303 && location.includes('/sign-in')) return 'sign in'
  if (status === 422) return 'form'
  return status === 200 ? 'page' : `${status} ${location}`
}
