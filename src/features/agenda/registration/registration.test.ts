import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { lastMailTo, readMailbox } from '../../../../test/support/mailbox.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import {
  addEvent,
  openRegistration,
  registerByMail,
  registrationLink,
  sendRegistration,
} from '../../../../test/support/register-for-event.ts'
import { browserOf, type SignedIn, signIn } from '../../../../test/support/sign-in.ts'

let testApp: TestApp
let keeper: SignedIn
let networkId: string
beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true })
  const { database } = testApp.context
  const row = await database.selectFrom('networks_network').select('network_id').executeTakeFirstOrThrow()
  networkId = row.network_id
  keeper = await signIn(testApp, { role: 'coordinator', networkId })
})
afterAll(() => testApp.close())

const visitor = () => browserOf(testApp)
const words = async (path: string, browser: Pick<SignedIn, 'get'> = visitor()) =>
  pageWords((await browser.get(path)).body)
const subjectTo = async (address: string) =>
  (await lastMailTo(testApp, address))?.subject.replaceAll(/\s/g, ' ') ?? ''
const question = (kind: string, label: string) => ({
  'questions.0.part': '',
  'questions.0.kind': kind,
  'questions.0.label.fr.text': label,
})

describe('opening registration', () => {
  let event: string
  beforeAll(async () => {
    event = await addEvent(keeper, 'Conditions')
  })

  it.each([
    ['no places at all', { places: '0' }, 'places'],
    ['fewer than none', { places: '-1' }, 'places'],
    ['more than there are people to come', { places: '100000' }, 'places'],
    ['half a place for a country', { 'countryPlaces.KR': '1.5' }, 'countryPlaces-KR'],
    ['a deadline after the event', { untilDay: '2017-12-04', untilTime: '13:00' }, 'untilDay'],
    ['a day that does not exist', { untilDay: '2017-02-31' }, 'untilDay'],
    ['a zone of no world', { zone: 'Mars/Phobos' }, 'zone'],
    ['no word on what the data are for', { 'dataUse.fr.text': ' ' }, 'dataUse'],
    ['data kept for ever', { keptMonths: '99' }, 'keptMonths'],
    ['a question without choices', question('one', 'Repas ?'), 'questions-0-choices'],
    [
      'choices that differ by language',
      {
        ...question('one', 'Repas ?'),
        'questions.0.choices.fr': 'Viande\nPoisson',
        'questions.0.choices.ko': '고기',
      },
      'questions-0-choices',
    ],
    ['a question that asks nothing', question('line', ' '), 'questions-0-label'],
  ])('refuses %s beside its field', async (_, given, field) => {
    const answer = await openRegistration(keeper, event, given)
    expect([answer.statusCode, answer.body.includes(`href="#field-${field}`)]).toEqual([422, true])
    expect((await visitor().get(`${event}/registration`)).statusCode).toBe(404)
  })

  it('is for those who hold the event alone', async () => {
    const other = await signIn(testApp, { role: 'contributor', networkId })
    for (const browser of [visitor(), other]) {
      expect((await openRegistration(browser, event)).statusCode).toBe(404)
      expect((await browser.get(`${event}/registrations`)).statusCode).toBe(404)
    }
    expect(await words(event)).not.toContain('Inscription')
    expect(await words(event, keeper)).toContain('Ouvrir les inscriptions')
  })

  it('can be for members only, and closed', async () => {
    await openRegistration(keeper, event, { forWhom: 'members' })
    expect(await words(`${event}/registration`)).toContain('réservées aux membres')
    expect((await sendRegistration(testApp, event)).statusCode).toBe(422)
    await openRegistration(keeper, event, { isOpen: 'no' })
    expect(await words(event)).toContain('Les inscriptions sont fermées')
    expect((await sendRegistration(testApp, event)).statusCode).toBe(422)
    expect((await readMailbox(testApp)).filter(({ kind }) => kind === 'agenda.registration')).toEqual([])
  })
})

describe('registering', () => {
  let event: string
  beforeAll(async () => {
    event = await addEvent(keeper, 'Journée')
    await testApp.context.database
      .updateTable('agenda_event')
      .set({ attendance: 'both' })
      .where('slug', '=', event.split('/').at(-1) ?? '')
      .execute()
    await openRegistration(keeper, event, {
      ...question('several', 'Ateliers'),
      'questions.0.choices.fr': 'Eau\nÉnergie',
      'questions.0.choices.ko': '물\n에너지',
      'questions.0.isRequired': 'on',
    })
  })
  const entry = async (given: Record<string, string> = {}) => {
    const { body } = await visitor().get(`${event}/registration`)
    const [, name = '', choice = ''] = /name="(answers\.[\w-]+)" value="([\w-]+)"/.exec(body) ?? []
    return { attendance: 'on_site', [name]: choice, ...given }
  }

  it.each([
    ['no name', { name: ' \u202e ' }, 'name'],
    ['a name without end', { name: 'x'.repeat(101) }, 'name'],
    ['a country of no world', { country: 'XX' }, 'country'],
    ['a header in an address', { address: 'a@b.example\r\nBcc: c@d.example' }, 'address'],
    ['nothing on how one comes', { attendance: '' }, 'attendance'],
  ])('refuses %s beside its field, and loses nothing', async (_, given, field) => {
    const before = (await readMailbox(testApp)).length
    const answer = await sendRegistration(
      testApp,
      event,
      await entry({ organisation: 'Mairie de Tours', ...given }),
    )
    expect([answer.statusCode, answer.body.includes(`href="#field-${field}`)]).toEqual([422, true])
    expect(answer.body).toContain('Mairie de Tours')
    expect((await readMailbox(testApp)).length).toBe(before)
  })

  it('needs the answers that are asked for', async () => {
    const answer = await sendRegistration(testApp, event, { attendance: 'online' })
    expect([answer.statusCode, answer.body.includes('href="#field-answers-')]).toEqual([422, true])
  })

  it('sends back what comes as fast as a program', async () => {
    const { body } = await visitor().get(`${event}/registration`)
    const begun = /name="begun" value="([^"]*)"/.exec(body)?.[1] ?? ''
    const answer = await sendRegistration(testApp, event, await entry({ begun: '' }))
    expect([answer.statusCode, begun === '']).toEqual([422, false])
    expect(pageWords(answer.body)).toContain('Le formulaire est revenu trop vite')
  })

  it('counts once the address is confirmed, once, and by nobody who guesses', async () => {
    await sendRegistration(
      testApp,
      event,
      await entry({ address: 'une@fois.example', name: 'Une \u202eFois' }),
    )
    const list = `${event}/registrations`
    expect(await words(list, keeper)).not.toContain('Une Fois')
    const link = await registrationLink(testApp, 'une@fois.example')
    expect(await words(link)).toContain('Confirmer mon inscription')
    expect((await visitor().get(`${link.slice(0, -1)}x`)).statusCode).toBe(404)
    expect((await visitor().post(`${link}/erasure`)).statusCode).toBe(404)
    const answer = await visitor().post(`${link}/confirmation`)
    expect(answer.headers.location).toMatch(/registered\/[0-9a-f]{48}\?done=registered$/)
    expect((await visitor().post(`${link}/confirmation`)).statusCode).toBe(410)
    expect(await words(list, keeper)).toContain('Une Fois')
    expect(await words(list, keeper)).toMatch(/Ateliers Eau/)
    expect(await subjectTo('une@fois.example')).toBe('Inscription confirmée : Journée')
  })

  it('answers the same to whoever is registered already, and opens theirs by mail', async () => {
    const address = 'deux@fois.example'
    await registerByMail(testApp, event, await entry({ address }))
    testApp.clock.advance({ minutes: 20 })
    const again = await sendRegistration(testApp, event, await entry({ address: 'Deux@fois.example' }))
    expect(pageWords(again.body)).toContain('Un message est parti')
    expect(await subjectTo(address)).toBe('Inscription déjà enregistrée : Journée')
    const own = await registrationLink(testApp, address)
    expect(await words(own)).toContain('votre place est réservée')
    // Two confirmations that were both still open make one registration.
    const twice = 'trois@fois.example'
    await sendRegistration(testApp, event, await entry({ address: twice }))
    const first = await registrationLink(testApp, twice)
    await sendRegistration(testApp, event, await entry({ address: twice }))
    const second = await registrationLink(testApp, twice)
    for (const link of [first, second])
      expect((await visitor().post(`${link}/confirmation`)).statusCode).toBe(303)
    const { body } = await keeper.get(`${event}/registrations?q=aline`)
    expect(body.match(/<th scope="row"[^>]*><a/g)).toHaveLength(2)
  })

  it('fills nobody’s mailbox', async () => {
    const address = 'victime@ville.example'
    for (let turn = 0; turn < 8; turn++) await sendRegistration(testApp, event, await entry({ address }))
    expect((await readMailbox(testApp)).filter(({ to }) => to === address)).toHaveLength(5)
  })

  it('is prefilled for whoever has an account, and needs no confirmation', async () => {
    const member = await signIn(testApp, { role: 'reader', networkId, name: 'Maël Membre' })
    const page = (await member.get(`${event}/registration`)).body
    expect(page).toContain('value="Maël Membre"')
    expect(page).not.toContain('name="address"')
    const sent = { ...(await entry()), name: 'Maël Membre', organisation: '', country: 'FR', language: 'ko' }
    const answer = await member.post(`${event}/registration`, sent)
    expect(await words(String(answer.headers.location))).toContain('votre place est réservée')
    expect(await lastMailTo(testApp, member.address)).toMatchObject({ language: 'ko' })
    for (const page of [event, `${event}/registration`])
      expect(await words(page, member)).toContain('Ouvrir mon inscription')
    expect(await words(event)).not.toContain('Ouvrir mon inscription')
    expect((await member.post(`${event}/registration/own`)).statusCode).toBe(303)
    expect((await visitor().post(`${event}/registration/own`)).statusCode).toBe(404)
  })

  it('is changed, found again and withdrawn by its own link', async () => {
    const address = 'change@ville.example'
    const own = await registerByMail(testApp, event, await entry({ address }))
    const given = { ...(await entry()), name: 'Nom Neuf', organisation: '', country: 'KR', language: 'ko' }
    expect((await visitor().post(`${own}/change`, { ...given, name: '' })).statusCode).toBe(422)
    expect((await visitor().post(`${own}/change`, given)).statusCode).toBe(303)
    expect(await words(own)).toContain('Nom Neuf')
    testApp.clock.advance({ minutes: 20 })
    await visitor().post(`${event}/registration/link`, { address })
    expect((await visitor().get(own)).statusCode).toBe(404)
    const renewed = await registrationLink(testApp, address)
    await visitor().post(`${renewed}/withdrawal`)
    expect(await words(renewed)).toContain('참가 신청이 취소되었습니다')
    expect((await visitor().post(`${renewed}/withdrawal`)).statusCode).toBe(404)
    expect(await subjectTo(address)).toBe('신청이 취소되었습니다: Journée')
  })

  test('programs read the terms, and of who comes nothing', async () => {
    const slug = event.split('/').at(-1)
    const { registration } = (await testApp.get(`/api/v1/networks/france-coree/events/${slug}`)).json()
    expect(registration).toMatchObject({ state: 'open', for_whom: 'anybody', places: null, kept_months: 6 })
    expect(JSON.stringify(registration)).not.toContain('Aline')
  })
})
