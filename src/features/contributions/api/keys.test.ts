import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildCooperation } from '../../../../test/support/build-cooperation.ts'
import { buildNetwork } from '../../../../test/support/build-network.ts'
import { findReference } from '../../../../test/support/build-organisation.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { endRolesOf, openProgram, type Program } from '../../../../test/support/program.ts'
import { contributionJobs } from '../jobs.ts'

let testApp: TestApp
let network: { id: string; slug: string }
let group: string
let program: Program
beforeAll(async () => {
  testApp = await openTestApp()
  network = await buildNetwork(testApp.context)
  group = `/networks/${network.slug}`
  await buildCooperation(testApp.context, network.id, { slug: 'tie' })
  program = await openProgram(testApp, { networkId: network.id })
  for (const slug of ['limoges', 'icheon', 'daejeon']) await findReference(testApp.context, slug)
})
afterAll(() => testApp.close())

let made = 0
const name = () => `An association ${++made}`
const send = (key: string, title: string, by = program) =>
  by.send(
    'POST',
    `${group}/organisations`,
    {
      document: { country: 'FR', kind: 'association', name: { fr: title } },
      reason: 'Its statutes',
      anyway: true,
    },
    { 'idempotency-key': key },
  )
const countNamed = async (title: string) =>
  (
    await testApp.context.database
      .selectFrom('directory_organisation')
      .select('slug')
      .where('name', '@>', JSON.stringify({ fr: title }) as never)
      .execute()
  ).length

describe('a call that carries an Idempotency-Key', () => {
  test('is done once, and answered to the letter like the first time', async () => {
    const title = name()
    const answers = [await send('once', title), await send('once', title)]
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 201])
    expect(answers[1]?.body).toBe(answers[0]?.body)
    expect(answers.map(({ headers }) => headers['idempotency-replayed'])).toEqual([undefined, 'true'])
    expect(answers[1]?.headers.location).toBe(answers[0]?.headers.location)
    expect(await countNamed(title)).toBe(1)
  })

  test('is another call with another body, and refused', async () => {
    await send('twice', name())
    const answer = await send('twice', name())
    expect([answer.statusCode, answer.json().errors[0].pointer]).toEqual([422, '/Idempotency-Key'])
  })

  test('is done once when five come at the same time', async () => {
    const title = name()
    const answers = await Promise.all(Array.from({ length: 5 }, () => send('race', title)))
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1)
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 201, 201, 201, 201])
    expect(await countNamed(title)).toBe(1)
  })

  test('may be tried again when it failed', async () => {
    const wrong = await send('again', '')
    expect(wrong.statusCode).toBe(422)
    expect((await send('again', name())).statusCode).toBe(201)
  })

  test('is its owner’s alone', async () => {
    const other = await openProgram(testApp, { networkId: network.id })
    const title = name()
    await send('shared', title)
    const answer = await send('shared', title, other)
    expect([answer.statusCode, answer.headers['idempotency-replayed']]).toEqual([201, undefined])
  })

  test('is answered no more to who may not call any more', async () => {
    const other = await openProgram(testApp, { networkId: network.id })
    const title = name()
    expect((await send('ended', title, other)).statusCode).toBe(201)
    await endRolesOf(testApp, other.owner.personId)
    const answer = await send('ended', title, other)
    expect([answer.statusCode, answer.body.includes(title)]).toEqual([403, false])
  })

  test('is forgotten after a day', async () => {
    const title = name()
    await send('day', title)
    testApp.clock.advance({ hours: 25 })
    expect((await send('day', title)).headers['idempotency-replayed']).toBeUndefined()
    expect(await countNamed(title)).toBe(2)
    testApp.clock.advance({ hours: 25 })
    for (const job of contributionJobs(testApp.application)) await job.run(null)
    expect(
      await testApp.context.database.selectFrom('platform_answered_call').select('call_key').execute(),
    ).toEqual([])
  })

  test.each(['', 'two words', 'x'.repeat(256)])('is refused with a key that is none: %j', async (key) => {
    const answer = await send(key, name())
    expect([answer.statusCode, answer.json().errors[0].pointer]).toEqual([422, '/Idempotency-Key'])
  })
})

describe('a new record', () => {
  test('is there at once, with its address', async () => {
    const answer = await program.send('POST', `${group}/cooperations`, {
      document: { parties: [{ slug: 'limoges' }, { slug: 'icheon' }], since: '2015' },
      reason: 'Convention of 2015',
    })
    expect([answer.statusCode, answer.json().outcome, answer.json().version]).toEqual([201, 'published', 1])
    const { pathname } = new URL(String(answer.headers.location))
    expect((await testApp.get(pathname)).json()).toMatchObject({ slug: answer.json().slug, since: '2015' })
  })

  test('that may be there already is not added without a word', async () => {
    const document = { parties: [{ slug: 'limoges' }, { slug: 'daejeon' }] }
    const send = (anyway: object) =>
      program.send('POST', `${group}/cooperations`, { document, reason: 'A meeting', ...anyway })
    expect((await send({})).statusCode).toBe(201)
    const again = await send({})
    expect([again.statusCode, again.json().errors[0].detail]).toEqual([
      409,
      expect.stringContaining('limoges-daejeon'),
    ])
    expect((await send({ anyway: true })).statusCode).toBe(201)
  })

  test('of somebody who may not add it is a suggestion', async () => {
    const reader = await openProgram(testApp, { networkId: network.id, role: 'reader' })
    const answer = await reader.send('POST', `${group}/cooperations`, {
      document: { parties: [{ slug: 'daejeon' }, { slug: 'icheon' }] },
      reason: 'I read it in the press',
    })
    expect([answer.statusCode, answer.json()]).toEqual([
      202,
      {
        outcome: 'suggested',
        slug: null,
        version: null,
        document: null,
        suggestion: { id: expect.any(String), url: answer.headers.location },
      },
    ])
  })

  test.each([
    [{ country: 'DE', kind: 'association', name: { fr: 'x' } }, '/document/country'],
    [{ country: 'FR', kind: 'si', name: { fr: 'x' } }, '/document/kind'],
    [{ country: 'FR', kind: 'association', name: {} }, '/document/name'],
    [
      { country: 'FR', kind: 'association', name: { fr: 'x' }, codes: { siren: '123' } },
      '/document/codes/siren',
    ],
    [{ country: 'FR', kind: 'association', name: { fr: 'x' }, parent: 'atlantis' }, '/document/parent'],
    [
      { country: 'FR', kind: 'association', name: { fr: 'x' }, location: { latitude: 91, longitude: 0 } },
      '/document/location/latitude',
    ],
  ])('that is wrong says where: %o', async (document, pointer) => {
    const answer = await program.send('POST', `${group}/organisations`, { document, reason: 'Its statutes' })
    expect([answer.statusCode, answer.json().errors[0].pointer]).toEqual([422, pointer])
  })
})

test('an organisation is changed as a cooperation is, and its country stays', async () => {
  const added = await send('organisation', name())
  const path = `${group}/organisations/${added.json().slug}/document`
  const patch = (document: object, version: number) =>
    program.send('PATCH', path, { document, reason: 'Its report' }, { 'if-match': `"v${version}"` })
  const answer = await patch({ about: { fr: { text: 'Elle organise des échanges.' } }, population: null }, 1)
  expect(answer.json()).toMatchObject({
    version: 2,
    document: { about: { fr: { text: 'Elle organise des échanges.', state: 'original' } } },
  })
  const moved = await patch({ country: 'KR' }, 2)
  expect([moved.statusCode, moved.json().errors[0].pointer]).toEqual([422, '/document/country'])
  expect((await patch({ parent: added.json().slug }, 2)).json().errors[0].pointer).toBe('/document/parent')
})
