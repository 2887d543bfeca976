import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fieldsOf } from '../../../../../test/support/form-fields.ts'
import { lastMailTo } from '../../../../../test/support/mailbox.ts'
import { pageWords } from '../../../../../test/support/page-words.ts'
import { type SignedIn, signIn } from '../../../../../test/support/sign-in.ts'
import { addWish, openWishing, sayInterest, type WishingGround } from '../../../../../test/support/wishes.ts'
import { countRefusals } from '../queries.ts'

let ground: WishingGround
let made = 0
beforeAll(async () => {
  ground = await openWishing()
})
afterAll(() => ground.close())

const newWish = () => addWish(ground.member, { 'title.fr.text': `Céramique ${++made}` })
const read = async (browser: Pick<SignedIn, 'get'>, address: string) =>
  pageWords((await browser.get(address)).body)
const mailTo = (address: string) => lastMailTo(ground.house, address)

describe('talks', () => {
  it('are declined with a reason, which the other side reads, and which is kept', async () => {
    const talks = await sayInterest(ground.icheon, await newWish())
    expect((await ground.member.post(`${talks}/refusal`, { reason: 'other' })).statusCode).toBe(422)
    expect((await ground.member.post(`${talks}/refusal`, {})).statusCode).toBe(422)
    const words = 'Nos équipes sont prises jusqu’en 2019.'
    expect((await ground.member.post(`${talks}/refusal`, { reason: 'calendar', words })).statusCode).toBe(303)
    expect(await read(ground.icheon, talks)).toContain(words)
    expect((await mailTo(ground.icheon.address))?.text).toContain(words)
    const [limoges, icheon] = await Promise.all(['limoges', 'icheon'].map(ground.organisationId))
    const today = { ...ground.house.context, today: '2017-07-08' }
    const kept = [{ organisationId: limoges, refusedId: icheon, count: 1 }]
    expect(await countRefusals(today, ground.networkId, '2000-01-01')).toEqual(kept)
    expect((await ground.member.post(`${talks}/refusal/removal`)).statusCode).toBe(303)
    expect(await countRefusals(today, ground.networkId, '2000-01-01')).toEqual([])
    expect(await read(ground.icheon, talks)).toContain('Intérêt exprimé')
  })

  it('are withdrawn by whoever began them, and begun again', async () => {
    const wish = await newWish()
    const talks = await sayInterest(ground.icheon, wish)
    const again = await ground.icheon.post(`${wish}/interest`, {
      ...(await fieldsOf(ground.icheon, `${wish}/interest`)),
      text: '다시',
      language: 'ko',
    })
    expect([again.statusCode, pageWords(again.body)]).toEqual([422, expect.stringContaining('déjà engagés')])
    expect((await ground.member.post(`${talks}/withdrawal`)).statusCode).toBe(404)
    expect((await ground.icheon.post(`${talks}/withdrawal`)).statusCode).toBe(303)
    expect((await ground.member.post(`${talks}/acceptance`)).statusCode).toBe(409)
    expect(await sayInterest(ground.icheon, wish)).not.toBe(talks)
  })

  it('go to one of two advisers who take them at once; the other is told', async () => {
    const talks = await sayInterest(ground.icheon, await newWish())
    const second = await signIn(ground.house, { role: 'coordinator', networkId: ground.networkId })
    const [one, two] = await Promise.all([fieldsOf(ground.coordinator, talks), fieldsOf(second, talks)])
    const answers = await Promise.all([
      ground.coordinator.post(`${talks}/adviser`, { ...one, person: ground.coordinator.personId }),
      second.post(`${talks}/adviser`, { ...two, person: second.personId }),
    ])
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 409])
    expect(
      (await ground.coordinator.post(`${talks}/adviser`, { person: ground.member.personId, seen: '' }))
        .statusCode,
    ).toBe(403)
  })

  it('are decided once, of two who do so at once', async () => {
    const talks = await sayInterest(ground.icheon, await newWish())
    const answers = await Promise.all([
      ground.member.post(`${talks}/acceptance`),
      ground.coordinator.post(`${talks}/refusal`, { reason: 'size' }),
      ground.coordinator.post(`${talks}/acceptance`),
    ])
    expect(answers.filter(({ statusCode }) => statusCode === 409).length).toBeGreaterThanOrEqual(1)
    expect(await read(ground.icheon, talks)).toMatch(/En pourparlers|Décliné/)
  })

  it('exist for nobody who takes no part in them', async () => {
    const talks = await sayInterest(ground.icheon, await newWish(), { text: 'Confidence à Limoges' })
    const strangers = [ground.house, ground.other, await signIn(ground.house)]
    for (const browser of strangers) {
      expect((await browser.get(talks)).statusCode).toBe(404)
      const list = await browser.get('/fr/france-coree/partners/introductions')
      expect(list.body).not.toContain(talks)
    }
    for (const deed of [
      'messages',
      'acceptance',
      'refusal',
      'withdrawal',
      'partnership',
      'adviser',
      'recognition',
    ])
      expect(
        (await ground.other.post(`${talks}/${deed}`, { text: 'Bonjour', language: 'fr' })).statusCode,
      ).toBe(404)
    expect((await ground.member.get('/fr/france-coree/partners/introductions')).body).toContain(talks)
  })
})
