import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fieldsOf } from '../../../../../test/support/form-fields.ts'
import { lastMailTo } from '../../../../../test/support/mailbox.ts'
import { pageWords } from '../../../../../test/support/page-words.ts'
import {
  agreeToTalk,
  findTie,
  listTies,
  readWords as read,
} from '../../../../../test/support/partnerships.ts'
import { type SignedIn, signIn } from '../../../../../test/support/sign-in.ts'
import { type Form, openWishing, type WishingFixture } from '../../../../../test/support/wishes.ts'

let fixture: WishingFixture
let made = 0
beforeAll(async () => {
  fixture = await openWishing()
})
afterAll(() => fixture.close())

const tieOf = (slug: string) => findTie(fixture.testApp, slug)
const ties = async (of: string) => (await listTies(fixture.testApp)).filter((slug) => slug.startsWith(of))
const talksWith = (partner: SignedIn, given: Form = {}) =>
  agreeToTalk(fixture, partner, { 'title.fr.text': `Atelier ${++made}`, ...given })

async function memberOf(slug: string): Promise<SignedIn> {
  return signIn(fixture.testApp, {
    role: 'member',
    networkId: fixture.networkId,
    organisationIds: [await fixture.organisationId(slug)],
    address: `${slug}@city.example`,
  })
}

describe('talks of two that have a cooperation', () => {
  let talks = ''

  it('are drawn with it, name it, and tell of it in mails, on their page as in the list', async () => {
    talks = await talksWith(fixture.icheon, { themes: ['sport'], forms: ['project'] })
    const { body } = await fixture.member.get(talks)
    const [line = ''] = /<h1>[\s\S]*?<\/h1>/.exec(body) ?? []
    const { status } = await tieOf('limoges-icheon')
    expect(line).toContain(`status-${status}`)
    expect(line).not.toMatch(/status-(prospective|in_talks)/)
    expect(pageWords(body)).toContain('Ces deux collectivités coopèrent déjà')
    expect(body).toMatch(/class="talks-ties">[\s\S]*?href="\/fr\/france-coree\/cooperations\/limoges-icheon"/)
    const list = (await fixture.member.get('/fr/france-coree/partners/introductions')).body
    expect(list).toMatch(new RegExp(`class="tie tie-list status-${status}" href="${talks}"`))
    expect((await lastMailTo(fixture.testApp, fixture.icheon.address))?.text).toContain(
      'Ces deux collectivités coopèrent déjà : Limoges – Icheon (jumelage, 2015).',
    )
  })

  it('offer to add the partnership to it, or to open another one', async () => {
    const fields = await fieldsOf(fixture.member, talks)
    const { id } = await tieOf('limoges-icheon')
    expect([fields.outcome, fields.offered]).toEqual([id, id])
    const page = await read(fixture.member, talks)
    expect(page).toContain('Il s’ajoute à : Limoges – Icheon')
    expect(page).toContain('Thèmes ajoutés à cette coopération : sport')
    expect(page).toContain('Il ouvre une autre coopération : en pourparlers')
    expect(page).not.toContain('Une coopération entre les deux collectivités s’ouvre')
  })

  it('add the theme and what is planned to it, in a version of its own, and open nothing', async () => {
    const before = await ties('limoges-icheon')
    const answer = await fixture.member.post(`${talks}/partnership`, await fieldsOf(fixture.member, talks))
    expect(answer.statusCode).toBe(303)
    const tie = await tieOf('limoges-icheon')
    expect(tie.themes).toContain('sport')
    expect(await ties('limoges-icheon')).toEqual(before)
    const page = await read(fixture.testApp, '/fr/france-coree/cooperations/limoges-icheon')
    expect(page).toContain('Atelier 1 (projet commun)')
    expect(await read(fixture.testApp, '/fr/france-coree/cooperations/limoges-icheon/history')).toContain(
      'Partenariat ajouté à la suite d’une mise en relation.',
    )
    expect(await read(fixture.icheon, talks)).toContain(
      'Le partenariat s’ajoute à une coopération que Limoges et Icheon avaient déjà. Limoges – Icheon (jumelage, 2015)',
    )
    // The side that has said so confirms nothing; the other one does, once.
    const hint = 'que votre collectivité n’a pas encore confirmée'
    expect(await read(fixture.member, talks)).not.toContain(hint)
    expect((await fixture.member.post(`${talks}/confirmation`)).statusCode).toBe(409)
    expect(await read(fixture.icheon, talks)).toContain(hint)
    const mail = await lastMailTo(fixture.testApp, fixture.icheon.address)
    expect(mail?.text.replaceAll(/\s+/g, ' ')).toContain(
      'à une coopération qui existait déjà : Limoges – Icheon',
    )
    expect((await fixture.icheon.post(`${talks}/confirmation`)).statusCode).toBe(303)
    expect((await tieOf('limoges-icheon')).confirmation).toBe('confirmed')
    expect(await read(fixture.icheon, talks)).not.toContain(hint)
  })

  it('do not offer one that would be the same, nor open it for whoever asks all the same', async () => {
    const again = await talksWith(fixture.icheon, { themes: ['sport'] })
    expect(await read(fixture.member, again)).not.toContain('Il ouvre une autre coopération')
    const fields = await fieldsOf(fixture.member, again)
    const answer = await fixture.member.post(`${again}/partnership`, { ...fields, outcome: 'in_talks' })
    expect([answer.statusCode, pageWords(answer.body)]).toEqual([
      422,
      expect.stringContaining('Ajoutez-y ce partenariat'),
    ])
    expect((await fixture.member.post(`${again}/partnership`, { ...fields, outcome: '' })).statusCode).toBe(
      422,
    )
    expect(await ties('limoges-icheon')).toEqual(['limoges-icheon'])
  })

  it('open another one on other themes for those who choose so, and say that it is one of two', async () => {
    const other = await talksWith(fixture.icheon, { themes: ['water', 'sport'] })
    const fields = await fieldsOf(fixture.member, other)
    const answer = await fixture.member.post(`${other}/partnership`, { ...fields, outcome: 'prospective' })
    expect(answer.statusCode).toBe(303)
    const slugs = await ties('limoges-icheon')
    expect(slugs.length).toBe(2)
    const slug = slugs.find((each) => each !== 'limoges-icheon') ?? ''
    expect(await tieOf(slug)).toMatchObject({
      status: 'prospective',
      claimed_by: 'limoges',
      themes: ['water', 'sport'],
    })
    const { body } = await fixture.member.get(other)
    expect(/<h1>[\s\S]*?<\/h1>/.exec(body)?.[0]).toContain('status-prospective')
    expect(body).toMatch(/class="talks-ties">[^<]*<a href="\/fr\/france-coree\/cooperations\/limoges-icheon"/)
  })

  it('tell the public nothing of a wish that only members read', async () => {
    const secret = await talksWith(fixture.icheon, {
      'title.fr.text': 'Confidence de potier',
      visibility: 'network',
      themes: ['sport'],
      forms: ['training'],
    })
    await fixture.member.post(`${secret}/partnership`, await fieldsOf(fixture.member, secret))
    const page = await read(fixture.testApp, '/fr/france-coree/cooperations/limoges-icheon')
    expect(page).not.toContain('Confidence de potier')
    expect(page).toContain('formation')
  })
})

describe('two that come to a partnership at once', () => {
  const opened = (of: string) => ties(of).then(({ length }) => length)

  it('from two talks open one cooperation; the other is shown it and adds to it', async () => {
    const suncheon = await memberOf('suncheon')
    const first = await talksWith(suncheon)
    const second = await talksWith(suncheon)
    const [one, two] = await Promise.all([fieldsOf(fixture.member, first), fieldsOf(suncheon, second)])
    expect([one.offered, two.offered]).toEqual(['', ''])
    const answers = await Promise.all([
      fixture.member.post(`${first}/partnership`, one),
      suncheon.post(`${second}/partnership`, two),
    ])
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 422])
    expect(await opened('limoges-suncheon')).toBe(1)
    const late = answers.find(({ statusCode }) => statusCode === 422)
    expect(pageWords(late?.body ?? '')).toContain(
      'Entre-temps, ces deux collectivités ont une coopération de plus',
    )
    const [browser, talks] = late === answers[0] ? [fixture.member, first] : [suncheon, second]
    const joined = await browser.post(`${talks}/partnership`, await fieldsOf(browser, talks))
    expect(joined.statusCode).toBe(303)
    expect(await opened('limoges-suncheon')).toBe(1)
  })

  it('of the secretariat open one between them, whatever the talks are about', async () => {
    const muju = await memberOf('muju')
    const second = await signIn(fixture.testApp, { role: 'coordinator', networkId: fixture.networkId })
    const [first, other] = [await talksWith(muju), await talksWith(muju, { themes: ['sport'] })]
    const [one, two, three] = await Promise.all([
      fieldsOf(fixture.coordinator, first),
      fieldsOf(second, first),
      fieldsOf(second, other),
    ])
    const answers = await Promise.all([
      fixture.coordinator.post(`${first}/partnership`, one),
      second.post(`${first}/partnership`, two),
      second.post(`${other}/partnership`, three),
    ])
    expect(answers.filter(({ statusCode }) => statusCode === 303).length).toBe(1)
    expect(await opened('limoges-muju')).toBe(1)
  })

  it('are kept apart by the database too', async () => {
    const rows = await fixture.testApp.context.database
      .selectFrom('partners_introduction')
      .select(['introduction_id as id', 'network_id', 'opened_key'])
      .where('opened_key', 'is not', null)
      .limit(1)
      .execute()
    const [row] = rows
    const other = await talksWith(fixture.icheon, { themes: ['sport'] })
    await expect(
      fixture.testApp.context.database
        .updateTable('partners_introduction')
        .set({ opened_key: row?.opened_key ?? '' })
        .where('introduction_id', '=', other.split('/').at(-1) ?? '')
        .execute(),
    ).rejects.toThrow()
  })
})
