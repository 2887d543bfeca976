import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fieldsOf } from '../../../../../test/support/form-fields.ts'
import { lastMailTo } from '../../../../../test/support/mailbox.ts'
import { pageWords } from '../../../../../test/support/page-words.ts'
import { type SignedIn, signIn } from '../../../../../test/support/sign-in.ts'
import { addWish, openWishing, sayInterest, type WishingFixture } from '../../../../../test/support/wishes.ts'
import { countRefusals } from '../queries.ts'

let fixture: WishingFixture
let made = 0
beforeAll(async () => {
  fixture = await openWishing()
})
afterAll(() => fixture.close())

const newWish = () => addWish(fixture.member, { 'title.fr.text': `Céramique ${++made}` })
const read = async (browser: Pick<SignedIn, 'get'>, address: string) =>
  pageWords((await browser.get(address)).body)
const mailTo = (address: string) => lastMailTo(fixture.testApp, address)

describe('talks', () => {
  it('are declined with a reason, which the other side reads, and which is kept', async () => {
    const talks = await sayInterest(fixture.icheon, await newWish())
    expect((await fixture.member.post(`${talks}/refusal`, { reason: 'other' })).statusCode).toBe(422)
    expect((await fixture.member.post(`${talks}/refusal`, {})).statusCode).toBe(422)
    const words = 'Nos équipes sont prises jusqu’en 2019.'
    expect((await fixture.member.post(`${talks}/refusal`, { reason: 'calendar', words })).statusCode).toBe(
      303,
    )
    expect(await read(fixture.icheon, talks)).toContain(words)
    expect((await mailTo(fixture.icheon.address))?.text).toContain(words)
    const [limoges, icheon] = await Promise.all(['limoges', 'icheon'].map(fixture.organisationId))
    const today = { ...fixture.testApp.context, today: '2017-07-08' }
    const kept = [{ organisationId: limoges, refusedId: icheon, count: 1 }]
    expect(await countRefusals(today, fixture.networkId, '2000-01-01')).toEqual(kept)
    expect((await fixture.member.post(`${talks}/refusal/removal`)).statusCode).toBe(303)
    expect(await countRefusals(today, fixture.networkId, '2000-01-01')).toEqual([])
    expect(await read(fixture.icheon, talks)).toContain('Intérêt exprimé')
  })

  it('lead on once they are agreed to: to each other, a date, an event, and the tie that there is', async () => {
    const talks = await sayInterest(fixture.icheon, await newWish())
    const next = async () =>
      /id="next"([\s\S]*?)<\/section>/.exec((await fixture.icheon.get(talks)).body)?.[1] ?? ''
    expect(await next()).toBe('')
    await fixture.member.post(`${talks}/acceptance`)
    const links = [...(await next()).matchAll(/href="([^"?]*)/g)].map(([, href]) => href)
    expect(links).toEqual([
      '#messages',
      '/fr/france-coree/agenda/polls/new',
      '/fr/france-coree/agenda/new',
      '/fr/france-coree/cooperations/limoges-icheon/edit/activities/new',
      '/fr/france-coree/cooperations/limoges-icheon/edit/agreements/new',
    ])
  })

  it('are withdrawn by whoever began them, and begun again', async () => {
    const wish = await newWish()
    const talks = await sayInterest(fixture.icheon, wish)
    const again = await fixture.icheon.post(`${wish}/interest`, {
      ...(await fieldsOf(fixture.icheon, `${wish}/interest`)),
      text: '다시',
      language: 'ko',
    })
    expect([again.statusCode, pageWords(again.body)]).toEqual([422, expect.stringContaining('déjà engagés')])
    expect((await fixture.member.post(`${talks}/withdrawal`)).statusCode).toBe(404)
    expect((await fixture.icheon.post(`${talks}/withdrawal`)).statusCode).toBe(303)
    expect((await fixture.member.post(`${talks}/acceptance`)).statusCode).toBe(409)
    expect(await sayInterest(fixture.icheon, wish)).not.toBe(talks)
  })

  it('go to one of two advisers who take them at once; the other is told', async () => {
    const talks = await sayInterest(fixture.icheon, await newWish())
    const second = await signIn(fixture.testApp, { role: 'coordinator', networkId: fixture.networkId })
    const [one, two] = await Promise.all([fieldsOf(fixture.coordinator, talks), fieldsOf(second, talks)])
    const answers = await Promise.all([
      fixture.coordinator.post(`${talks}/adviser`, { ...one, person: fixture.coordinator.personId }),
      second.post(`${talks}/adviser`, { ...two, person: second.personId }),
    ])
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 409])
    expect(
      (await fixture.coordinator.post(`${talks}/adviser`, { person: fixture.member.personId, seen: '' }))
        .statusCode,
    ).toBe(403)
  })

  it('are decided once, of two who do so at once', async () => {
    const talks = await sayInterest(fixture.icheon, await newWish())
    const answers = await Promise.all([
      fixture.member.post(`${talks}/acceptance`),
      fixture.coordinator.post(`${talks}/refusal`, { reason: 'size' }),
      fixture.coordinator.post(`${talks}/acceptance`),
    ])
    expect(answers.filter(({ statusCode }) => statusCode === 409).length).toBeGreaterThanOrEqual(1)
    expect(await read(fixture.icheon, talks)).toMatch(/En pourparlers|Décliné/)
  })

  it('exist for nobody who takes no part in them', async () => {
    const talks = await sayInterest(fixture.icheon, await newWish(), { text: 'Confidence à Limoges' })
    const strangers = [fixture.testApp, fixture.other, await signIn(fixture.testApp)]
    for (const browser of strangers) {
      expect((await browser.get(talks)).statusCode).toBe(404)
      const list = await browser.get('/fr/france-coree/partners/introductions')
      expect(list.body).not.toContain(talks)
    }
    for (const action of [
      'messages',
      'acceptance',
      'refusal',
      'withdrawal',
      'partnership',
      'adviser',
      'recognition',
    ])
      expect(
        (await fixture.other.post(`${talks}/${action}`, { text: 'Bonjour', language: 'fr' })).statusCode,
      ).toBe(404)
    expect((await fixture.member.get('/fr/france-coree/partners/introductions')).body).toContain(talks)
  })
})
