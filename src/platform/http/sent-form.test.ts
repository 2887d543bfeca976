import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/support/open-test-app.ts'
import { signIn } from '../../../test/support/sign-in.ts'
import type { Context } from '../context/context.ts'
import { newId } from '../context/identifier.ts'
import { forgetSentForms, sendOnce } from './sent-form.ts'

let testApp: TestApp
let writing: Context
beforeAll(async () => {
  testApp = await openTestApp({ directory: 'none' })
  const { personId } = await signIn(testApp)
  const actor = { kind: 'person', personId, name: '', isOperator: false, holdings: [], scopes: null } as const
  writing = { ...testApp.context, actor }
})
afterAll(() => testApp.close())

/** Sends forms one after the other; returns how often the work was done, and where each led. */
async function sent(forms: Record<string, string>[], answer: (time: number) => string | null) {
  let done = 0
  const led: (string | null)[] = []
  for (const values of forms)
    led.push(await sendOnce(writing, { action: '/new', values }, async () => answer(++done)))
  return { done, led }
}

test('the same form leads to what its first press made; corrected, or another, it makes something else', async () => {
  const [sending, other] = [newId(), newId()]
  const first = { sending, title: 'One' }
  expect(
    await sent(
      [first, first, { ...first, title: 'Two' }, { ...first, sending: other }, first],
      (time) => `/made/${time}`,
    ),
  ).toEqual({ done: 3, led: ['/made/1', '/made/1', '/made/2', '/made/3', '/made/1'] })
})

test('of a form that made nothing nothing is kept: sent again it is read again', async () => {
  const form = { sending: newId(), title: 'One' }
  expect(await sent([form, form, form], (time) => (time < 3 ? null : '/made'))).toEqual({
    done: 3,
    led: [null, null, '/made'],
  })
})

test('after an undo the same form is done again', async () => {
  const form = { sending: newId(), title: 'One' }
  const made = (time: number) => `/made/${time}`
  expect((await sent([form, form], made)).done).toBe(1)
  await forgetSentForms(writing)
  expect((await sent([form, form], made)).done).toBe(1)
})

test('a form without an id is done as often as it is sent', async () => {
  expect(await sent([{ title: 'One' }, { title: 'One' }], () => '/made')).toEqual({
    done: 2,
    led: ['/made', '/made'],
  })
})
