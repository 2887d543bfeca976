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
  type WishingGround,
  wishesApi,
} from '../../../../test/support/wishes.ts'

let ground: WishingGround
let busan: SignedIn
let made = 0
beforeAll(async () => {
  ground = await openWishing()
  busan = await signIn(ground.house, {
    role: 'member',
    networkId: ground.networkId,
    organisationIds: [await ground.organisationId('busan')],
    address: 'busan@city.example',
  })
})
afterAll(() => ground.close())

const newWish = () => addWish(ground.member, { 'title.fr.text': `Céramique ${++made}` })
const read = async (browser: Pick<SignedIn, 'get'>, address: string) =>
  pageWords((await browser.get(address)).body)
const mailTo = (address: string) => lastMailTo(ground.house, address)
const api = '/api/v1/networks/france-coree/cooperations'

describe('from a wish to a cooperation', () => {
  let wish = ''
  let talks = ''

  it('an authority says that it is interested, and both the other one and the secretariat hear of it', async () => {
    wish = await newWish()
    const before = (await readMailbox(ground.house)).length
    talks = await sayInterest(ground.icheon, wish)
    const mails = (await readMailbox(ground.house)).slice(before)
    expect(mails.map(({ to }) => to)).toEqual(
      expect.arrayContaining([ground.member.address, ground.coordinator.address]),
    )
    expect(mails.map(({ to }) => to)).not.toContain(ground.icheon.address)
    expect(new Set(mails.map(({ to }) => to)).size).toBe(mails.length)
    const mail = await mailTo(ground.member.address)
    expect(mail?.text).toContain('이천시는 도예 작가 교류에 관심이 있습니다.')
    expect(mail?.subject).toContain('Céramique 1')
    expect(mail?.links.some((each) => each.endsWith(talks))).toBe(true)
    expect(await read(ground.member, talks)).toContain('Intérêt exprimé')
  })

  it('the adviser takes it, and gives each message in the other language', async () => {
    const { coordinator } = ground
    const fields = await fieldsOf(coordinator, talks)
    expect(
      (await coordinator.post(`${talks}/adviser`, { ...fields, person: coordinator.personId })).statusCode,
    ).toBe(303)
    const html = (await coordinator.get(talks)).body
    const [, form = ''] = html.match(/href="([^"]*\/translation)"/) ?? []
    expect((await ground.member.get(form)).statusCode).toBe(404)
    const sent = await coordinator.post(form, {
      language: 'fr',
      text: 'La ville d’Icheon s’intéresse aux échanges de céramistes.',
      state: 'reviewed',
    })
    expect(sent.statusCode).toBe(303)
    const page = (await ground.member.get(talks)).body
    expect(pageWords(page)).toContain('La ville d’Icheon s’intéresse aux échanges de céramistes.')
    expect(page).toMatch(/lang="ko"[^>]*>\s*이천시는/)
    expect((await mailTo(ground.member.address))?.text).toContain('La ville d’Icheon s’intéresse')
    expect(pageWords((await ground.icheon.get(talks.replace('/fr/', '/ko/'))).body)).not.toContain(
      'La ville d’Icheon',
    )
  })

  it('the authority of the wish enters into talks; each writes in its own language, with the adviser in copy', async () => {
    expect((await ground.icheon.post(`${talks}/acceptance`)).statusCode).toBe(404)
    expect((await ground.member.post(`${talks}/acceptance`)).statusCode).toBe(303)
    expect(await read(ground.icheon, talks)).toContain('En pourparlers')
    const text = 'Nous pouvons accueillir deux artistes en mai.'
    await ground.member.post(`${talks}/messages`, { text, language: 'fr' })
    for (const { address } of [ground.icheon, ground.coordinator])
      expect((await mailTo(address))?.text).toContain(text)
    const korean = (await ground.icheon.get(talks.replace('/fr/', '/ko/'))).body
    expect(korean).toMatch(new RegExp(`lang="fr"[^>]*>${text}`))
  })

  it('one side says that the partnership is made: the cooperation is in the registry, claimed by it', async () => {
    const answer = await ground.member.post(`${talks}/partnership`, {
      ...(await fieldsOf(ground.member, talks)),
      found: 'yes',
    })
    expect(answer.statusCode).toBe(303)
    const [, slug = ''] = (await ground.member.get(talks)).body.match(/\/cooperations\/([a-z0-9-]+)"/) ?? []
    expect(slug).toBe('limoges-icheon')
    expect((await ground.house.get(`${wishesApi}/ceramique-1`)).json()).toMatchObject({ state: 'found' })
  })
})

it('the cooperation of two that had none is new, on the themes of the wish, and confirmed by the other side alone', async () => {
  const wish = await newWish()
  const talks = await sayInterest(busan, wish, { text: '부산은 도예에 관심이 있습니다.' })
  await ground.member.post(`${talks}/acceptance`)
  expect((await busan.post(`${talks}/partnership`, { outcome: 'prospective' })).statusCode).toBe(303)
  const tie = (await ground.house.get(`${api}/limoges-busan`)).json()
  expect(tie).toMatchObject({
    status: 'prospective',
    confirmation: 'claimed',
    claimed_by: 'busan',
    themes: limogesWish.themes,
    parties: [{ slug: 'limoges' }, { slug: 'busan' }],
  })
  expect((await ground.house.get(`${wishesApi}/ceramique-2`)).json()).toMatchObject({ state: 'open' })
  expect((await busan.post(`${talks}/confirmation`)).statusCode).toBe(409)
  expect((await ground.coordinator.post(`${talks}/confirmation`)).statusCode).toBe(404)
  expect((await ground.member.post(`${talks}/confirmation`)).statusCode).toBe(303)
  expect((await ground.house.get(`${api}/limoges-busan`)).json().confirmation).toBe('confirmed')
  expect((await mailTo(busan.address))?.subject).toContain('confirmée')
})

it('where the group reviews first, the secretariat opens the cooperation on the word of the side that said so', async () => {
  const publication = (value: string) =>
    ground.coordinator.post('/fr/france-coree/contributions/publication', { publication: value })
  const wish = await addWish(ground.other, { 'title.fr.text': 'Ports', themes: ['economy'] })
  const talks = await sayInterest(busan, wish)
  await ground.other.post(`${talks}/acceptance`)
  await publication('after_review')
  expect((await busan.post(`${talks}/partnership`, { outcome: 'in_talks' })).statusCode).toBe(303)
  expect((await ground.house.get(`${api}/nantes-metropole-busan`)).statusCode).toBe(404)
  expect(await read(ground.coordinator, talks)).toContain('Partenariat déclaré')
  expect((await ground.coordinator.post(`${talks}/partnership`, { outcome: 'in_talks' })).statusCode).toBe(
    303,
  )
  expect((await ground.house.get(`${api}/nantes-metropole-busan`)).json()).toMatchObject({
    claimed_by: 'busan',
  })
  await publication('at_once')
})

describe('nobody answers', () => {
  it('its own wish, nor one for an authority that is not theirs', async () => {
    const wish = await newWish()
    expect((await ground.member.get(`${wish}/interest`)).statusCode).toBe(404)
    expect((await ground.member.get(wish)).body).not.toContain('/interest"')
    const fields = await fieldsOf(ground.coordinator, `${wish}/interest`)
    const own = await ground.coordinator.post(`${wish}/interest`, {
      ...fields,
      'authority.name': 'Limoges',
      text: 'Bonjour',
    })
    expect([own.statusCode, pageWords(own.body)]).toEqual([422, expect.stringContaining('ne se répond pas')])
    const foreign = await ground.icheon.post(`${wish}/interest`, {
      ...(await fieldsOf(ground.icheon, `${wish}/interest`)),
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
    const fields = await fieldsOf(ground.icheon, `${wish}/interest`)
    await ground.member.post(`${wish}/found`)
    const answer = await ground.icheon.post(`${wish}/interest`, {
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
  const alone = await signIn(ground.house, {
    role: 'member',
    networkId: ground.networkId,
    organisationIds: [await ground.organisationId('suncheon')],
  })
  const list = '/fr/france-coree/partners/introductions'
  await sayInterest(alone, await newWish())
  await alone.get(list)
  const one = await ground.house.countQueries(() => alone.get(list))
  await sayInterest(alone, await newWish())
  await sayInterest(alone, await newWish())
  expect((await alone.get(list)).body.match(/\/partners\/introductions\/[0-9a-f-]{36}/g)?.length).toBe(3)
  expect(await ground.house.countQueries(() => alone.get(list))).toBe(one)
})
