import { beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/support/open-test-app.ts'

let testApp: TestApp

beforeAll(async () => {
  testApp = await openTestApp({ directory: 'none', settings: { NOW: '2017-07-08' } })
  return testApp.close
})

test('says in the reader’s language how a date is understood', async () => {
  expect(await ask('fr', 'début juin 2017')).toEqual({
    edtf: '2017-06-01/2017-06-10',
    words: 'début juin 2017',
    understood: 'Compris comme\u00a0: du 1er au 10 juin 2017',
    problem: null,
  })
  expect((await ask('ko', '2010년경')).understood).toBe('인식된 날짜: 2010년경')
})

test('lends the year of the day only where the form does, and says so', async () => {
  const without = await ask('en', 'early June')
  expect([without.edtf, without.understood]).toEqual([null, null])
  expect((await ask('en', 'early June', '&assume=year')).understood).toBe(
    'Understood as: from 1 to 10 June 2017 (no year given: 2017 is taken)',
  )
})

test('says what was not understood, and nothing of nothing', async () => {
  expect((await ask('en', 'soon')).problem).toBe(
    'The date “soon” was not understood: write for example 3 October 2017, early June 2017 or around 2010.',
  )
  expect(await ask('fr', ' ')).toEqual({ edtf: null, words: null, understood: null, problem: null })
  expect((await testApp.get('/xx/dates/understanding?text=2017')).statusCode).toBe(404)
})

async function ask(language: string, text: string, more = '') {
  const answer = await testApp.get(`/${language}/dates/understanding?text=${encodeURIComponent(text)}${more}`)
  return JSON.parse(answer.body)
}
