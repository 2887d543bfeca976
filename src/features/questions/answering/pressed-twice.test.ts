import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readMailbox } from '../../../../test/support/mailbox.ts'
import {
  addPeer,
  ask,
  follow,
  linkIn,
  openAsking,
  parkQuestion,
  type QuestionFixture,
} from '../../../../test/support/questions.ts'
import { browserOf, signIn } from '../../../../test/support/sign-in.ts'

let fixture: QuestionFixture
let claire: string
let page: string
let link: string
let count = 0
beforeAll(async () => {
  fixture = await openAsking()
})
afterAll(() => fixture.close())
beforeEach(async () => {
  const { context, clock } = fixture.testApp
  clock.moveTo('2017-09-04T01:05:00Z')
  for (const table of [
    'questions_question',
    'contacts_statement',
    'platform_mail',
    'practices_sheet',
  ] as const)
    await context.database.deleteFrom(table).execute()
  claire = `pelouses-${++count}@nantes.example`
  await addPeer(fixture, fixture.nantes, { address: claire })
  page = await ask(fixture)
  const [asked] = await follow(fixture, '2017-09-04T07:00:00Z')
  link = linkIn(asked)
})

const rowsOf = (
  table: 'questions_answer' | 'questions_asked' | 'questions_answer_version' | 'practices_sheet',
) => fixture.testApp.context.database.selectFrom(table).selectAll().execute()
const visitor = () => browserOf(fixture.testApp)
const words = { words: 'Deux jardiniers.', signed: 'Espaces verts' }

/** Presses twice at once; returns how many mails this wrote, and how often the same was recorded. */
async function pressTwice(press: () => Promise<{ statusCode: number }>) {
  const acts = () => fixture.testApp.context.database.selectFrom('platform_activity').select('verb').execute()
  const [mails, done] = [(await readMailbox(fixture.testApp)).length, (await acts()).length]
  const pressed = await Promise.all([press(), press()])
  expect(pressed.map(({ statusCode }) => statusCode)).toContain(303)
  return {
    mails: (await readMailbox(fixture.testApp)).length - mails,
    acts: (await acts()).length - done,
  }
}

async function answer(): Promise<string> {
  await visitor().post(`${link}/answers`, words)
  await follow(fixture, '2017-09-04T08:00:00Z')
  return /name="answer" value="([^"]+)"/.exec((await fixture.asker.get(page)).body)?.[1] ?? ''
}

describe('a button that is pressed twice at once', () => {
  test('asks a question once', async () => {
    const form = `/ko/${fixture.network.slug}/questions/new`
    const made = String((await fixture.asker.post(form, parkQuestion)).headers.location)
    const sending = { themes: ['parks_and_gardens'], trade: 'parks', visibility: 'group' }
    const before = (await rowsOf('questions_asked')).length
    // It is asked, and somebody is to get it.
    expect(await pressTwice(() => fixture.asker.post(made, sending))).toEqual({ mails: 0, acts: 1 })
    expect((await rowsOf('questions_asked')).length).toBe(before + 1)
    expect((await follow(fixture, '2017-09-11T07:00:00Z')).filter(({ to }) => to === claire)).toHaveLength(1)
  })

  test('answers once by a link, and so does one that is pressed again', async () => {
    await pressTwice(() => visitor().post(`${link}/answers`, words))
    await visitor().post(`${link}/answers`, words)
    expect([(await rowsOf('questions_answer')).length, await rowsOf('questions_answer_version')]).toEqual([
      1,
      [],
    ])
    expect((await follow(fixture, '2017-09-04T08:00:00Z')).map(({ to }) => to)).toEqual([
      'desk@suncheon.example',
    ])
  })

  test.each(['accepted', 'thanked'] as const)('is %s once', async (verb) => {
    const id = await answer()
    expect(await pressTwice(() => fixture.asker.post(`${page}/asker`, { verb, answer: id }))).toEqual({
      mails: 1,
      acts: 1,
    })
    await fixture.asker.post(`${page}/asker`, { verb, answer: id })
    expect((await readMailbox(fixture.testApp)).filter(({ to }) => to === claire)).toHaveLength(2)
  })

  test('asks for a sheet once, and its author’s yes makes one', async () => {
    const id = await answer()
    await fixture.asker.post(`${page}/asker`, { verb: 'accepted', answer: id })
    // Its mail asked already.
    for (const verb of ['publish', 'thanked'])
      expect((await fixture.asker.post(`${page}/asker`, { verb, answer: id })).statusCode).toBe(412)
    await pressTwice(() => visitor().post(`${link}/act`, { verb: 'publish', answer: id }))
    expect((await rowsOf('practices_sheet')).length).toBe(1)
  })

  test('a member’s answer, given on the page, is theirs to have made a sheet, once', async () => {
    const member = await signIn(fixture.testApp, {
      ...{ role: 'member', networkId: fixture.network.id, organisationIds: [fixture.nantes.id] },
    })
    const act = (verb: string, more = {}) => member.post(`${page}/member`, { verb, answer: id, ...more })
    await member.post(`${page}/answers`, words)
    const id = /name="answer" value="([^"]+)"/.exec((await member.get(page)).body)?.[1] ?? ''
    expect((await member.get(page)).body).toContain('value="takeBack"')
    await follow(fixture, '2017-09-04T08:00:00Z')
    // Others read it now, and nobody has accepted it.
    for (const verb of ['takeBack', 'publish']) expect((await act(verb)).statusCode).toBe(412)
    await fixture.asker.post(`${page}/asker`, { verb: 'accepted', answer: id })
    await fixture.asker.post(`${page}/asker`, { verb: 'back', answer: id, words: '예산은 얼마입니까?' })
    expect((await member.get(page)).body).toContain('value="publish"')
    expect((await act('back', { words: 'Quarante mille euros.' })).statusCode).toBe(303)
    await pressTwice(() => act('publish'))
    expect((await rowsOf('practices_sheet')).length).toBe(1)
    expect((await member.get(page)).body).toContain('Quarante mille euros.')
  })

  test('asks back once', async () => {
    const id = await answer()
    const said = { verb: 'back', answer: id, words: '예산은 얼마입니까?' }
    expect(await pressTwice(() => fixture.asker.post(`${page}/asker`, said))).toEqual({ mails: 1, acts: 1 })
  })
})
