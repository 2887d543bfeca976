import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { openProgram, type Program } from '../../../../test/support/program.ts'

const slug = 'normandie-president-incheon-2017'
const path = `/networks/france-coree/events/${slug}/document`
let testApp: TestApp
let program: Program
beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true })
  const { network_id: networkId } = await testApp.context.database
    .selectFrom('networks_network')
    .select('network_id')
    .executeTakeFirstOrThrow()
  program = await openProgram(testApp, { networkId })
})
afterAll(() => testApp.close())

const patch = async (document: object) => {
  const { headers } = await program.get(path)
  return program.send(
    'PATCH',
    path,
    { document, reason: 'Letter of the region' },
    { 'if-match': String(headers.etag) },
  )
}
const delegation = {
  head: { name: 'Jeanne Exemple', post: { fr: { text: 'Présidente' } }, organisation: 'normandie' },
  members: [{ kind: 'tourism_board', count: 2, organisation_name: 'Comité Exemple' }],
  stops: [
    {
      place: 'seoul',
      when: '2017-10-17',
      zone: 'Asia/Seoul',
      counterparts: [{ organisation: 'incheon' }],
      programme: [{ start: '09:30', end: '11:00', title: { fr: { text: 'Rencontre' } }, language: 'ko' }],
    },
  ],
  seats: [{ stop: 0, count: 1, for_whom: { fr: { text: 'un élu' } }, until: '2017-09-30' }],
}

describe('the sheet of a mission, for programs', () => {
  test('is written with its event, read back as it was, and answered with it', async () => {
    expect((await program.get(path)).json().document.delegation).toBe(null)
    const answer = await patch({ delegation })
    expect([answer.statusCode, answer.json().outcome]).toEqual([200, 'published'])
    const read = (await program.get(path)).json().document.delegation
    expect(read).toMatchObject({
      head: { name: 'Jeanne Exemple', organisation: 'normandie', organisation_name: '' },
      members: [{ kind: 'tourism_board', count: 2, organisation: null, organisation_name: 'Comité Exemple' }],
      stops: [
        { place: 'seoul', counterparts: [{ organisation: 'incheon' }], programme: [{ start: '09:30' }] },
      ],
      seats: [{ stop: 0, count: 1, until: '2017-09-30' }],
    })
    expect((await patch({ delegation: read })).json().outcome).toBe('unchanged')
    const answered = (await testApp.get(`/api/v1/networks/france-coree/events/${slug}`)).json()
    expect(answered.seats_open).toBe(true)
    expect(answered.delegation).toMatchObject({
      seats: [{ stop: 0, left: 1, open: true, joined: [] }],
      text_states: { 'head.post': { fr: 'original' }, 'stops.0.programme.0.title': { fr: 'original' } },
    })
  })

  test.each([
    [{ members: [{ kind: 'dragon', count: 1 }] }, '/document/delegation/members/0/kind'],
    [{ members: [{ kind: 'press' }] }, '/document/delegation/members/0/count'],
    [{ stops: [{ when: '2017' }] }, '/document/delegation/stops/0/place'],
    [{ stops: [{ place: 'seoul', zone: 'Mars/Phobos' }] }, '/document/delegation/stops/0/zone'],
    [{ stops: [{ place: 'seoul', starts_at: '2017-10-17T00:30:00Z' }] }, '/document/delegation/stops/0/zone'],
    [
      {
        stops: [
          {
            place: 'seoul',
            when: '2017-10',
            programme: [{ day: '2017-11-01', title: { fr: { text: 'A' } } }],
          },
        ],
      },
      '/document/delegation/stops/0/programme/0/day',
    ],
    [
      { stops: [{ place: 'seoul', counterparts: [{}] }] },
      '/document/delegation/stops/0/counterparts/0/organisation',
    ],
    [{ seats: [{ stop: 7, count: 1, until: '2017-09-30' }] }, '/document/delegation/seats/0/stop'],
    [{ seats: [{ count: 1, until: '2017-02-31' }] }, '/document/delegation/seats/0/until'],
    [{ head: { name: 'A', organisation: 'nowhere' } }, '/document/delegation/head/organisation'],
  ])('is refused at its place: %j', async (wrong, pointer) => {
    const answer = await patch({ delegation: wrong })
    expect(answer.statusCode).toBe(422)
    expect(answer.json().errors.map((each: { pointer: string }) => each.pointer)).toContain(pointer)
  })

  test('is of missions, delegations and study visits alone', async () => {
    const other = '/networks/france-coree/events/guro-jump-guro-2017/document'
    const { headers } = await program.get(other)
    const answer = await program.send(
      'PATCH',
      other,
      { document: { delegation }, reason: 'A try' },
      { 'if-match': String(headers.etag) },
    )
    expect(answer.json().errors.map((each: { pointer: string }) => each.pointer)).toContain(
      '/document/delegation',
    )
  })

  test('stays unshown while the event is of another kind', async () => {
    expect((await patch({ kind: 'meeting' })).statusCode).toBe(200)
    expect((await testApp.get(`/api/v1/networks/france-coree/events/${slug}`)).json()).toMatchObject({
      delegation: null,
      seats_open: false,
    })
    expect((await patch({ kind: 'mission' })).statusCode).toBe(200)
    expect((await testApp.get(`/api/v1/networks/france-coree/events/${slug}`)).json().seats_open).toBe(true)
  })
})
