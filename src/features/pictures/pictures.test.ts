import { beforeAll, expect, test } from 'vitest'
import { buildCooperation } from '../../../test/support/build-cooperation.ts'
import { buildEvent } from '../../../test/support/build-event.ts'
import { type BuiltNetwork, buildNetwork } from '../../../test/support/build-network.ts'
import { buildPicture } from '../../../test/support/build-picture.ts'
import { multipartBody } from '../../../test/support/multipart.ts'
import { openTestApp, type TestApp } from '../../../test/support/open-test-app.ts'
import { pageWords } from '../../../test/support/page-words.ts'
import { type SignedIn, signIn } from '../../../test/support/sign-in.ts'
import { deleteRemoved } from './commands.ts'

let testApp: TestApp
let network: BuiltNetwork
let keeper: SignedIn
beforeAll(async () => {
  testApp = await openTestApp()
  network = await buildNetwork(testApp.context)
  keeper = await signIn(testApp, { role: 'coordinator', networkId: network.id })
  return testApp.close
})

const words = {
  'alternative.fr.text': 'Deux maires plantent un arbre',
  'caption.fr.text': 'Au parc de la mairie',
  credit: 'Service de presse',
  terms: 'Licence ouverte 2.0',
  people: 'agreed',
}

interface Sent {
  bytes?: Uint8Array | string
  fields?: Record<string, string>
  by?: Pick<SignedIn, 'cookie'>
}

async function send(place: string, { bytes = buildPicture(40, 30), fields = words, by = keeper }: Sent = {}) {
  const { payload, headers } = await multipartBody(fields, [
    { field: 'picture', name: 'photo.jpg', type: 'image/jpeg', bytes },
  ])
  return testApp.app.inject({
    method: 'POST',
    url: `/fr/${network.slug}/${place}/pictures/new`,
    payload,
    headers: { ...headers, accept: 'text/html', 'sec-fetch-site': 'same-origin', cookie: by.cookie },
  })
}

const picturesIn = (page: string) =>
  [...page.matchAll(/<img src="([^"]+\/pictures\/[^"]+)"/g)].map(([, at]) => at ?? '')
const idOf = (address: string) => address.split('/').at(-1) ?? ''
const pageOf = async (place: string) => (await testApp.get(`/fr/${network.slug}/${place}`)).body
const keptPage = async (place: string) => (await keeper.get(`/fr/${network.slug}/${place}/pictures`)).body
const press = (place: string, action: string) =>
  keeper.post(`/fr/${network.slug}/${place}/pictures/changes`, { action })

async function openEvent(row: Parameters<typeof buildEvent>[4] = {}, when = '2026-12-02') {
  const id = await buildEvent(testApp, network, 'Plantation', { when }, row)
  const { slug } = await testApp.context.database
    .selectFrom('agenda_event')
    .select('slug')
    .where('event_id', '=', id)
    .executeTakeFirstOrThrow()
  return { id, place: `agenda/${slug}` }
}

test('a tie, an authority and an event show their pictures to everybody, with size, text, credit and right', async () => {
  const tie = await buildCooperation(testApp.context, network.id)
  const { place } = await openEvent()
  for (const each of [place, `cooperations/${tie.slug}`, `organisations/${tie.parties[0]?.slug}`]) {
    expect(await pageOf(each)).not.toContain('id="pictures"')
    expect((await send(each)).statusCode).toBe(303)
    const page = await pageOf(each)
    expect(page).toMatch(
      /width="40" height="30" loading="lazy" decoding="async" alt="Deux maires plantent un arbre"/,
    )
    for (const said of ['Au parc de la mairie', 'Crédit : Service de presse', 'Licence ouverte 2.0'])
      expect(pageWords(page)).toContain(said)
    const file = await testApp.get(picturesIn(page)[0] ?? '')
    expect([file.statusCode, file.headers['content-type'], file.headers['cache-control']]).toEqual([
      200,
      'image/png',
      'public, no-cache',
    ])
    expect(file.headers['content-disposition']).toBe('inline')
  }
})

test('members of a party add pictures to their tie; others of the group and visitors do not', async () => {
  const tie = await buildCooperation(testApp.context, network.id)
  const place = `cooperations/${tie.slug}`
  const of = (organisationIds: string[]) =>
    signIn(testApp, { role: 'member', networkId: network.id, organisationIds })
  const other = await buildCooperation(testApp.context, network.id)
  expect((await send(place, { by: await of([tie.parties[0]?.id ?? '']) })).statusCode).toBe(303)
  expect((await send(place, { by: await of([other.parties[0]?.id ?? '']) })).statusCode).toBe(404)
  expect((await send(place, { by: { cookie: '' } })).statusCode).toBe(404)
  expect(picturesIn(await pageOf(place)).length).toBe(1)
})

test('the picture of a hidden event is nobody’s but those who may read the event, from the moment it is hidden', async () => {
  const { id, place } = await openEvent()
  await send(place)
  const [address = ''] = picturesIn(await pageOf(place))
  const stranger = await signIn(testApp)
  const reader = await signIn(testApp, { role: 'reader', networkId: network.id })
  const seen = async () => [
    (await testApp.get(address)).statusCode,
    (await stranger.get(address)).statusCode,
    (await reader.get(address)).statusCode,
    (await keeper.get(address)).statusCode,
  ]
  expect(await seen()).toEqual([200, 200, 200, 200])
  const hide = (row: Parameters<typeof buildEvent>[4]) =>
    testApp.context.database
      .updateTable('agenda_event')
      .set(row ?? {})
      .where('event_id', '=', id)
      .execute()
  const tag = (await testApp.get(address)).headers.etag as string
  await hide({ visibility: 'network' })
  expect(await seen()).toEqual([404, 404, 200, 200])
  expect((await reader.get(address)).headers['cache-control']).toBe('private, no-cache')
  // A cache that asks whether its copy is still right learns that there is none.
  expect((await testApp.get(address, { 'if-none-match': tag })).statusCode).toBe(404)
  await hide({ visibility: 'hosts' })
  expect(await seen()).toEqual([404, 404, 404, 200])
  await hide({ visibility: 'public', published_at: null })
  expect(await seen()).toEqual([404, 404, 404, 200])
})

test('a picture of another group, and none at all, are unknown', async () => {
  const { place } = await openEvent()
  await send(place)
  const [address = ''] = picturesIn(await pageOf(place))
  const other = await buildNetwork(testApp.context)
  for (const wrong of [address.replace(network.slug, other.slug), `/fr/${network.slug}/pictures/none`])
    expect((await testApp.get(wrong)).statusCode).toBe(404)
})

const png = (change: (bytes: Uint8Array) => void) => {
  const bytes = Uint8Array.from(buildPicture(40, 30))
  change(bytes)
  return bytes
}
const moving = Buffer.concat([
  buildPicture(4, 4).subarray(0, 33),
  Buffer.from([0, 0, 0, 8]),
  Buffer.from('acTL'),
  Buffer.alloc(12),
  buildPicture(4, 4).subarray(33),
])

test.each([
  ['SVG', '<svg onload="alert(1)"/>', 'au format SVG'],
  ['HEIC', `\0\0\0 ftypheic${'\0'.repeat(40)}`, 'au format HEIC'],
  ['GIF', 'GIF89a', 'au format GIF'],
  ['WebP', 'RIFF\0\0\0\0WEBPVP8 ', 'au format WebP'],
  ['a text', 'Bonjour', 'ni une image PNG ni une image JPEG'],
  ['one that was cut off', buildPicture(40, 30).subarray(0, 60), 'abîmée ou incomplète'],
  ['one that moves', moving, 'animée'],
  ['50 megapixels', png((bytes) => bytes.set([0, 0, 0x20, 0, 0, 0, 0x18, 0], 16)), '40 millions de points'],
  ['one of 10 MB', new Uint8Array(10_000_000), '2 Mo au plus'],
])('%s is refused in words, and what was typed stays', async (_name, bytes, said) => {
  const { place } = await openEvent()
  const answer = await send(place, { bytes })
  expect(answer.statusCode).toBe(422)
  expect(pageWords(answer.body)).toContain(said)
  for (const typed of [words['alternative.fr.text'], words.credit, words.terms])
    expect(answer.body).toContain(`value="${typed}"`)
  expect(answer.body).toMatch(/value="agreed"[^>]* checked/)
  expect(picturesIn(await pageOf(place))).toEqual([])
})

test('a picture without its text, its credit, its right or a word on people is not taken', async () => {
  const { place } = await openEvent()
  for (const missing of ['alternative.fr.text', 'credit', 'terms', 'people']) {
    const { [missing]: _, ...fields } = words as Record<string, string>
    expect((await send(place, { fields })).statusCode, missing).toBe(422)
  }
  expect(picturesIn(await pageOf(place))).toEqual([])
})

test('six pictures at most, moved, taken out and put back by buttons alone', async () => {
  const { place } = await openEvent()
  // At once: none of two that come together is the seventh.
  await Promise.all(Array.from({ length: 8 }, () => send(place)))
  const all = picturesIn(await pageOf(place))
  expect(all.length).toBe(6)
  const seventh = await send(place)
  expect([seventh.statusCode, pageWords(seventh.body).includes('déjà six images')]).toEqual([422, true])
  const [first = '', second = ''] = all.map(idOf)
  await press(place, `down ${first}`)
  expect(
    picturesIn(await pageOf(place))
      .map(idOf)
      .slice(0, 2),
  ).toEqual([second, first])
  await press(place, `up ${second}`)
  expect(picturesIn(await pageOf(place)).map(idOf)[0]).toBe(second)
  await press(place, `remove ${second}`)
  expect(picturesIn(await pageOf(place)).map(idOf)[0]).toBe(first)
  expect((await testApp.get(`/fr/${network.slug}/pictures/${second}`)).statusCode).toBe(404)
  expect((await keeper.get(`/fr/${network.slug}/pictures/${second}`)).statusCode).toBe(200)
  expect(await keptPage(place)).toContain(`value="restore ${second}"`)
  expect((await press(place, `remove ${second}`)).statusCode).toBe(409)
  await press(place, `restore ${second}`)
  expect(picturesIn(await pageOf(place)).map(idOf)[0]).toBe(second)
  expect((await press(place, 'explode everything')).statusCode).toBe(404)
})

test('the texts of a picture are changed, and wait for translators while everybody who translates may read the event', async () => {
  const { id, place } = await openEvent()
  await send(place)
  const [picture = ''] = picturesIn(await pageOf(place)).map(idOf)
  const form = `/fr/${network.slug}/${place}/pictures/${picture}`
  const changed = {
    ...words,
    'alternative.fr.text': 'Trois maires',
    'alternative.original': 'fr',
    people: 'nobody',
  }
  expect((await keeper.post(form, changed)).statusCode).toBe(303)
  expect(await pageOf(place)).toContain('alt="Trois maires"')
  const listed = async () => {
    const texts = await testApp.context.database
      .selectFrom('translations_text')
      .select('path')
      .where('record_id', '=', picture)
      .where('language', '=', 'fr')
      .execute()
    return texts.map(({ path }) => path).toSorted()
  }
  expect(await listed()).toEqual(['alternative', 'caption'])
  const edit = `/fr/${network.slug}/${place}/edit/visibility`
  const fields = { base: '1', visibility: 'hosts', reason: 'Entre hôtes' }
  const answer = await keeper.post(edit, fields)
  expect([answer.statusCode, answer.headers.location]).toEqual([303, expect.stringContaining('saved')])
  expect(await listed()).toEqual([])
  const { visibility } = await testApp.context.database
    .selectFrom('agenda_event')
    .select('visibility')
    .where('event_id', '=', id)
    .executeTakeFirstOrThrow()
  expect(visibility).toBe('hosts')
})

test('a form that is sent twice by a second click adds one picture', async () => {
  const { place } = await openEvent()
  const form = (await keeper.get(`/fr/${network.slug}/${place}/pictures/new`)).body
  const [, sending = ''] = /name="sending" value="([^"]+)"/.exec(form) ?? []
  const fields = { ...words, sending }
  const [first, second] = [await send(place, { fields }), await send(place, { fields })]
  expect(second.headers.location).toBe(first.headers.location)
  expect(picturesIn(await pageOf(place)).length).toBe(1)
  // From the page that the browser still has, with another file.
  await send(place, { fields, bytes: buildPicture(5, 5) })
  expect(picturesIn(await pageOf(place)).length).toBe(2)
})

test('as many statements for six pictures as for one', async () => {
  const { place } = await openEvent()
  await send(place)
  const one = await testApp.countQueries(() => pageOf(place))
  for (let more = 0; more < 5; more++) await send(place)
  expect(await testApp.countQueries(() => pageOf(place))).toBe(one)
})

test('the visit note of a tie shows its first picture and who may show it, as PDF and as DOCX', async () => {
  const tie = await buildCooperation(testApp.context, network.id)
  const place = `cooperations/${tie.slug}`
  const note = async (format: string) =>
    (await testApp.get(`/fr/${network.slug}/${place}/note.${format}`)).rawPayload
  const before = { pdf: await note('pdf'), docx: await note('docx') }
  await send(place, { bytes: buildPicture(400, 300) })
  const after = { pdf: await note('pdf'), docx: await note('docx') }
  const figures = (pdf: Buffer) => pdf.toString('latin1').split('/S /Figure').length - 1
  expect([figures(before.pdf), figures(after.pdf)]).toEqual([0, 1])
  const media = (docx: Buffer) => docx.includes('word/media/')
  expect([media(before.docx), media(after.docx)]).toEqual([false, true])
})

test('the home shows the picture of the latest event that anybody may read and that has begun', async () => {
  const other = await buildNetwork(testApp.context)
  const home = async () => picturesIn((await testApp.get(`/fr/${other.slug}`)).body).map(idOf)
  const with_ = async (when: string, row: Parameters<typeof buildEvent>[4] = {}) => {
    const id = await buildEvent(testApp, other, `Le ${when}`, { when }, row)
    const { slug } = await testApp.context.database
      .selectFrom('agenda_event')
      .select('slug')
      .where('event_id', '=', id)
      .executeTakeFirstOrThrow()
    const coordinator = await signIn(testApp, { role: 'coordinator', networkId: other.id })
    const { payload, headers } = await multipartBody(words, [
      { field: 'picture', name: 'photo.png', type: 'image/png', bytes: buildPicture(4, 3) },
    ])
    const url = `/fr/${other.slug}/agenda/${slug}/pictures/new`
    const sent = await testApp.app.inject({
      method: 'POST',
      url,
      payload,
      headers: {
        ...headers,
        accept: 'text/html',
        'sec-fetch-site': 'same-origin',
        cookie: coordinator.cookie,
      },
    })
    return /picture-([0-9a-f-]+)/.exec(sent.headers.location as string)?.[1] ?? ''
  }
  expect(await home()).toEqual([])
  const older = await with_('2026-09-01')
  expect(await home()).toEqual([older])
  const latest = await with_('2026-10-01')
  await with_('2026-10-15', { visibility: 'network' })
  await with_('2027-03-01')
  expect(await home()).toEqual([latest])
  expect(pageWords((await testApp.get(`/fr/${other.slug}`)).body)).toContain('Le 2026-10-01')
})

test('a picture that was taken out is deleted after thirty days, and no other', async () => {
  const { id, place } = await openEvent()
  await send(place)
  await send(place)
  const [gone = ''] = picturesIn(await pageOf(place)).map(idOf)
  await press(place, `remove ${gone}`)
  const count = async () => {
    await deleteRemoved(testApp.context)
    return (
      await testApp.context.database
        .selectFrom('pictures_picture')
        .select('picture_id')
        .where('record_id', '=', id)
        .execute()
    ).length
  }
  testApp.clock.advance({ hours: 24 * 29 })
  expect(await count()).toBe(2)
  testApp.clock.advance({ hours: 25 })
  expect(await count()).toBe(1)
})
