import { sql } from 'kysely'
import { agendaJobs } from '../../src/features/agenda/jobs.ts'
import { recordActivity } from '../../src/platform/activity/activity.ts'
import { inTransaction } from '../../src/platform/database/transaction.ts'
import { type EditedRecord, type Form, openEditedRecord } from './edited-record.ts'
import { fieldsOf } from './form-fields.ts'
import { pageWords } from './page-words.ts'
import { type SignedIn, signIn } from './sign-in.ts'

/** The “Korea time” of October 2017, which a whole session or a workshop online could be. */
export const asking = 'groupe-rencontres-2017'
export const event = `/fr/france-coree/agenda/${asking}`

/** Three authorities of each country, else a workshop online. */
const wanted = {
  until: '2017-09-15',
  'least.FR': '3',
  'least.KR': '3',
  total: '',
  below: 'reduced',
  kind: 'workshop',
  attendance: 'online',
  'words.fr.text': 'Un atelier en ligne d’une demi-journée.',
  'words.ko.text': '반나절 온라인 워크숍입니다.',
  when: '10 octobre 2017',
  start: '9:00',
  end: '11:00',
  zone: 'Europe/Paris',
}

export interface Commitments extends EditedRecord {
  /** A person who speaks for an authority and reads a language. */
  memberOf(slug: string, language?: string): Promise<SignedIn>
  /** Sends a form of an event with its present values, except those given. */
  edit(place: string, part: string, typed: Form): ReturnType<SignedIn['post']>
  /** Asks for commitments to an event. */
  ask(typed?: Record<string, string>, place?: string): ReturnType<SignedIn['post']>
  /** Commits an authority with two people, except for the given values. */
  commit(browser: SignedIn, typed?: Form, place?: string): ReturnType<SignedIn['post']>
  seen(address: string, browser?: Pick<SignedIn, 'get'>): Promise<string>
  /** An event as programs read it. */
  told(slug: string): Promise<Record<string, unknown>>
  /** The network calls another day today, and so many workers look for due work at the same time. */
  onDay(day: string, workers?: number): Promise<void>
}

/** The demonstration with ways to ask for commitments, to commit authorities and to let days pass. */
export async function openCommitments(): Promise<Commitments> {
  const record = await openEditedRecord(`agenda/${asking}`)
  const { testApp, networkId } = record
  const { database } = testApp.context
  const edit = async (place: string, part: string, typed: Form) => {
    const form = `${place}/edit/${part}`
    const fields = await fieldsOf(record.coordinator, form)
    return record.coordinator.post(form, { ...fields, ...typed, reason: 'Note du secrétariat' })
  }
  return {
    ...record,
    edit,
    ask: (typed = {}, place = event) => edit(place, 'commitments', { ...wanted, ...typed }),
    memberOf: async (slug, language = 'fr') => {
      const organisationIds = [await record.organisationId(slug)]
      const member = await signIn(testApp, { role: 'member', networkId, organisationIds })
      await database
        .updateTable('people_person')
        .set({ language })
        .where('id', '=', member.personId)
        .execute()
      return member
    },
    commit: async (browser, typed = {}, place = event) => {
      const form = `${place}/commitment`
      return browser.post(form, { ...(await fieldsOf(browser, form)), people: '2', words: '', ...typed })
    },
    seen: async (address, browser = testApp) => pageWords((await browser.get(address)).body),
    told: async (slug) => (await testApp.get(`/api/v1/networks/france-coree/events/${slug}`)).json(),
    onDay: async (day, workers = 1) => {
      await inTransaction(testApp.context, async (inside) => {
        await sql`update networks_network set opens_on = ${day} where network_id = ${networkId}`.execute(
          inside.database,
        )
        const moved = { verb: 'changed', subjectKind: 'network', subjectId: networkId }
        await recordActivity(inside, { ...moved, networkId: null })
        await recordActivity(inside, { ...moved, networkId })
      })
      const jobs = agendaJobs(testApp.application).filter(({ name }) => name === 'agenda.commitments')
      await Promise.all(Array.from({ length: workers }, () => jobs.map((job) => job.run(null))).flat())
    },
  }
}
