import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { hostileText } from '../../../../test/support/hostile-text.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import type { InterfaceLanguage } from '../../i18n/languages.ts'
import type { MailBlock } from '../mail.ts'
import { renderMail } from './render-mail.ts'
import { wrap } from './wrap.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp({ directory: 'none', settings: { BASE_URL: 'https://entente.example' } })
})
afterAll(() => testApp.close())

function draw(language: InterfaceLanguage, body: MailBlock[], replyTo: string | null = null) {
  return renderMail(testApp.application, { language, subject: 'Objet', body, replyTo })!
}

const link = `https://entente.example/fr/sign-in?token=${'a1B2'.repeat(30)}`

const french: MailBlock[] = [
  { kind: 'heading', text: 'Connexion à Entente' },
  {
    kind: 'paragraph',
    text: "Bonjour Claire Martin,\nvoici le lien que vous avez demandé pour vous connecter: il sert une seule fois, pendant un quart d'heure!",
  },
  { kind: 'action', label: 'Se connecter', address: link },
  {
    kind: 'facts',
    facts: [
      { label: 'Groupe', value: 'Groupe-pays Corée du Sud' },
      { label: 'Demandé par', value: { text: '김민준 주무관', language: 'ko' } },
    ],
  },
  { kind: 'list', items: ['Le lien ne sert qu’une fois ;', { text: '이천시 국제교류팀', language: 'ko' }] },
  { kind: 'quotation', text: '리모주시와 이천시는 2015년에 협정을 체결하였습니다.', language: 'ko' },
  { kind: 'smallPrint', text: 'Si vous n’avez rien demandé, ignorez ce message.' },
]

describe('the text part', () => {
  test('of a French mail', () => {
    expect(draw('fr', french).text).toBe(
      `Connexion à Entente
===================

Bonjour Claire Martin,
voici le lien que vous avez demandé pour vous connecter\u00a0: il sert une
seule fois, pendant un quart d’heure\u202f!

Se connecter\u00a0:
${link}

Groupe\u00a0: Groupe-pays Corée du Sud
Demandé par\u00a0: 김민준 주무관

- Le lien ne sert qu’une fois\u202f;
- 이천시 국제교류팀

> 리모주시와 이천시는 2015년에 협정을 체결하였습니다.

Si vous n’avez rien demandé, ignorez ce message.

--${' '}
Message envoyé automatiquement par Entente (entente.example). Merci de
ne pas y répondre\u00a0: les réponses ne sont pas lues.
`,
    )
  })

  test('of a Korean mail, whose words are never broken', () => {
    const body: MailBlock[] = [
      {
        kind: 'paragraph',
        text: '김민준 주무관님, 안녕하십니까. 요청하신 로그인 링크를 보내드립니다. 이 링크는 한 번만 사용하실 수 있으며 15분 동안 유효합니다.',
      },
      { kind: 'action', label: '로그인', address: link },
      {
        kind: 'facts',
        facts: [{ label: '그룹', value: { text: 'Groupe-pays: Corée', language: 'fr' } }],
      },
    ]
    expect(draw('ko', body, 'office@gaok.example').text).toBe(
      `김민준 주무관님, 안녕하십니까. 요청하신 로그인 링크를 보내드립니다. 이
링크는 한 번만 사용하실 수 있으며 15분 동안 유효합니다.

로그인:
${link}

그룹: Groupe-pays\u00a0: Corée

--${' '}
Entente(entente.example)에서 자동으로 발송한 전자우편입니다.
`,
    )
  })

  test('of an English mail', () => {
    const body: MailBlock[] = [
      { kind: 'paragraph', text: 'Good morning! Here is the link that you asked for: it works once.' },
      { kind: 'action', label: 'Sign in', address: link },
    ]
    expect(draw('en', body).text).toBe(
      `Good morning! Here is the link that you asked for: it works once.

Sign in:
${link}

--${' '}
Sent automatically by Entente (entente.example). Please do not reply:
answers are not read.
`,
    )
  })

  it('is wrapped between words alone, and loses none of them', () => {
    const words = fc.array(fc.stringMatching(/^[a-zé가-힣:/]{1,90}$/), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(words, (given) => {
        const wrapped = wrap(given.join(' '), '> ')
        expect(wrapped.replaceAll(/^> /gm, '').split(/\s/)).toEqual(given)
        for (const line of wrapped.split('\n'))
          if (line.slice(2).includes(' ')) expect(line.length).toBeLessThanOrEqual(72)
      }),
    )
  })
})

describe('the HTML part', () => {
  it('says its language and that of each passage in another one', () => {
    const { html } = draw('fr', french)
    expect(html).toContain('<!doctype html><html lang="fr" dir="ltr">')
    expect(html).toMatch(/<td [^>]*lang="ko"[^>]*>김민준 주무관<\/td>/)
    expect(html).toMatch(/<li [^>]*lang="ko"[^>]*>이천시 국제교류팀<\/li>/)
    expect(html).toMatch(/<blockquote [^>]*lang="ko"[^>]*>리모주시와/)
    expect(html).toMatch(/<th [^>]*scope="row"[^>]*>Groupe<\/th>/)
    expect(html).toContain('connecter\u00a0: il sert')
  })

  it('fetches nothing: no image, no style sheet, no script, no font', () => {
    const { html } = draw('fr', french)
    expect(html).not.toMatch(/<(img|script|link|iframe|object|video)\b|url\(|@import|@font-face|\bsrc=/i)
    expect([...html.matchAll(/\bhref="([^"]*)"/g)].map(([, href]) => href)).toEqual([link, link])
  })

  it('lays out in tables through which screen readers read, each element with its own style', () => {
    const { html } = draw('ko', french)
    const tables = html.match(/<table[^>]*>/g) ?? []
    expect(tables.filter((table) => !table.includes('role="presentation"'))).toHaveLength(1)
    for (const [element] of html.matchAll(/<(?:p|h1|ul|blockquote|th|a)\b[^>]*>/g))
      expect(element).toMatch(/style="/)
    expect(html).toContain('word-break:keep-all')
  })

  it('escapes whatever somebody wrote', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const { html } = draw('en', [
          { kind: 'heading', text },
          { kind: 'paragraph', text: { text, language: text } },
          { kind: 'action', label: `${text}<script>`, address: 'https://entente.example/"><script>' },
          { kind: 'list', items: [text] },
          { kind: 'quotation', text, language: `"><script>${text}` },
          { kind: 'facts', facts: [{ label: text, value: text }] },
        ])
        expect(html).not.toMatch(/<script|<a href="x"|[\0\u202e]/)
        expect(html.match(/<h1\b/g)).toHaveLength(1)
      }),
      { numRuns: 200 },
    )
  })
})
