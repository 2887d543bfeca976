import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fieldsOf } from '../../../../test/support/form-fields.ts'
import { lastMailTo, readMailbox } from '../../../../test/support/mailbox.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import { type SignedIn, signIn } from '../../../../test/support/sign-in.ts'
import {
  addWish,
  limogesWish,
  openWishing,
  sayInterest,
  type WishingFixture,
  wishesApi,
} from '../../../../test/support/wishes.ts'

let fixture: WishingFixture
let busan: SignedIn
let made = 0
beforeAll(async () => {
  fixture = await openWishing()
  busan = await signIn(fixture.testApp, {
    role: 'member',
    networkId: fixture.networkId,
    organisationIds: [await fixture.organisationId('busan')],
    address: 'busan@city.example',
  })
})
afterAll(() => fixture.close())

const newWish = () => addWish(fixture.member, { 'title.fr.text': `Céramique ${++made}` })
const read = async (browser: Pick<SignedIn, 'get'>, address: string) =>
  pageWords((await browser.get(address)).body)
const mailTo = (address: string) => lastMailTo(fixture.testApp, address)
const api = '/api/v1/networks/france-coree/cooperations'

describe('from a wish to a cooperation', () => {
  let wish = ''
  let talks = ''

  it('an authority says that it is interested, and both the other one and the secretariat hear of it', async () => {
    wish = await newWish()
    const before = (await readMailbox(fixture.testApp)).length
    talks = await sayInterest(fixture.icheon, wish)
    const mails = (await readMailbox(fixture.testApp)).slice(before)
    expect(mails.map(({ to }) => to)).toEqual(
      expect.arrayContaining([fixture.member.address, fixture.coordinator.address]),
    )
    expect(mails.map(({ to }) => to)).not.toContain(fixture.icheon.address)
    expect(new Set(mails.map(({ to }) => to)).size).toBe(mails.length)
    const mail = await mailTo(fixture.member.address)
    expect(mail?.text).toContain('이천시는 도예 작가 교류에 관심이 있습니다.')
    expect(mail?.subject).toContain('Céramique 1')
    expect(mail?.links.some((each) => each.endsWith(talks))).toBe(true)
    expect(await read(fixture.member, talks)).toContain('Intérêt exprimé')
  })

  it('the adviser takes it, and gives each message in the other language', async () => {
    const { coordinator } = fixture
    const fields = await fieldsOf(coordinator, talks)
    expect(
      (await coordinator.post(`${talks}/adviser`, { ...fields, person: coordinator.personId })).statusCode,
    ).toBe(303)
    const html = (await coordinator.get(talks)).body
    const [, form = ''] = html.match(/href="([^"]*\/translation)"/) ?? []
    expect((await fixture.member.get(form)).statusCode).toBe(404)
    const sent = await coordinator.post(form, {
      language: 'fr',
      text: 'La ville d’Icheon s’intéresse aux échanges de céramistes.',
      state: 'reviewed',
    })
    expect(sent.statusCode).toBe(303)
    const page = (await fixture.member.get(talks)).body
    expect(pageWords(page)).toContain('La ville d’Icheon s’intéresse aux échanges de céramistes.')
    expect(page).toMatch(/lang="ko"[^>]*>\s*이천시는/)
    expect((await mailTo(fixture.member.address))?.text).toContain('La ville d’Icheon s’intéresse')
    expect(pageWords((await fixture.icheon.get(talks.replace('/fr/', '/ko/'))).body)).not.toContain(
      'La ville d’Icheon',
    )
  })

  it('the authority of the wish enters into talks; each writes in its own language, with the adviser in copy', async () => {
    expect((await fixture.icheon.post(`${talks}/acceptance`)).statusCode).toBe(404)
    expect((await fixture.member.post(`${talks}/acceptance`)).statusCode).toBe(303)
    expect(await read(fixture.icheon, talks)).toContain('En pourparlers')
    const text = 'Nous pouvons accueillir deux artistes en mai.'
    await fixture.member.post(`${talks}/messages`, { text, language: 'fr' })
    for (const { address } of [fixture.icheon, fixture.coordinator])
      expect((await mailTo(address))?.text).toContain(text)
    const korean = (await fixture.icheon.get(talks.replace('/fr/', '/ko/'))).body
    expect(korean).toMatch(new RegExp(`lang="fr"[^>]*>${text}`))
  })

  it('one side says that the partnership is made: the cooperation is in the registry, claimed by it', async () => {
    const answer = await fixture.member.post(`${talks}/partnership`, {
      ...(await fieldsOf(fixture.member, talks)),
      found: 'yes',
    })
    expect(answer.statusCode).toBe(303)
    const [, slug = ''] = (await fixture.member.get(talks)).body.match(/\/cooperations\/([a-z0-9-]+)"/) ?? []
    expect(slug).toBe('limoges-icheon')
    expect((await fixture.testApp.get(`${wishesApi}/ceramique-1`)).json()).toMatchObject({ state: 'found' })
  })
})

it('the cooperation of two that had none is new, on the themes of the wish, and confirmed by the other side alone', async () => {
  const wish = await newWish()
  const talks = await sayInterest(busan, wish, { text: '부산은 도예에 관심이 있습니다.' })
  await fixture.member.post(`${talks}/acceptance`)
  expect((await busan.post(`${talks}/partnership`, { outcome: 'prospective' })).statusCode).toBe(303)
  const tie = (await fixture.testApp.get(`${api}/limoges-busan`)).json()
  expect(tie).toMatchObject({
    status: 'prospective',
    confirmation: 'claimed',
    claimed_by: 'busan',
    themes: limogesWish.themes,
    parties: [{ slug: 'limoges' }, { slug: 'busan' }],
  })
  expect((await fixture.testApp.get(`${wishesApi}/ceramique-2`)).json()).toMatchObject({ state: 'open' })
  expect((await busan.post(`${talks}/confirmation`)).statusCode).toBe(409)
  expect((await fixture.coordinator.post(`${talks}/confirmation`)).statusCode).toBe(404)
  expect((await fixture.member.post(`${talks}/confirmation`)).statusCode).toBe(303)
  expect((await fixture.testApp.get(`${api}/limoges-busan`)).json().confirmation).toBe('confirmed')
  expect((await mailTo(busan.address))?.subject).toContain('confirmée')
})

it('where the group reviews first, the secretariat opens the cooperation on the word of the side that said so', async () => {
  const publication = (value: string) =>
    fixture.coordinator.post('/fr/france-coree/contributions/publication', { publication: value })
  const wish = await addWish(fixture.other, { 'title.fr.text': 'Ports', themes: ['economy'] })
  const talks = await sayInterest(busan, wish)
  await fixture.other.post(`${talks}/acceptance`)
  await publication('after_review')
  expect((await busan.post(`${talks}/partnership`, { outcome: 'in_talks' })).statusCode).toBe(303)
  expect((await fixture.testApp.get(`${api}/nantes-metropole-busan`)).statusCode).toBe(404)
  expect(await read(fixture.coordinator, talks)).toContain('Partenariat déclaré')
  expect((await fixture.coordinator.post(`${talks}/partnership`, { outcome: 'in_talks' })).statusCode).toBe(
    303,
  )
  expect((await fixture.testApp.get(`${api}/nantes-metropole-busan`)).json()).toMatchObject({
    claimed_by: 'busan',
  })
  await publication('at_once')
})

describe('nobody answers', () => {
  it('its own wish, nor one for an authority that is not theirs', async () => {
    const wish = await newWish()
    expect((await fixture.member.get(`${wish}/interest`)).statusCode).toBe(404)
    expect((await fixture.member.get(wish)).body).not.toContain('/interest"')
    const fields = await fieldsOf(fixture.coordinator, `${wish}/interest`)
    const own = await fixture.coordinator.post(`${wish}/interest`, {
      ...fields,
      'authority.name': 'Limoges',
      text: 'Bonjour',
    })
    expect([own.statusCode, pageWords(own.body)]).toEqual([422, expect.stringContaining('ne se répond pas')])
    const foreign = await fixture.icheon.post(`${wish}/interest`, {
      ...(await fieldsOf(fixture.icheon, `${wish}/interest`)),
      'authority.name': 'Busan',
      text: '안녕하세요',
    })
    expect([foreign.statusCode, pageWords(foreign.body)]).toEqual([
      422,
      expect.stringContaining('ne parlez pas'),
    ])
    expect(foreign.body).toContain('안녕하세요')
  })

  it('one that was closed while they wrote', async () => {
    const wish = await newWish()
    const fields = await fieldsOf(fixture.icheon, `${wish}/interest`)
    await fixture.member.post(`${wish}/found`)
    const answer = await fixture.icheon.post(`${wish}/interest`, {
      ...fields,
      text: '늦었습니다',
      language: 'ko',
    })
    expect([answer.statusCode, pageWords(answer.body)]).toEqual([
      410,
      expect.stringContaining('a trouvé son partenaire'),
    ])
  })
})

it('the list of talks takes the same number of statements for one and for three', async () => {
  const alone = await signIn(fixture.testApp, {
    role: 'member',
    networkId: fixture.networkId,
    organisationIds: [await fixture.organisationId('suncheon')],
  })
  const list = '/fr/france-coree/partners/introductions'
  await sayInterest(alone, await newWish())
  await alone.get(list)
  const one = await fixture.testApp.countQueries(() => alone.get(list))
  await sayInterest(alone, await newWish())
  await sayInterest(alone, await newWish())
  expect((await alone.get(list)).body.match(/\/partners\/introductions\/[0-9a-f-]{36}/g)?.length).toBe(3)
  expect(await fixture.testApp.countQueries(() => alone.get(list))).toBe(one)
})
