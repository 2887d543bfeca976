import { expect } from 'vitest'
import { type EditedRecord, type Form, openEditedRecord } from './edited-record.ts'
import { fieldsOf } from './form-fields.ts'
import { pageWords } from './page-words.ts'
import { type SignedIn, signIn } from './sign-in.ts'

const group = '/fr/france-coree'

/** The two trips of which the need speaks; the demonstration knows nothing of their sheets, and tests make them up. */
export const ofParis = 'paris-maire-coree-2017'
export const ofNormandie = 'normandie-president-incheon-2017'
export const trip = `${group}/agenda/${ofParis}`
export const normandie = `${group}/agenda/${ofNormandie}`

/** The part of an event in the API that tests of missions need. */
interface ToldMission {
  delegation: { seats: Record<string, unknown>[]; stops: unknown[]; debrief: Record<string, unknown> }
}

export interface Missions extends EditedRecord {
  /** Speaks for Tours. */
  tours: SignedIn
  /** Speaks for Paris. */
  paris: SignedIn
  /** Sends a form of an event with its present values, except those given. */
  edit(place: string, part: string, typed: Form, browser?: SignedIn): ReturnType<SignedIn['post']>
  /** The words of a page. */
  seen(address: string, browser?: Pick<SignedIn, 'get'>): Promise<string>
  /** An event as programs read it. */
  told(slug: string, query?: string): Promise<ToldMission>
  addSeoul(place: string, when: string): Promise<void>
  /** Offers seats at the first stop. */
  offerSeats(place: string, typed?: Form): Promise<void>
}

/** The demonstration with members of Paris and Tours, and ways to fill in the sheets of missions. */
export async function openMissions(): Promise<Missions> {
  const record = await openEditedRecord(`agenda/${ofParis}`)
  const memberOf = async (slug: string, name: string) =>
    signIn(record.testApp, {
      role: 'member',
      networkId: record.networkId,
      organisationIds: [await record.organisationId(slug)],
      name,
    })
  const edit = async (place: string, part: string, typed: Form, browser = record.coordinator) => {
    const form = `${place}/edit/${part}`
    return browser.post(form, {
      ...(await fieldsOf(browser, form)),
      ...typed,
      reason: 'Note de la collectivité',
    })
  }
  return {
    ...record,
    tours: await memberOf('tours', 'Tours Membre'),
    paris: await memberOf('paris', 'Paris Membre'),
    edit,
    seen: async (address, browser = record.testApp) => pageWords((await browser.get(address)).body),
    told: async (slug, query = '') =>
      (await record.testApp.get(`/api/v1/networks/france-coree/events/${slug}${query}`)).json(),
    addSeoul: async (place, when) => {
      const answer = await edit(place, 'stops/new', { 'place.name': 'Séoul', when })
      expect(answer.statusCode).toBe(303)
    },
    offerSeats: async (place, typed = {}) => {
      const { body } = await record.coordinator.get(`${place}/edit/seats/new`)
      const [, stop = ''] = /<option value="([0-9a-f-]{36})"/.exec(body) ?? []
      const offer = { stop, count: '2', 'forWhom.fr.text': 'une collectivité du groupe', until: '2017-08-31' }
      const answer = await edit(place, 'seats/new', { ...offer, ...typed })
      expect(answer.statusCode).toBe(303)
    },
  }
}
