import { describe, expect, test } from 'vitest'
import { fieldsOf } from '../support/form-fields.ts'
import { browserOf } from '../support/sign-in.ts'
import { soonAfter } from '../support/soon-after.ts'
import { group, openFurnishedNetwork, secretNames, tie } from './furnished-network.ts'

/** Days as the network may call today, long before and long after anything ends by the clock. */
const days = ['2017-07-08', '2026-11-02', '2199-12-31']

describe.each(days)('a network whose today is %s', (day) => {
  test('lets everybody in, keeps what they type, and ends it all by the clock alone', async () => {
    const { testApp, member, coordinator, secrets } = await openFurnishedNetwork({ settings: { NOW: day } })
    try {
      const anybody = browserOf(testApp)
      const open = async () => {
        const answers = Object.entries(secrets).map(async ([name, path]) => [
          name,
          (await anybody.get(path)).statusCode,
        ])
        return Object.fromEntries(await Promise.all(answers))
      }
      const all = Object.fromEntries(secretNames.map((name) => [name, 200]))
      expect(await open()).toEqual(all)

      // A session, a token and a draft, whichever day is looked at.
      expect((await member.get(`/fr/account?now=${day}`)).statusCode).toBe(200)
      const form = `${group}/organisations/limoges/edit/about`
      const fields = await fieldsOf(member, form)
      const draft = { ...fields, 'about.fr.text': 'Une phrase gardée.' }
      const before = testApp.clock.now().toString()
      const saved = await member.post(`${form}/draft`, draft, { accept: 'application/json' })
      expect(saved.json().savedAt).toEqual(soonAfter(before))
      expect((await member.get(form)).body).toContain('Une phrase gardée.')
      const made = await member.post('/fr/account/tokens', {
        tokenName: 'Essai',
        network: 'france-coree',
        scopes: 'read',
        days: '30',
      })
      const secret = made.body.match(/ent_[0-9a-f]{48}/)?.[0] ?? ''
      const call = async () => {
        const headers = { authorization: `Bearer ${secret}`, accept: 'application/json' }
        return (await testApp.get('/api/v1/networks', headers)).statusCode
      }
      expect(await call()).toBe(200)

      // Mails are written now, and due now.
      const mails = await testApp.context.database
        .selectFrom('platform_mail')
        .select(['written_at as writtenAt', 'next_attempt_at as nextAt'])
        .execute()
      const year = String(testApp.clock.now()).slice(0, 4)
      expect(mails.length).toBeGreaterThan(4)
      for (const { writtenAt, nextAt } of mails)
        expect([writtenAt.getFullYear(), nextAt?.getFullYear()].map(String)).toEqual([year, year])

      testApp.clock.advance({ hours: 1 })
      expect(await open()).toEqual({ ...all, signIn: 410, address: 410 })
      testApp.clock.advance({ hours: 24 * 15 })
      expect(await open()).toMatchObject({ invitation: 410, confirmation: 200 })
      testApp.clock.advance({ hours: 24 * 20 })
      expect(await call()).toBe(401)
      expect((await coordinator.get(`${tie}/edit`)).statusCode).toBe(404)
    } finally {
      await testApp.close()
    }
  }, 60_000)
})
