import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askedBeforeErasure } from '../../../../test/support/erasure.ts'
import { fieldsOf } from '../../../../test/support/form-fields.ts'
import { lastMailTo, readMailbox } from '../../../../test/support/mailbox.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import { browserOf } from '../../../../test/support/sign-in.ts'
import { tokensNowhere } from '../../../../test/support/tokens-nowhere.ts'
import {
  addWish,
  openWishing,
  sayInterestUnknown,
  sendInterestUnknown,
  talksLink,
  type WishingFixture,
} from '../../../../test/support/wishes.ts'
import { forgetSenders } from './retention.commands.ts'

let fixture: WishingFixture
let made = 0
beforeAll(async () => {
  fixture = await openWishing()
})
afterAll(() => fixture.close())

const visitor = () => browserOf(fixture.testApp)
const newWish = () => addWish(fixture.member, { 'title.fr.text': `Grès ${++made}` })
const list = '/fr/france-coree/partners/introductions'
const address = 'exchange@icheon.example'

/** The talks that the secretariat sees at the top of its list. */
async function firstTalks(view = ''): Promise<string> {
  const html = (await fixture.coordinator.get(`${list}${view}`)).body
  return html.match(/href="(\/fr\/france-coree\/partners\/introductions\/[0-9a-f-]{36})"/)?.[1] ?? ''
}

describe('an officer without an account', () => {
  let wish = ''
  let link = ''
  let talks = ''

  it('is heard once they have confirmed from their mail, and the secretariat stands for them', async () => {
    wish = await newWish()
    const before = (await readMailbox(fixture.testApp)).length
    const sent = await sendInterestUnknown(fixture.testApp, wish)
    expect([sent.statusCode, pageWords(sent.body)]).toEqual([200, expect.stringContaining('전자우편을 확인')])
    const asked = (await readMailbox(fixture.testApp)).slice(before)
    expect(asked.map(({ to, language }) => [to, language])).toEqual([[address, 'ko']])
    expect(asked[0]?.text).not.toContain('김담당')
    expect(await firstTalks()).toBe('')
    const confirm = await talksLink(fixture.testApp, address)
    expect((await visitor().get(confirm)).statusCode).toBe(200)
    expect(await firstTalks()).toBe('')
    expect((await visitor().post(`${confirm}/withdrawal`)).statusCode).toBe(404)
    link = String((await visitor().post(`${confirm}/consent`)).headers.location)
    expect(await talksLink(fixture.testApp, address)).not.toBe(confirm)
    talks = await firstTalks()
    expect((await fixture.member.get(talks)).statusCode).toBe(404)
    expect((await lastMailTo(fixture.testApp, fixture.member.address))?.subject ?? '').not.toContain('Grès 1')
    expect((await fixture.member.post(`${talks}/recognition`)).statusCode).toBe(404)
    expect((await fixture.coordinator.post(`${talks}/recognition`)).statusCode).toBe(303)
    expect((await fixture.member.get(talks)).statusCode).toBe(200)
    expect((await lastMailTo(fixture.testApp, fixture.member.address))?.subject).toContain('Grès 1')
    expect((await visitor().post(`${confirm}/consent`)).statusCode).toBe(410)
  })

  it('follows the talks in their language by a link that stands nowhere but in their mail', async () => {
    const token = link.split('/').at(-1) ?? ''
    expect(
      (await tokensNowhere(fixture.testApp, token)).filter((table) => table !== 'platform_mail'),
    ).toEqual([])
    const page = await visitor().get(link)
    expect(page.headers).toMatchObject({
      'referrer-policy': 'no-referrer',
      'cache-control': 'private, no-store',
    })
    expect(pageWords(page.body)).toContain('관심 표명')
    expect(page.body).not.toContain(address)
    for (const other of [`${link}0`, link.replace('france-coree', 'nowhere')])
      expect((await visitor().get(other)).statusCode).toBe(404)
    const pages = [talks, talks.replace('/fr/', '/ko/')].map((each) => fixture.coordinator.get(each))
    for (const { body } of await Promise.all(pages)) expect(body).not.toContain(address)
  })

  it('takes part: writes, is answered by mail, and confirms the cooperation', async () => {
    await fixture.member.post(`${talks}/acceptance`)
    expect((await lastMailTo(fixture.testApp, address))?.subject).toContain('협의 시작')
    const said = '5월에 방문할 수 있습니다.'
    expect((await visitor().post(`${link}/messages`, { text: said, language: 'ko' })).statusCode).toBe(303)
    expect((await lastMailTo(fixture.testApp, fixture.member.address))?.text).toContain(said)
    expect((await visitor().post(`${link}/messages`, { text: '', language: 'ko' })).statusCode).toBe(422)
    expect((await visitor().post(`${link}/acceptance`)).statusCode).toBe(404)
    expect((await visitor().post(`${link}/refusal`, { reason: 'size' })).statusCode).toBe(404)
    await fixture.member.post(`${talks}/messages`, { text: 'Parfait.', language: 'fr' })
    expect((await lastMailTo(fixture.testApp, address))?.text).toContain('Parfait.')
    await fixture.member.post(`${talks}/partnership`, await fieldsOf(fixture.member, talks))
    expect((await visitor().post(`${link}/confirmation`)).statusCode).toBe(303)
    const tie = await fixture.testApp.get('/api/v1/networks/france-coree/cooperations/limoges-icheon')
    expect(tie.json().confirmation).toBe('confirmed')
  })

  it('has all that is kept about them erased when they ask, with what their authority said staying', async () => {
    await askedBeforeErasure(visitor(), link)
    expect((await visitor().post(`${link}/erasure`, { sure: 'yes' })).statusCode).toBe(200)
    expect((await visitor().get(link)).statusCode).toBe(404)
    expect(await tokensNowhere(fixture.testApp, address)).toEqual([])
    const page = pageWords((await fixture.coordinator.get(talks)).body)
    expect(page).not.toContain('김담당')
    expect(page).toContain('5월에 방문할 수 있습니다.')
  })
})

describe('what comes from anybody', () => {
  it('is held where it looks like spam, answered like anything else, and let through by the secretariat', async () => {
    const wish = await newWish()
    const other = 'spam@icheon.example'
    const link = await sayInterestUnknown(fixture.testApp, wish, {
      address: other,
      text: 'Buy',
      website: 'http://x.example',
    })
    expect((await fixture.coordinator.get(list)).body).not.toContain('Grès 2')
    expect((await lastMailTo(fixture.testApp, fixture.coordinator.address))?.subject ?? '').not.toContain(
      '확인',
    )
    expect(pageWords((await visitor().get(link)).body)).not.toContain('보류')
    const talks = await firstTalks('?view=held')
    expect((await fixture.coordinator.get(`${list}?view=held`)).body).toContain('Grès 2')
    expect((await fixture.coordinator.post(`${talks}/recognition`)).statusCode).toBe(303)
    expect((await fixture.member.get(talks)).statusCode).toBe(200)
  })

  it('is not passed on when the secretariat says so, with its words, and is no refusal of the authority', async () => {
    const wish = await newWish()
    const other = 'inconnu@icheon.example'
    const link = await sayInterestUnknown(fixture.testApp, wish, { address: other })
    const talks = await firstTalks()
    const words = 'Nous n’avons pas pu joindre la ville.'
    await fixture.coordinator.post(`${talks}/refusal`, { reason: 'other', words })
    expect((await lastMailTo(fixture.testApp, other))?.text).toContain(words)
    expect(pageWords((await visitor().get(link)).body)).toContain(words)
    expect((await fixture.member.get(talks)).statusCode).toBe(404)
    const kept = await fixture.testApp.context.database.selectFrom('partners_refusal').selectAll().execute()
    expect(kept).toEqual([])
  })

  it('comes back as typed with what is wrong', async () => {
    const wish = await newWish()
    const answer = await sendInterestUnknown(fixture.testApp, wish, {
      address: 'x',
      sender: '',
      text: '안녕하세요',
    })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('안녕하세요')
    expect(answer.body.match(/class="field-error"/g)?.length).toBe(2)
  })

  it('is no longer taken when talks with the authority have begun meanwhile', async () => {
    const wish = await newWish()
    await sendInterestUnknown(fixture.testApp, wish, { address: 'tard@icheon.example' })
    const confirm = await talksLink(fixture.testApp, 'tard@icheon.example')
    const fields = await fieldsOf(fixture.icheon, `${wish}/interest`)
    await fixture.icheon.post(`${wish}/interest`, { ...fields, text: '먼저', language: 'ko' })
    expect((await visitor().post(`${confirm}/consent`)).statusCode).toBe(409)
  })

  it('is forgotten: unconfirmed after a week, otherwise a year after the last word', async () => {
    const wish = await newWish()
    await sendInterestUnknown(fixture.testApp, wish, { address: 'jamais@icheon.example' })
    await sayInterestUnknown(fixture.testApp, wish, {
      address: 'longtemps@suncheon.example',
      'authority.name': '순천시',
    })
    fixture.testApp.clock.advance({ hours: 24 * 8 })
    await forgetSenders(fixture.testApp.context)
    const senders = async () => {
      const rows = await fixture.testApp.context.database
        .selectFrom('partners_introduction')
        .select('sender_address')
        .where('sender_address', 'is not', null)
        .execute()
      return rows.map(({ sender_address }) => sender_address)
    }
    expect(await senders()).toContain('longtemps@suncheon.example')
    expect(await senders()).not.toContain('jamais@icheon.example')
    fixture.testApp.clock.advance({ hours: 24 * 366 })
    await forgetSenders(fixture.testApp.context)
    expect(await senders()).toEqual([])
  })
})
