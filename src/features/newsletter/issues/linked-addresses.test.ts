import { beforeAll, expect, test } from 'vitest'
import { openLetters } from '../../../../test/support/letters.ts'

let fixture: Awaited<ReturnType<typeof openLetters>>
beforeAll(async () => {
  fixture = await openLetters()
  return fixture.house.close
})

test('an address typed in a text of a letter is followed on the page, in the mail, in the feed and on paper; a hostile one stays words', async () => {
  const { house: testApp, letters, keeper, begin, add, act, tell, item } = fixture
  const told =
    'Programme : https://tours.example/semaine?jour=1&salle=2. Ou https://mairie.example@autre.example/ ?'
  tell([{ ...item('event:1', 'Semaine'), text: { fr: { text: told, state: 'original' } } }])
  await begin()
  await add('text', {
    'title.fr.text': 'Voir https://titre.example/',
    'text.fr.text':
      'Inscription (https://limoges.example/page) ou javascript:alert(1)\nhttps://x.example/"onclick="a',
  })
  await add('quote', {
    'text.ko.text': '자세한 내용은 https://icheon.example에서 확인하십시오.',
    author: 'https://auteur.example',
  })
  const mail = (await keeper.get(`/fr/${letters}/draft/preview/html?in=fr`)).body
  const text = (await keeper.get(`/fr/${letters}/draft/preview?in=fr&width=text`)).body
  await act('approve')
  await act('publish')
  const page = (await testApp.get(`/fr/${letters}/1`)).body
  const feed = (await testApp.get(`/fr/${letters}.rss`)).body
  const typed = /^https?:\/\/(?:tours|mairie|autre|titre|limoges|x|icheon|auteur)\.example/
  const linksIn = (html: string) =>
    [...html.matchAll(/href="([^"]*)"/g)]
      .map(([, address = '']) => address)
      .filter((each) => typed.test(each))
  const meant = [
    'https://tours.example/semaine?jour=1&amp;salle=2',
    'https://limoges.example/page',
    'https://x.example/',
    'https://icheon.example/',
  ]
  expect(linksIn(page)).toEqual(meant)
  expect(linksIn(mail)).toEqual(meant)
  const unescaped = feed
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
  expect(linksIn(unescaped)).toEqual(meant)
  for (const html of [page, mail]) {
    expect(html).toMatch(/<a [^>]*href="https:\/\/icheon\.example\/"[^>]*>https:\/\/icheon\.example<\/a>에서/)
    expect(html).toContain('javascript:alert(1)')
    expect(html).not.toMatch(/(?:href|src)="javascript/)
    expect(html).not.toMatch(/<[^>]*\sonclick=/)
  }
  expect(text).toContain('https://limoges.example/page')
  const paper = (await testApp.get(`/fr/${letters}/1.pdf`)).rawPayload
  for (const address of ['https://tours.example/semaine?jour=1&salle=2', 'https://icheon.example/'])
    expect(paper.includes(`/URI (${address})`), address).toBe(true)
  expect(paper.includes('autre.example/)')).toBe(false)
})
