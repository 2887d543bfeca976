import { beforeAll, describe, expect, test } from 'vitest'
import { buildPicture } from '../../../../test/support/build-picture.ts'
import { original } from '../../../../test/support/build-texts.ts'
import { openLetters, tinyPicture } from '../../../../test/support/letters.ts'
import { canReadPdf, readPdf } from '../../../../test/support/read-pdf.ts'

let fixture: Awaited<ReturnType<typeof openLetters>>
beforeAll(async () => {
  fixture = await openLetters()
  const item = fixture.item('event:1', 'Semaine coréenne')
  fixture.tell([
    {
      ...item,
      title: { ...original('Semaine coréenne'), ko: { text: '한국 주간', state: 'machine' } },
      text: original('Une semaine à Tours.\n\nEntrée libre : venez !'),
    },
  ])
  await fixture.begin()
  await fixture.addPicture(buildPicture(120, 80), {
    'alternative.fr.text': 'Deux maires se serrent la main',
    'alternative.original': 'fr',
    'caption.fr.text': 'À Tours',
    'caption.original': 'fr',
  })
  await fixture.addPicture(tinyPicture, {
    'alternative.fr.text': 'Une image abîmée',
    'alternative.original': 'fr',
  })
  await fixture.add('quote', { 'text.fr.text': 'Allons-y.', author: 'Une maire' })
  await fixture.add('button', { 'label.fr.text': 'S’inscrire', address: 'https://limoges.fr/a?b=1&c=2' })
  return fixture.house.close
})

async function readIn(address: string) {
  const answer = await fixture.house.get(address)
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/pdf'])
  return { ...readPdf(answer.rawPayload), bytes: answer.rawPayload }
}

test('nobody but editors has the PDF of a letter in the making', async () => {
  const { house: testApp, keeper, letters } = fixture
  const address = `/fr/${letters}/draft/preview.pdf`
  expect((await testApp.get(address)).statusCode).toBe(404)
  const answer = await keeper.get(`${address}?in=ko`)
  expect([answer.statusCode, answer.headers['cache-control']]).toEqual([200, 'private, no-store'])
  expect(answer.rawPayload.includes('/Lang (ko)')).toBe(true)
  expect((await keeper.get(`/fr/${letters}/draft/preview?in=ko`)).body).toContain('/draft/preview.pdf?in=ko')
})

describe.skipIf(!canReadPdf)('the PDF of a published letter', () => {
  beforeAll(async () => {
    await fixture.act('approve')
    await fixture.act('publish')
  })

  test('is tagged and named, prints every address, and tells its pictures to those who see none', async () => {
    const { letters, house: testApp } = fixture
    const { facts, text, bytes } = await readIn(`/fr/${letters}/1.pdf`)
    expect(facts).toMatchObject({
      Tagged: 'yes',
      'Page size': '595.276 x 841.89 pts (A4)',
      Title: 'Lettre n° 1 · novembre 2026 – Ce qui se prépare, ce qui s’est fait',
    })
    for (const words of [
      'À venir ici',
      'Semaine coréenne',
      '9 octobre, Tours',
      'Entrée libre',
      `http://localhost:3000/fr/${letters.replace('/newsletter', '/agenda/semaine')}`,
      'https://limoges.fr/a?b=1&c=2',
      '– Une maire',
      'À Tours',
      // The file has no picture to print.
      '[Une image abîmée]',
      `http://localhost:3000/fr/${letters}/1`,
    ])
      expect(text, words).toContain(words)
    // Its text is in the tag of the figure, and in no other.
    expect(text).not.toContain('Deux maires')
    expect(bytes.includes('/S /Figure')).toBe(true)
    expect((await testApp.get(`/fr/${letters}/1`)).body).toContain(`href="/fr/${letters}/1.pdf"`)
  })

  test('says in each language what no person has reviewed', async () => {
    const { letters } = fixture
    const korean = await readIn(`/ko/${letters}/1.pdf`)
    expect(korean.text).toContain('한국 주간 [기계 번역]')
    expect((await readIn(`/fr/${letters}/1.pdf`)).text).not.toContain('[traduction')
  })

  test('is gone with a letter that is withdrawn, and was not there the day before', async () => {
    const { house: testApp, keeper, letters } = fixture
    expect((await testApp.get(`/fr/${letters}/1.pdf?now=2026-01-01`)).statusCode).toBe(404)
    await keeper.post(`/fr/${letters}/1/state`, { action: 'withdraw' })
    const gone = await testApp.get(`/fr/${letters}/1.pdf`)
    expect([gone.statusCode, gone.headers['content-type']]).toEqual([410, 'text/html; charset=utf-8'])
    expect((await keeper.get(`/fr/${letters}/1.pdf`)).statusCode).toBe(200)
    expect((await testApp.get(`/fr/${letters}/2.pdf`)).statusCode).toBe(404)
    expect((await testApp.get(`/fr/${letters}/x.pdf`)).statusCode).toBe(404)
  })
})
