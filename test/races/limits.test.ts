import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atOnce, countRows, type Press, times } from '../support/at-once.ts'
import { fieldsOf } from '../support/form-fields.ts'
import { embassysEvent } from '../support/propose-event.ts'
import { addEvent, openRegistration, usualEntry } from '../support/register-for-event.ts'
import { browserOf } from '../support/sign-in.ts'
import { addWish, openWishing, type WishingFixture } from '../support/wishes.ts'

const group = '/fr/france-coree'
let fixture: WishingFixture
beforeAll(async () => {
  fixture = await openWishing()
})
afterAll(() => fixture.close())
const count = (rows: RawBuilder<unknown>) => countRows(fixture.testApp, rows)

/** Presses of a public form, rendered half a minute before. */
async function anybody(address: string, typed: Record<string, string | string[]>, number: number) {
  const fields = await fieldsOf(browserOf(fixture.testApp), address)
  fixture.testApp.clock.advance({ seconds: 30 })
  return times(number, () => () => browserOf(fixture.testApp).post(address, { ...fields, ...typed }))
}

interface Limited {
  name: string
  presses(): Promise<Press[]>
  kept: RawBuilder<unknown>
  most: number
}

describe('more than a limit lets through, all at once', () => {
  const limited: Limited[] = [
    {
      name: 'links to sign in for one address',
      presses: async () =>
        times(
          11,
          () => () => browserOf(fixture.testApp).post('/fr/sign-in', { address: 'eleven@mairie.example' }),
        ),
      kept: sql`people_attempt where kind = 'link-to'`,
      most: 5,
    },
    {
      name: 'new addresses of an account',
      presses: async () =>
        times(
          8,
          (index) => () =>
            fixture.other.post('/fr/account/address', { address: `new${index}@ville.example` }),
        ),
      kept: sql`people_link where confirms is not null`,
      most: 5,
    },
    {
      name: 'tokens of a person',
      presses: async () =>
        times(
          24,
          (index) => () =>
            fixture.icheon.post('/fr/account/tokens', {
              tokenName: `Programme ${index}`,
              network: 'france-coree',
              scopes: ['read'],
              days: '30',
            }),
        ),
      kept: sql`people_token`,
      most: 20,
    },
    {
      name: 'secret addresses of one’s calendar',
      presses: async () =>
        times(23, () => () => fixture.icheon.post(`${group}/agenda/feeds`, { parameters: '' })),
      kept: sql`agenda_feed`,
      most: 20,
    },
    {
      name: 'proposals from one address in a day',
      presses: async () => anybody(`${group}/agenda/propose`, embassysEvent, 12),
      kept: sql`agenda_proposal`,
      most: 10,
    },
    {
      name: 'corrections from one address in a day',
      presses: async () => {
        const typed = {
          words: 'La convention date de 2016.',
          source: 'Archives',
          name: 'Lou',
          address: 'lou@lecteur.example',
        }
        return anybody(`${group}/cooperations/limoges-icheon/correction`, typed, 8)
      },
      kept: sql`contributions_suggestion where is_from_reader`,
      most: 5,
    },
    {
      name: 'words of interest from one address in a day',
      presses: async () => {
        const wish = await addWish(fixture.member)
        const typed = {
          'authority.name': 'Icheon',
          text: 'Nous sommes intéressés.',
          language: 'fr',
          sender: 'Kim',
          address: 'kim@icheon.example',
        }
        return anybody(`${wish}/interest`, typed, 12)
      },
      kept: sql`partners_introduction where sender_address is not null`,
      most: 10,
    },
    {
      name: 'registrations from one address in a day',
      presses: async () => {
        const event = await addEvent(fixture.member, 'Forum des inscriptions')
        await openRegistration(fixture.member, event)
        return anybody(`${event}/registration`, usualEntry, 8)
      },
      kept: sql`agenda_registration`,
      most: 5,
    },
  ]
  test.each(limited)('keeps as many $name as it says', async ({ presses, kept, most }) => {
    const before = await count(kept)
    const pressed = await presses()
    expect(await atOnce(pressed)).not.toHaveProperty('500')
    expect(pressed.length).toBeGreaterThan(most)
    expect((await count(kept)) - before).toBe(most)
  })
})
