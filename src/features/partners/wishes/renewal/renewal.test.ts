import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lastMailTo, readMailbox } from '../../../../../test/support/mailbox.ts'
import { pageWords } from '../../../../../test/support/page-words.ts'
import { browserOf } from '../../../../../test/support/sign-in.ts'
import { tokensNowhere } from '../../../../../test/support/tokens-nowhere.ts'
import {
  addWish,
  board,
  openWishing,
  type WishingFixture,
  wishesApi,
} from '../../../../../test/support/wishes.ts'
import { recordActivity } from '../../../../platform/activity/activity.ts'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import { notifyOfExpiry } from './commands.ts'

let fixture: WishingFixture
let wish: string
beforeAll(async () => {
  fixture = await openWishing()
  wish = await addWish(fixture.member)
  await addWish(fixture.other, { 'title.fr.text': 'Jardins', themes: ['parks_and_gardens'] })
})
afterAll(() => fixture.close())

const read = async () =>
  (await fixture.testApp.get(`${wishesApi}/${wish.split('/').at(-1)}`, { accept: 'application/json' })).json()

// The day of a network is part of its record: pages notice a change by its revision.
function openOn(day: string) {
  return inTransaction(fixture.testApp.context, async (inside) => {
    await inside.database.updateTable('networks_network').set({ opens_on: day }).execute()
    const { networkId: subjectId } = fixture
    await recordActivity(inside, { networkId: null, verb: 'changed', subjectKind: 'network', subjectId })
  })
}

const mails = async () =>
  (await readMailbox(fixture.testApp)).filter(({ kind }) => kind === 'partners.expiry').map(({ to }) => to)

describe('a wish that ends within a month', () => {
  it('is told to those who speak for its authority, once, on the day of the network', async () => {
    await openOn('2018-06-07')
    await notifyOfExpiry(fixture.testApp.application)
    expect(await mails()).toEqual([])
    await openOn('2018-06-08')
    await notifyOfExpiry(fixture.testApp.application)
    // The demonstration has another person who speaks for Limoges.
    const told = ['international@limoges.example', fixture.member.address, fixture.other.address]
    expect((await mails()).toSorted()).toEqual(told.toSorted())
    await notifyOfExpiry(fixture.testApp.application)
    expect((await mails()).length).toBe(3)
    const mail = await lastMailTo(fixture.testApp, fixture.member.address)
    expect(mail?.text).toContain('8 juillet 2018')
  })

  it('is renewed by the link, without signing in, by whom it was sent to and nobody else', async () => {
    const mail = await lastMailTo(fixture.testApp, fixture.member.address)
    const link = URL.parse(mail?.links.find((each) => each.includes('/renewals/')) ?? '')?.pathname ?? ''
    const token = link.split('/').at(-1) ?? ''
    expect(
      (await tokensNowhere(fixture.testApp, token)).filter((table) => table !== 'platform_mail'),
    ).toEqual([])
    const visitor = browserOf(fixture.testApp)
    const forged = `${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`
    expect((await visitor.post(forged)).statusCode).toBe(410)
    expect((await visitor.get(link)).headers['referrer-policy']).toBe('no-referrer')
    expect((await read()).expires_on).toBe('2018-07-08')
    expect((await visitor.post(link)).statusCode).toBe(303)
    expect(await read()).toMatchObject({ expires_on: '2019-06-08', renewed_on: '2018-06-08', state: 'open' })
    const again = await visitor.post(link)
    expect([again.statusCode, pageWords(again.body)]).toEqual([410, expect.stringContaining('déjà servi')])
    expect((await read()).expires_on).toBe('2019-06-08')
    expect(pageWords((await fixture.testApp.get(`${wish}/history`)).body)).toContain('toujours d’actualité')
  })
})

describe('a wish that only members read', () => {
  it('is renewed by the link too, which says so where its page is not to be seen', async () => {
    await openOn('2018-06-20')
    const own = await addWish(fixture.other, { 'title.fr.text': 'Entre membres', visibility: 'network' })
    await openOn('2019-05-25')
    await notifyOfExpiry(fixture.testApp.application)
    const mail = await lastMailTo(fixture.testApp, fixture.other.address)
    const link = URL.parse(mail?.links.find((each) => each.includes('/renewals/')) ?? '')?.pathname ?? ''
    const visitor = browserOf(fixture.testApp)
    expect(pageWords((await visitor.get(link)).body)).toContain('Entre membres')
    const forged = `${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`
    expect([(await visitor.get(forged)).statusCode, (await visitor.post(forged)).statusCode]).toEqual([
      404, 404,
    ])
    const answer = await visitor.post(link)
    expect([answer.statusCode, answer.headers['cache-control']]).toEqual([200, 'private, no-store'])
    expect(pageWords(answer.body)).toMatch(/La validité est prolongée\.[\s\S]*valable jusqu’au 25 mai 2020/)
    expect((await visitor.get(own)).statusCode).toBe(404)
    // Used, it shows nothing of what members read.
    expect((await visitor.get(link)).statusCode).toBe(404)
    await openOn('2018-06-08')
  })
})

describe('a wish that was found meanwhile', () => {
  it('is not renewed from a page that was open before, which leads to how it stands', async () => {
    expect((await fixture.member.post(`${wish}/found`)).statusCode).toBe(303)
    const late = await fixture.member.post(`${wish}/renewal`)
    expect([late.statusCode, late.headers.location]).toEqual([303, wish])
    expect(pageWords((await fixture.member.get(wish)).body)).toContain('a trouvé son partenaire le')
    expect((await read()).state).toBe('found')
    await fixture.member.post(`${wish}/found/removal`)
  })
})

describe('a wish that has ended', () => {
  it('is shown as such, is not answered, leads to others on its themes, and can be renewed', async () => {
    await openOn('2019-06-09')
    const other = await addWish(fixture.other, { 'title.fr.text': 'Céramique aussi' })
    expect((await read()).state).toBe('expired')
    const shown = pageWords((await fixture.testApp.get(wish)).body)
    expect(shown).toMatch(/Échue depuis le 8 juin 2019/)
    expect(shown).toContain('Céramique aussi')
    const visitor = browserOf(fixture.testApp)
    for (const answer of [await visitor.get(`${wish}/interest`), await visitor.post(`${wish}/interest`)]) {
      expect(answer.statusCode).toBe(410)
      expect(answer.body).toContain(`href="${other}"`)
    }
    expect((await fixture.testApp.get(board)).body).not.toContain(`href="${wish}"`)
    expect((await fixture.testApp.get(`${board}?status=expired`)).body).toContain(`href="${wish}"`)
    expect((await fixture.other.post(`${wish}/renewal`)).statusCode).toBe(404)
    expect((await fixture.member.post(`${wish}/renewal`)).statusCode).toBe(303)
    expect(await read()).toMatchObject({ state: 'open', expires_on: '2020-06-09' })
  })
})
