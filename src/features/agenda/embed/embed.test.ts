import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import { signIn } from '../../../../test/support/sign-in.ts'
import { projectPath } from '../../../platform/settings/project-path.ts'
import { eventParameters } from '../events/list/event-filter.ts'
import { frameSnippet, scriptSnippet } from './snippet.ts'

const group = 'france-coree'
const frame = `/embed/${group}/agenda`
let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true })
  return testApp.close
})

describe('the agenda in a frame', () => {
  test('may be shown by any site, brings nothing but its own style sheet, and sets no cookie', async () => {
    // Rendered first, then from the cache.
    for (let round = 0; round < 2; round++) {
      const { headers, body } = await testApp.get(`${frame}?lang=fr`)
      const policy = String(headers['content-security-policy'])
      expect([policy.match(/frame-ancestors [^;]*/)?.[0], policy.match(/default-src [^;]*/)?.[0]]).toEqual([
        'frame-ancestors *',
        "default-src 'none'",
      ])
      expect([headers['x-frame-options'], headers['set-cookie'], headers['x-robots-tag']]).toEqual([
        undefined,
        undefined,
        'noindex',
      ])
      const parts = [...body.matchAll(/<(?:script|link|img|iframe)[^>]*>/g)].map(([part]) => part)
      expect(parts.filter((part) => !/rel="canonical"/.test(part))).toEqual([
        expect.stringMatching(/^<link rel="stylesheet" href="\/assets\/embed[^"]*\.css"\/>$/),
      ])
    }
    for (const other of [`/fr/${group}/agenda`, `/fr/${group}/agenda/embed`]) {
      const { headers } = await testApp.get(other)
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    }
  })

  test('speaks the language that it is asked for, else the first of the group, and leaves the frame by its links', async () => {
    for (const [language, words] of [
      ['ko', '공동 일정'],
      ['en', 'Shared agenda'],
      ['xx', 'Agenda partagé'],
    ] as const) {
      const { body } = await testApp.get(`${frame}?lang=${language}`)
      expect(pageWords(body)).toContain(words)
    }
    const { body } = await testApp.get(`${frame}?lang=fr`)
    const links = [...body.matchAll(/<a [^>]*>/g)].map(([link]) => link)
    expect(links.length).toBeGreaterThan(5)
    expect(
      links.filter(
        (link) => !/href="http:\/\/localhost:3000\/fr\/.*target="_blank" rel="noopener"/.test(link),
      ),
    ).toEqual([])
  })

  test('takes the filters of the agenda, and says what is not there', async () => {
    const words = async (query: string) => pageWords((await testApp.get(`${frame}?lang=fr&${query}`)).body)
    expect(await words('guest=KR')).toContain('Hwaseong, hôte d’honneur du Grand Pavois')
    expect(await words('guest=KR')).not.toContain('Jump Guro')
    expect(await words('when=past')).toContain('au début de juin 2017 (entre le 1er et le 10 juin 2017)')
    expect(await words('q=zzzz')).toContain('Aucun événement à venir')
    expect((await testApp.get('/embed/nowhere/agenda')).statusCode).toBe(404)
  })

  test('shows what anybody may read, whoever looks', async () => {
    const [event] = await testApp.context.database
      .updateTable('agenda_event')
      .set({ visibility: 'network' })
      .where('slug', '=', 'guro-jump-guro-2017')
      .returning('network_id as id')
      .execute()
    const member = await signIn(testApp, { role: 'member', networkId: event?.id ?? '' })
    expect((await member.get(`${frame}?lang=fr&status=planned`)).body).not.toContain('guro-jump-guro-2017')
    expect((await member.get(`/fr/${group}/agenda`)).body).toContain('guro-jump-guro-2017')
  })
})

describe('what one copies', () => {
  test('stands on a page with both previews, which alone holds a frame', async () => {
    const { body, headers } = await testApp.get(`/ko/${group}/agenda/embed?theme=culture`)
    expect(headers['content-security-policy']).toContain("frame-src 'self'")
    expect(body).toContain(`src="/embed/${group}/agenda?lang=ko&amp;theme=culture"`)
    expect(body).toContain(`<entente-agenda network="${group}" lang="ko" level="4" theme="culture">`)
    expect(body).toContain('/embed/france-coree/agenda?lang=ko&amp;amp;theme=culture&quot; title=')
    expect((await testApp.get(`/ko/${group}/agenda`)).headers['content-security-policy']).not.toContain(
      'frame-src',
    )
  })

  test('holds whatever a title says as words', () => {
    const embedded = {
      baseUrl: 'https://e.example',
      network: 'g',
      language: 'fr',
      parameters: { q: '"><script>', theme: ['culture', 'youth'] },
      title: 'L’agenda "de" <tous>',
      home: 'https://e.example/fr/g/agenda?a=1&b=2',
    }
    expect(scriptSnippet(embedded)).toBe(
      [
        '<script src="https://e.example/embed/agenda.js" async></script>',
        '<entente-agenda network="g" lang="fr" q="&quot;&gt;&lt;script&gt;" theme="culture youth">',
        '  <a href="https://e.example/fr/g/agenda?a=1&amp;b=2">L’agenda &quot;de&quot; &lt;tous&gt;</a>',
        '</entente-agenda>',
      ].join('\n'),
    )
    expect(frameSnippet(embedded)).toMatch(
      /^<iframe src="[^"<>]+" title="[^"<>]+" width="100%" height="600" loading="lazy"><\/iframe>$/,
    )
  })

  test('is narrowed by whatever narrows the agenda: scripts of pages know nothing of the server', () => {
    const source = readFileSync(projectPath('islands/embed/agenda.ts'), 'utf8')
    const attributes = source.match(/(?<=const filters = \[|observedAttributes = \[)[^\]]*/g)?.join() ?? ''
    for (const name of eventParameters.filter((each) => !['page', 'now'].includes(each)))
      expect(attributes).toContain(`'${name}'`)
  })

  test('is a script that pages of others may load', async () => {
    const { headers, statusCode } = await testApp.get('/embed/agenda.js')
    expect([statusCode, headers['content-type'], headers['access-control-allow-origin']]).toEqual([
      200,
      'text/javascript; charset=utf-8',
      '*',
    ])
    expect(headers['cross-origin-resource-policy']).toBe('cross-origin')
  })
})
