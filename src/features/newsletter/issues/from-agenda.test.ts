import { beforeAll, expect, test } from 'vitest'
import { letterFixture, openLetters } from '../../../../test/support/letters.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import { signIn } from '../../../../test/support/sign-in.ts'
import { chooseText } from '../../../platform/i18n/localized-text.ts'

let fixture: Awaited<ReturnType<typeof openLetters>>
beforeAll(async () => {
  fixture = await openLetters({ demonstration: true })
  return fixture.house.close
})

const letters = 'france-coree/newsletter'

test('the letter of the demonstration tells in both languages what each source has to tell, under its number', async () => {
  const { house: testApp } = fixture
  const { network_id: networkId } = await testApp.context.database
    .selectFrom('networks_network')
    .select('network_id')
    .where('slug', '=', 'france-coree')
    .executeTakeFirstOrThrow()
  const own = fixture.item('event:jump-guro', 'Festival Jump Guro')
  const title = {
    ...own.title,
    ko: { text: '점프 구로', state: 'reviewed' as const },
    en: { text: 'Jump Guro festival', state: 'machine' as const },
  }
  fixture.tell([{ ...own, title }], networkId)
  const keeper = await signIn(testApp, { role: 'coordinator', networkId })
  await keeper.post(`/fr/${letters}/draft`)
  expect(
    (await keeper.post(`/fr/${letters}/draft/state`, await fixture.stateOf(networkId, 'approve'))).statusCode,
  ).toBe(303)
  const sent = await keeper.post(`/fr/${letters}/draft/state`, await fixture.stateOf(networkId, 'publish'))
  expect(sent.headers.location).toBe(`/fr/${letters}/1`)

  const told = []
  for (const source of testApp.application.letterSources)
    told.push(...(await source.gather(letterFixture(testApp, networkId, '2017-07-08'))))
  const pages = { fr: '', ko: '', en: '' }
  for (const language of ['fr', 'ko', 'en'] as const) {
    pages[language] = pageWords((await testApp.get(`/${language}/${letters}/1`)).body)
    for (const { title } of told)
      expect(pages[language]).toContain(pageWords(chooseText(title, language)?.text ?? 'untold'))
  }
  expect(pages.fr).toContain('Lettre n° 1 · juillet 2017')
  expect(pages.ko).toContain('점프 구로')
  // Unreviewed text is marked in the feed and in the mail; reviewed text is not.
  expect((await testApp.get(`/en/${letters}.rss`)).body).toContain('Jump Guro festival [machine translation]')
  expect((await testApp.get(`/ko/${letters}.rss`)).body).not.toContain('점프 구로 [')
  // Nobody could read it the day before.
  expect((await testApp.get(`/fr/${letters}/1?now=2017-07-07`)).statusCode).toBe(404)
  expect(pageWords((await testApp.get(`/ko/${letters}`)).body)).toContain('소식지 제1호 · 2017년 7월')
})
