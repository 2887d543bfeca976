import { beforeAll, expect, test } from 'vitest'
import { buildCooperation } from '../../../../test/support/build-cooperation.ts'
import { buildEvent } from '../../../../test/support/build-event.ts'
import { buildPicture } from '../../../../test/support/build-picture.ts'
import { fieldsOf } from '../../../../test/support/form-fields.ts'
import { openLetters, shownPicture, tinyPicture } from '../../../../test/support/letters.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import { newId } from '../../../platform/context/identifier.ts'

let fixture: Awaited<ReturnType<typeof openLetters>>
beforeAll(async () => {
  fixture = await openLetters()
  await fixture.begin()
  return fixture.house.close
})

test('HTML typed into a text stays text, in the letter, in its mail and in the feed', async () => {
  const { house: testApp, keeper, letters } = fixture
  const text = '<script>alert(1)</script> & <b>gras</b>'
  expect((await fixture.add('text', { 'text.fr.text': text })).statusCode).toBe(303)
  const mail = (await keeper.get(`/fr/${letters}/draft/preview/html?in=fr`)).body
  await fixture.act('approve')
  const { headers } = await fixture.act('publish')
  const pages = [
    mail,
    (await testApp.get(String(headers.location))).body,
    (await testApp.get(`/fr/${letters}.rss`)).body,
  ]
  for (const page of pages) {
    expect(page).not.toMatch(/<script>alert|<b>gras/)
    expect(page).toMatch(/&(?:amp;)?lt;script(?:&(?:amp;)?gt;|>)alert/)
  }
  await fixture.begin()
})

test.each(['javascript:alert(1)', 'data:text/html,x', 'mailto:a@b.example', 'https://', '/agenda'])(
  'a button leads to no %s, and nothing typed is lost',
  async (address) => {
    const answer = await fixture.add('button', { 'label.fr.text': 'S’inscrire', address })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('Cette adresse n’est pas celle d’une page web')
    expect(answer.body).toContain('value="S’inscrire"')
  },
)

test('a picture is kept with its alternative text, seen by editors before and by everybody after it is published', async () => {
  const { house: testApp, keeper, letters } = fixture
  expect((await fixture.addPicture(tinyPicture)).statusCode).toBe(303)
  const draft = (await keeper.get(`/fr/${letters}/draft`)).body
  const address = /src="([^"]+\/pictures\/[^"]+)"/.exec(draft)?.[1] ?? ''
  expect(draft).toMatch(/width="2" height="3" alt="Deux maires se serrent la main"/)
  expect([(await keeper.get(address)).statusCode, (await testApp.get(address)).statusCode]).toEqual([
    200, 404,
  ])
  await fixture.act('approve')
  await fixture.act('publish')
  const picture = await testApp.get(address)
  expect([
    picture.statusCode,
    picture.headers['content-type'],
    picture.headers['cross-origin-resource-policy'],
  ]).toEqual([200, 'image/png', 'cross-origin'])
  await fixture.begin()
})

test('a picture without an alternative text, one that is none, and one of 10 MB are refused in words', async () => {
  const bare = await fixture.addPicture(tinyPicture, { 'caption.fr.text': 'À Tours' })
  expect([bare.statusCode, bare.body.includes('À Tours')]).toEqual([422, true])
  const script = await fixture.addPicture('<svg onload="alert(1)"/>')
  expect(script.statusCode).toBe(422)
  expect(pageWords(script.body)).toContain('Cette image est au format SVG')
  const large = await fixture.addPicture(new Uint8Array(10_000_000))
  expect([large.statusCode, pageWords(large.body).includes('2 Mo')]).toEqual([422, true])
  // What was typed before it is kept.
  expect(large.body).toContain('Deux maires se serrent la main')
  // A header with sizes beyond any screen, and beyond any number in the database.
  const vast = Uint8Array.from(tinyPicture)
  vast.set([0xff, 0xff, 0xff, 0xff], 16)
  const refused = await fixture.addPicture(vast)
  expect([refused.statusCode, pageWords(refused.body).includes('10 000 points')]).toEqual([422, true])
})

test('a picture that the group shows to everybody is offered, and taken with its words and its credit', async () => {
  const other = await fixture.another()
  const { house: testApp, network, letters, keeper } = other
  await other.begin()
  const form = `/fr/${letters}/draft/new/picture`
  expect((await keeper.get(form)).body).not.toContain('id="offered"')
  const tie = await buildCooperation(testApp.context, network.id)
  const hidden = await buildEvent(
    testApp,
    network,
    'Réunion des hôtes',
    { when: '2026-12-02' },
    { visibility: 'hosts' },
  )
  const { slug } = await testApp.context.database
    .selectFrom('agenda_event')
    .select('slug')
    .where('event_id', '=', hidden)
    .executeTakeFirstOrThrow()
  const shown = {
    ...shownPicture,
    'caption.fr.text': 'À la mairie',
    credit: 'Service de presse',
    terms: 'Licence ouverte 2.0',
    people: 'agreed',
  }
  for (const place of [`cooperations/${tie.slug}`, `agenda/${slug}`]) {
    const answer = await other.sendPicture(
      `/fr/${network.slug}/${place}/pictures/new`,
      buildPicture(40, 30),
      shown,
    )
    expect([place, answer.statusCode]).toEqual([place, 303])
  }

  const offered = [...(await keeper.get(form)).body.matchAll(/href="([^"]+\?taken=[^"]+)"/g)].map(
    ([, way]) => way ?? '',
  )
  expect(offered).toHaveLength(1)
  expect((await keeper.get(`${form}?taken=${newId()}`)).statusCode).toBe(404)
  const [way = ''] = offered
  const asked = Object.entries(await fieldsOf(keeper, way))
  const fields = Object.fromEntries(asked.map(([name, value]) => [name, String(value)]))
  expect(fields).toMatchObject({
    'alternative.fr.text': 'Deux maires se serrent la main',
    'caption.fr.text': 'À la mairie – Service de presse',
  })
  expect((await other.sendPicture(way, null, { ...fields, 'alternative.fr.text': '' })).statusCode).toBe(422)
  for (let press = 0; press < 2; press++)
    expect((await other.sendPicture(way, null, fields)).statusCode).toBe(303)
  expect(await other.freeParts()).toHaveLength(1)

  await other.act('approve')
  const { headers } = await other.act('publish')
  const page = (await testApp.get(String(headers.location))).body
  expect(pageWords(page)).toContain('À la mairie – Service de presse')
  const [, address = ''] = /src="([^"]+\/newsletter\/pictures\/[^"]+)"/.exec(page) ?? []
  const file = await testApp.get(address)
  expect([file.statusCode, file.headers['content-type']]).toEqual([200, 'image/png'])
})

test('a label and words for a picture that are older than their original say so to readers, everywhere', async () => {
  const other = await fixture.another()
  const { house: testApp, letters, keeper } = other
  await other.begin()
  const korean = { 'label.ko.text': '신청', 'label.original': 'fr', address: 'https://limoges.fr/' }
  await other.add('button', { 'label.fr.text': 'S’inscrire', ...korean })
  await other.addPicture(tinyPicture, { ...shownPicture, 'alternative.ko.text': '악수하는 두 시장' })
  const [button = '', picture = ''] = await other.freeParts()
  const draft = `/fr/${letters}/draft`
  await other.send(`${draft}/parts/${button}`, { 'label.fr.text': 'S’inscrire vite' })
  await other.send(`${draft}/parts/${picture}`, { 'alternative.fr.text': 'Deux maires' })
  const mail = (await keeper.get(`${draft}/preview/html?in=ko`)).body
  await other.act('approve')
  await other.act('publish')
  const page = (await testApp.get(`/ko/${letters}/1`)).body
  const feed = (await testApp.get(`/ko/${letters}.rss`)).body
  const mark = '검토 필요'
  for (const body of [mail, page]) expect(body).toContain(`alt="악수하는 두 시장 [${mark}]"`)
  expect(pageWords(mail)).toMatch(new RegExp(`신청 \\[${mark}\\]`))
  expect(pageWords(page)).toMatch(new RegExp(`신청 ${mark}`))
  expect(feed).toContain(`신청 [${mark}]`)
  expect((await testApp.get(`/fr/${letters}/1`)).body).not.toContain('class="tag"')
})

test('a form that is sent twice by a second click adds one part', async () => {
  const other = await fixture.another()
  await other.begin()
  const form = `/fr/${other.letters}/draft/new/text`
  const before = (await other.freeParts()).length
  const seen = await other.seenIn(form)
  for (let press = 0; press < 2; press++)
    expect((await other.keeper.post(form, { seen, 'text.fr.text': 'Bonjour.' })).statusCode).toBe(303)
  expect((await other.freeParts()).length).toBe(before + 1)
  // Errors are corrected in the same form, and the next addition is another part.
  const wrong = await other.keeper.post(form, { seen: await other.seenIn(form), 'text.fr.text': '' })
  expect(wrong.statusCode).toBe(422)
  const again = /name="seen" value="([^"]*)"/.exec(wrong.body)?.[1] ?? ''
  await other.keeper.post(form, { seen: again, 'text.fr.text': 'Bonjour.' })
  expect((await other.freeParts()).length).toBe(before + 2)
})

test('parts are moved, hidden, taken out and put back by buttons alone', async () => {
  const { keeper, letters } = fixture
  await fixture.add('text', { 'text.fr.text': 'Le premier' })
  await fixture.add('quote', { 'text.fr.text': 'La seconde', author: 'Une maire' })
  const order = async () => {
    const page = (await keeper.get(`/fr/${letters}/draft`)).body
    return [page.indexOf('Texte – Le premier'), page.indexOf('Citation – La seconde')]
  }
  const [, quote = ''] = await fixture.freeParts()
  const press = (action: string) =>
    keeper.post(`/fr/${letters}/draft/changes`, { action: `${action} ${quote}` })
  const [first, second] = await order()
  expect(first).toBeLessThan(second ?? 0)
  await press('up')
  const [after, before] = await order()
  expect(before).toBeLessThan(after ?? 0)
  await press('remove')
  expect((await keeper.get(`/fr/${letters}/draft`)).body).toContain(`value="restore ${quote}"`)
  await press('restore')
  expect((await keeper.get(`/fr/${letters}/draft`)).body).toContain(`value="remove ${quote}"`)
  await fixture.tickAllBut(quote)
  expect((await keeper.get(`/fr/${letters}/draft/preview?width=text`)).body).not.toContain('La seconde')
})
