import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type Missions,
  normandie,
  openMissions,
  ofNormandie as slug,
  trip,
} from '../../../../test/support/open-missions.ts'
import { openProgram, type Program } from '../../../../test/support/program.ts'

const api = `/networks/france-coree/events/${slug}`
const immersion = {
  trades: ['parks'],
  host_post: { ko: { text: '공원녹지과 주무관' } },
  guest_post: { fr: { text: 'Cheffe du service des parcs' } },
  days: 5,
  aims: { fr: { text: 'Suivre la tonte d’un parc après une floralie.' } },
}

let missions: Missions
let program: Program
beforeAll(async () => {
  missions = await openMissions()
  program = await openProgram(missions.testApp, { networkId: missions.networkId })
})
afterAll(() => missions.close())

const patch = async (document: object) => {
  const { headers } = await program.get(`${api}/document`)
  const sent = { document, reason: 'Letter of the region' }
  return program.send('PATCH', `${api}/document`, sent, { 'if-match': String(headers.etag) })
}

describe('an immersion', () => {
  test('has a form of its own, that no mission has', async () => {
    expect(await missions.seen(`${trip}/edit`, missions.coordinator)).not.toContain('Immersion')
  })

  test('tells whose work is shared, by whom, for how long and to what end', async () => {
    const answer = await patch({ kind: 'job_shadowing', delegation: { immersion } })
    expect([answer.statusCode, answer.body]).toEqual([200, expect.stringContaining('published')])
    const read = (await program.get(`${api}/document`)).json().document.delegation
    expect(read.immersion).toMatchObject(immersion)
    expect((await patch({ delegation: read })).json().outcome).toBe('unchanged')
    const shown = await missions.seen(normandie)
    for (const text of ['Suivre la tonte', 'Cheffe du service des parcs', '공원녹지과 주무관', '5'])
      expect(shown, text).toContain(text)
    expect(await missions.seen(`${normandie}/edit`, missions.coordinator)).toContain('Immersion')
    expect((await missions.told(slug)).delegation).toMatchObject({ immersion: { days: 5 } })
  })

  test.each([
    [{ trades: ['dragon_keeping'] }, 'trades'],
    [{ days: -1 }, 'days'],
    [{ host_post: { fr: { text: 'x'.repeat(201) } } }, 'host_post'],
  ])('refuses %j by name', async (wrong, field) => {
    const answer = await patch({ delegation: { immersion: wrong } })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(`/document/delegation/immersion/${field}`)
  })
})
