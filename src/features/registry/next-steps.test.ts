import { beforeAll, describe, expect, it } from 'vitest'
import { findReference } from '../../../test/support/build-organisation.ts'
import { polls, twoDates } from '../../../test/support/date-polls.ts'
import { answerFor, stateExpectation } from '../../../test/support/expectations.ts'
import { fieldsOf } from '../../../test/support/form-fields.ts'
import { lastMailTo } from '../../../test/support/mailbox.ts'
import { openTestApp, type TestApp } from '../../../test/support/open-test-app.ts'
import { browserOf, type SignedIn, signIn } from '../../../test/support/sign-in.ts'

const group = '/fr/france-coree'
const tie = `${group}/cooperations/limoges-icheon`
let testApp: TestApp
let networkId = ''
let limoges: SignedIn
let icheon: SignedIn
let reader: SignedIn
let visitor: Pick<SignedIn, 'get' | 'post'>

beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true, settings: { NOW: '2017-07-08' } })
  const network = await testApp.context.database
    .selectFrom('networks_network')
    .select('network_id')
    .executeTakeFirstOrThrow()
  networkId = network.network_id
  limoges = await memberOf('limoges')
  icheon = await memberOf('icheon')
  reader = await signIn(testApp, { role: 'reader', networkId })
  visitor = browserOf(testApp)
  return testApp.close
})

const memberOf = async (slug: string) =>
  signIn(testApp, {
    role: 'member',
    networkId,
    organisationIds: [(await findReference(testApp.context, slug)).id],
  })

/** Where the block of next steps leads, without the language and the group; null where there is none. */
async function nextOn(browser: Pick<SignedIn, 'get'>, page: string): Promise<string[] | null> {
  const [, block] = /id="next"([\s\S]*?)<\/section>/.exec((await browser.get(page)).body) ?? []
  if (block === undefined) return null
  return [...block.matchAll(/href="([^"]*)"/g)].map(([, href = '']) =>
    decodeURIComponent(href.replaceAll('&amp;', '&').replaceAll('+', ' '))
      .replace(group, '')
      .replaceAll('\u00a0', ' '),
  )
}

describe('a tie that all sides confirm', () => {
  it('leads on to what each reader may do, and a visitor to nothing', async () => {
    expect(await nextOn(limoges, `${tie}/confirmation`)).toBeNull()
    const { organisation = '' } = await fieldsOf(icheon, `${tie}/confirmation`)
    await icheon.post(`${tie}/confirmation`, { organisation, stance: 'confirmed' })
    expect(await nextOn(limoges, `${tie}/confirmation`)).toEqual([
      '/organisations/icheon/contacts',
      '/agenda/polls/new?with=limoges&with=icheon',
      '/agenda/new?with=limoges&with=icheon',
      '/cooperations/limoges-icheon/edit/activities/new',
      '/cooperations/limoges-icheon/edit/agreements/new',
    ])
    expect(await nextOn(reader, `${tie}/confirmation`)).toEqual([
      '/organisations/limoges/contacts',
      '/organisations/icheon/contacts',
    ])
    expect(await nextOn(visitor, `${tie}/confirmation`)).toBeNull()
  })

  it('leads to nowhere that its reader may not go', async () => {
    for (const browser of [limoges, reader])
      for (const address of (await nextOn(browser, `${tie}/confirmation`)) ?? [])
        expect((await browser.get(`${group}${address}`)).statusCode, address).toBe(200)
  })
})

describe('an answer that says yes', () => {
  const expected = {
    'asker.name': '',
    'title.fr.text': 'Un atelier de céramique',
    'text.fr.text': 'Recevoir deux céramistes pour un mois.',
    themes: 'culture',
    form: 'practitioner_exchange',
    language: 'fr',
  }

  async function accepted(confidentiality: string, title: string): Promise<string> {
    const icheonId = (await findReference(testApp.context, 'icheon')).id
    const path = await stateExpectation(limoges, icheonId, {
      ...expected,
      'title.fr.text': title,
      confidentiality,
    })
    expect(await nextOn(limoges, path)).toBeNull()
    expect((await answerFor(icheon, path, 'icheon', { answer: 'yes', reason: '' })).statusCode).toBe(303)
    return path
  }

  it('leads both sides on, with its words where everybody reads them', async () => {
    const path = await accepted('public', 'Un atelier de céramique')
    const words = 'title=Un atelier de céramique&reason=Réponse à une attente : Icheon'
    for (const browser of [limoges, icheon])
      expect((await nextOn(browser, path))?.slice(1)).toEqual([
        `/agenda/polls/new?with=limoges&with=icheon&${words}`,
        `/agenda/new?with=limoges&with=icheon&${words}`,
        `/cooperations/limoges-icheon/edit/activities/new?${words}`,
        '/cooperations/limoges-icheon/edit/agreements/new?reason=Réponse à une attente : Icheon',
      ])
    expect(await nextOn(visitor, path)).toBeNull()
  })

  it('keeps the words of one that only those concerned read out of what may become public', async () => {
    const path = await accepted('concerned', 'Un secret entre deux maires')
    const steps = (await nextOn(limoges, path)) ?? []
    expect(steps.join(' ')).not.toContain('secret')
    expect(steps[2]).toContain('&visibility=network')
  })
})

describe('the forms to which it leads', () => {
  const asked = `with=icheon&with=limoges&title=Un+atelier&reason=${encodeURIComponent('Réponse d’Icheon')}`

  it('make an event with its parties, one’s own first, its title, its provenance and its readers', async () => {
    expect(await fieldsOf(limoges, `${group}/agenda/new?${asked}&visibility=network`)).toMatchObject({
      'participants.0.name': 'Limoges',
      'participants.0.role': 'host',
      'participants.1.name': 'Icheon',
      'title.fr.text': 'Un atelier',
      'title.original': 'fr',
      reason: 'Réponse d’Icheon',
      visibility: 'network',
    })
  })

  it('take nothing that is wrong in an address', async () => {
    const plain = await fieldsOf(limoges, `${group}/agenda/new`)
    const wrong = `with=nowhere&title=${'x'.repeat(301)}&reason=+&visibility=secret&with[]=a`
    const comparable = ({ sending: _, ...fields }: Record<string, unknown>) => fields
    expect(comparable(await fieldsOf(limoges, `${group}/agenda/new?${wrong}`))).toEqual(comparable(plain))
  })

  it('add an exchange to the tie with its title and its provenance', async () => {
    expect(await fieldsOf(limoges, `${tie}/edit/activities/new?${asked}`)).toMatchObject({
      'title.fr.text': 'Un atelier',
      reason: 'Réponse d’Icheon',
    })
    const { body } = await limoges.get(tie)
    const [, entry = ''] =
      /edit\/activities\/([0-9a-f-]{36})/.exec((await limoges.get(`${tie}/edit`)).body) ?? []
    expect(body).not.toContain('Un atelier')
    expect((await fieldsOf(limoges, `${tie}/edit/activities/${entry}?${asked}`))['title.fr.text']).not.toBe(
      'Un atelier',
    )
  })

  it('ask the people of both parties for a date, and nobody else', async () => {
    const fields = await fieldsOf(limoges, `${polls}/new?${asked}`)
    expect(fields).toMatchObject({
      with: expect.arrayContaining(['icheon', 'limoges']),
      electorate: 'invited',
      'title.fr.text': 'Un atelier',
    })
    const tours = await memberOf('tours')
    const answer = await limoges.post(`${polls}/new`, {
      ...twoDates,
      'title.fr.text': 'Un atelier',
      with: ['icheon', 'limoges', 'nowhere'],
      electorate: 'invited',
      tell: 'yes',
    })
    expect(answer.statusCode).toBe(303)
    const poll = String(answer.headers.location).split('?')[0] ?? ''
    expect((await lastMailTo(testApp, icheon.address))?.links.join()).toContain(poll.replace('/fr/', ''))
    expect(await lastMailTo(testApp, tours.address)).toBeUndefined()
    expect((await icheon.get(poll)).body).toContain('answers.')
  })
})
