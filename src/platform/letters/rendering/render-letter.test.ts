import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { sampleLetter } from '../../../../test/support/sample-letter.ts'
import { reckonedMs } from '../../../../test/support/thread-time.ts'
import type { Letter, LetterPart } from '../letter.ts'
import { renderLetter } from './render-letter.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp({ directory: 'none' })
})
afterAll(() => testApp.close())

const draw = (given: Partial<Letter> = {}) => renderLetter(testApp.application, sampleLetter(given))

/** A list of so many items of some 300 characters each. */
function longPart(count: number): LetterPart {
  return {
    kind: 'items',
    title: { text: 'À venir', language: 'fr' },
    items: Array.from({ length: count }, (_, at) => ({
      title: { text: `Réunion ${at}`, language: 'fr' },
      text: {
        text: 'Une phrase sur ce que c’est, comme on en lit dans une lettre. '.repeat(3),
        language: 'fr',
      },
      facts: ['mardi 12 décembre 2017, 9 h à Paris, 17 h à Séoul', 'Séoul'],
      credit: null,
      address: `https://entente.example/fr/france-coree/agenda/reunion-${at}`,
    })),
  }
}

/** The text of HTML that a reader sees, without tags and styles. */
const seenIn = (html: string) =>
  html
    .replace(/<head>[\s\S]*<\/head>/, '')
    .replaceAll(/<!--[\s\S]*?-->/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replaceAll(/\s+/g, ' ')

it('says the same in both parts', async () => {
  const { html, text } = await draw()
  const seen = seenIn(html)
  const told = text.replaceAll(/\s+/g, ' ')
  for (const words of [
    'Groupe-pays France–Corée',
    'Trois missions avant l’hiver',
    'Bonne lecture !',
    'Rencontre avec la GAOK : « où en est-on ? »',
    '9 h à Paris, 17 h à Séoul',
    'Proposé par : 충청북도',
    'Le mot du président',
    'Tours, 7 juillet 2017',
    '함께 가면 멀리 갑니다.',
    'S’inscrire à la mission',
    'À qui écrire, plutôt que répondre à ce courriel',
    'Ne plus recevoir cette lettre',
  ]) {
    const asShown = words.replaceAll(/\s+/g, ' ')
    expect([asShown, seen.replaceAll(/\s+/g, ' ').includes(asShown), told.includes(asShown)]).toEqual([
      asShown,
      true,
      true,
    ])
  }
  const links = [...html.matchAll(/href="([^"]+)"/g)].map(([, address = '']) =>
    address.replaceAll('&amp;', '&'),
  )
  for (const address of new Set(links)) expect(text).toContain(address)
})

it('tells screen readers which language each passage is in', async () => {
  const { html } = await draw()
  expect(html).toMatch(/<html lang="fr" dir="ltr"/)
  expect(html).toContain('<span lang="ko" dir="ltr">오송 뷰티 산업 박람회</span>')
  expect(html).toMatch(/<blockquote[^>]* lang="ko" dir="ltr">함께/)
  expect([...html.matchAll(/<(h[1-6])\b/g)].map(([, name]) => name)).toEqual(['h1', 'h2', 'h3', 'h3', 'h2'])
})

it('marks what no person has reviewed, in both parts and in the language of the letter', async () => {
  const passage = { text: '사절단', language: 'ko', mark: 'traduction automatique' }
  const { html, text } = await draw({
    parts: [
      {
        kind: 'items',
        title: { text: 'À venir', language: 'fr' },
        items: [{ title: passage, text: passage, facts: [], credit: null, address: null }],
      },
      { kind: 'text', title: null, text: { text: 'Relu.', language: 'fr' } },
    ],
  })
  expect(html.match(/<span class="muted"[^>]* lang="fr"> \[traduction automatique\]<\/span>/g)).toHaveLength(
    2,
  )
  expect(text.match(/사절단 \[traduction automatique\]/g)).toHaveLength(2)
  expect(text).toContain('Relu.\n')
})

it('marks words that stand for a picture and on a button too', async () => {
  const passage = { text: '사절단', language: 'ko', mark: 'traduction automatique' }
  const { html, text } = await draw({
    parts: [
      {
        kind: 'picture',
        address: 'https://a.example/',
        width: 9,
        height: 9,
        alternative: passage,
        caption: null,
      },
      { kind: 'button', label: passage, address: 'https://a.example/' },
    ],
  })
  expect(html).toContain('alt="사절단 [traduction automatique]"')
  // A screen reader reads each in its language.
  expect(html).toMatch(/<img [^>]*lang="ko"/)
  expect(html).toMatch(/<span lang="ko" dir="ltr">사절단<\/span>\s*<\/a>/)
  expect(seenIn(html)).toMatch(/사절단 \[traduction automatique\]/)
  expect(text).toContain('[사절단 [traduction automatique]]')
  expect(text).toMatch(/사절단 \[traduction automatique\]\s:\nhttps/)
})

it('speaks Korean and English to those who read them', async () => {
  const korean = await draw({ language: 'ko' })
  expect(korean.html).toContain('구독 취소')
  expect(korean.html).toMatch(/<html lang="ko"/)
  expect(korean.text).toContain('누리집에서 소식지 보기:')
  expect((await draw({ language: 'en' })).text).toContain('Stop receiving this letter:')
})

describe('what somebody has typed', () => {
  const hostile = '<script>alert(1)</script><img src=x onerror=alert(1)> "quoted" {{unsubscribe}} & more'

  it('stays text, in every part', async () => {
    const passage = { text: hostile, language: 'fr' }
    const { html, text } = await draw({
      sender: hostile,
      heading: hostile,
      title: passage,
      preview: hostile,
      introduction: passage,
      parts: [
        {
          kind: 'items',
          title: passage,
          items: [{ title: passage, text: passage, facts: [hostile], credit: passage, address: null }],
        },
        { kind: 'text', title: passage, text: passage },
        {
          kind: 'picture',
          address: 'https://entente.example/a.jpg?"onload="x',
          width: 10,
          height: 10,
          alternative: passage,
          caption: passage,
        },
        { kind: 'quote', text: passage, author: hostile },
        { kind: 'button', label: passage, address: 'https://entente.example/?a={{unsubscribe}}' },
      ],
    })
    expect(html).not.toMatch(/<script|<img src=x|onload="x"/)
    expect(html.match(/<img\b/g)).toHaveLength(1)
    expect(html.match(/\{\{unsubscribe\}\}/g)).toHaveLength(1)
    expect(html).toContain('href="{{unsubscribe}}"')
    expect(text.match(/\{\{unsubscribe\}\}/g)).toHaveLength(1)
  })
})

describe('its length', () => {
  it('is under 100 kB with sixty items, none left out', async () => {
    const { html } = await draw({ parts: [longPart(60)] })
    expect(Buffer.byteLength(html)).toBeLessThan(100_000)
    expect(html.match(/<h3/g)).toHaveLength(60)
  })

  it('is under 100 kB with two hundred: the last ones are read on the site, and the way out is still there', async () => {
    const { html, text } = await draw({ parts: [longPart(120), longPart(80)] })
    expect(Buffer.byteLength(html)).toBeLessThan(100_000)
    const shown = html.match(/<h3/g)?.length ?? 0
    expect(shown).toBeGreaterThan(50)
    expect(html).toContain(`Lire ${200 - shown} autres nouvelles sur le site`)
    expect(html).toContain('href="{{unsubscribe}}"')
    expect(text.match(/^\* Réunion/gm)).toHaveLength(200)
  })
})

it('draws sixty items in three languages within a second', async () => {
  await draw()
  const drawAll = async () => {
    for (const language of ['fr', 'ko', 'en'] as const) await draw({ language, parts: [longPart(60)] })
  }
  expect(await reckonedMs(drawAll)).toBeLessThan(1000)
})
