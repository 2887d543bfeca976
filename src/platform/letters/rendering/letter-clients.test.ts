import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { sampleLetter } from '../../../../test/support/sample-letter.ts'
import { renderLetter } from './render-letter.ts'

// What each program leaves of a mail, as its makers and those who write mails for it describe it; nobody lets us look inside.

type Element = DefaultTreeAdapterTypes.Element

let testApp: TestApp
const drawn: { language: string; html: string; elements: Element[] }[] = []
beforeAll(async () => {
  testApp = await openTestApp({ directory: 'none' })
  for (const language of ['fr', 'ko', 'en'] as const) {
    const { html } = await renderLetter(testApp.application, sampleLetter({ language }))
    drawn.push({ language, html, elements: elementsOf(parse(html)) })
  }
})
afterAll(() => testApp.close())

function elementsOf(node: DefaultTreeAdapterTypes.Node): Element[] {
  const own = defaultTreeAdapter.isElementNode(node) ? [node] : []
  const children = 'childNodes' in node ? node.childNodes.flatMap(elementsOf) : []
  return [...own, ...children]
}

const attribute = (element: Element, name: string) =>
  element.attrs.find((each) => each.name === name)?.value ?? null

/** The declarations of an element’s own style. */
function styleOf(element: Element): Map<string, string> {
  const declarations = (attribute(element, 'style') ?? '').split(';').filter((text) => text.trim() !== '')
  return new Map(
    declarations.map((text) => {
      const colon = text.indexOf(':')
      return [text.slice(0, colon).trim(), text.slice(colon + 1).trim()]
    }),
  )
}

const textOf = (element: Element) =>
  element.childNodes
    .flatMap((node) => (defaultTreeAdapter.isTextNode(node) ? node.value : []))
    .join('')
    .trim()

/** Texts that a reader sees, each with the styles of its element and of all around it up to its cell. */
function* textsWithin(
  element: Element,
  said: Map<string, string> = new Map(),
): Generator<[string, Map<string, string>]> {
  const own = styleOf(element)
  if (own.get('display') === 'none' || element.tagName === 'head') return
  const known = element.tagName === 'td' ? own : new Map([...said, ...own])
  if (textOf(element) !== '' && textOf(element) !== '\u00a0') yield [textOf(element), known]
  for (const child of element.childNodes)
    if (defaultTreeAdapter.isElementNode(child)) yield* textsWithin(child, known)
}

const stylesOf = ({ elements }: (typeof drawn)[number]) =>
  elements.flatMap((element) => [...styleOf(element)].map(([name, value]) => ({ element, name, value })))

describe('everywhere', () => {
  it('nothing runs, nothing is asked of the reader, nothing is fetched but pictures', () => {
    for (const { html, elements } of drawn) {
      const foreign = elements.filter(({ tagName }) =>
        /^(script|form|input|iframe|object|embed|link|base|video|audio|svg|canvas)$/.test(tagName),
      )
      expect(foreign).toEqual([])
      expect(html).not.toMatch(/@import|@font-face|url\(|background=|\son\w+=/)
      const fetched = elements.flatMap((element) => attribute(element, 'src') ?? [])
      expect(fetched).toEqual(['https://entente.example/files/abc.jpg'])
    }
  })

  it('every picture has a text in its place and its width, every link leads somewhere', () => {
    for (const { elements } of drawn) {
      for (const picture of elements.filter(({ tagName }) => tagName === 'img')) {
        expect(attribute(picture, 'alt')).toBe('La délégation "au complet" devant l’hôtel de ville')
        expect(Number(attribute(picture, 'width'))).toBe(552)
      }
      for (const link of elements.filter(({ tagName }) => tagName === 'a'))
        expect(attribute(link, 'href')).toMatch(/^https:\/\/|^\{\{(preferences|unsubscribe)\}\}$/)
    }
  })

  it('tables that lay out are none to a screen reader', () => {
    for (const { elements } of drawn)
      for (const table of elements.filter(({ tagName }) => tagName === 'table'))
        expect(attribute(table, 'role')).toBe('presentation')
  })
})

describe('Gmail', () => {
  it('gets styles that it does not throw away whole: short, closed, without selectors that it does not know', () => {
    for (const { elements } of drawn) {
      const sheets = elements.filter(({ tagName }) => tagName === 'style').map(textOf)
      expect(sheets.length).toBeGreaterThan(0)
      for (const sheet of sheets) {
        expect(sheet.length).toBeLessThan(8192)
        expect(sheet.split('{').length).toBe(sheet.split('}').length)
        expect(sheet).not.toMatch(/\[[a-z-]+[*^$~|]?=/)
      }
    }
  })

  it('gets no negative margin', () => {
    for (const each of drawn)
      expect(
        stylesOf(each).filter(({ name, value }) => name.startsWith('margin') && /-\d/.test(value)),
      ).toEqual([])
  })
})

describe('Naver, Daum and Gmail for other boxes, which take the style sheet and all classes away', () => {
  it('find size, colour and font of every text in the element itself or around it in its cell', () => {
    for (const { elements } of drawn) {
      const body = elements.find(({ tagName }) => tagName === 'body')
      const texts = body ? [...textsWithin(body)] : []
      expect(texts.length).toBeGreaterThan(15)
      for (const [text, said] of texts)
        expect([
          text,
          ...['font-size', 'color', 'font-family', 'line-height'].filter((name) => !said.has(name)),
        ]).toEqual([text])
    }
  })

  it('break no Korean word, and find a Korean font that Windows, Apple and Android have', () => {
    const { elements } = drawn.find(({ language }) => language === 'ko')!
    for (const element of elements.filter(({ tagName }) => /^(p|h[1-3]|blockquote)$/.test(tagName))) {
      expect(styleOf(element).get('word-break')).toBe('keep-all')
      expect(styleOf(element).get('font-family')).toMatch(/Apple SD Gothic Neo.*Malgun Gothic.*Noto Sans KR/)
    }
  })
})

describe('Outlook, which draws by Word', () => {
  it('gets no property that Word does not know where the layout hangs on it', () => {
    for (const each of drawn) {
      const unknown = stylesOf(each).filter(
        ({ name, value }) =>
          /^(position|float|flex|grid|transform|box-shadow|background-image)/.test(name) ||
          /\b(flex|grid|calc\(|var\()|\d(rem|vw|vh)\b|rgba?\(/.test(value),
      )
      expect(unknown.map(({ name, value }) => `${name}:${value}`)).toEqual([])
    }
  })

  it('gets the space between paragraphs as margins, which Word knows', () => {
    for (const each of drawn) {
      const paragraphs = stylesOf(each).filter(({ element }) => /^(p|h[1-3])$/.test(element.tagName))
      const spaced = paragraphs.filter(({ name, value }) => name === 'padding' && value !== '0 0 8px')
      // The foot’s is beneath a line of its own.
      expect(spaced.map(({ value }) => value)).toEqual(['20px 0 0'])
      expect(paragraphs.filter(({ name }) => name === 'margin').length).toBeGreaterThan(10)
    }
  })

  it('gets a table of 600 pixels in comments that it alone reads, each closed', () => {
    for (const { html } of drawn) {
      const opened = html.match(/<!--\[if [^\]]*\]>/g) ?? []
      expect(opened.length).toBeGreaterThan(5)
      expect(html.match(/<!\[endif\]-->/g)).toHaveLength(opened.length)
      expect(html).toMatch(/<!--\[if mso \| IE\]><table[^>]*\swidth="600"/)
    }
  })

  it('gets colours of six digits and the button’s as an attribute of its cell', () => {
    for (const each of drawn) {
      const colours = stylesOf(each).filter(({ name }) => /^(color|background-color)$/.test(name))
      for (const { value } of colours) expect(value).toMatch(/^#[0-9a-f]{6}$/)
      const cells = each.elements.filter((element) => attribute(element, 'bgcolor') !== null)
      expect(cells.map((cell) => attribute(cell, 'bgcolor'))).toEqual(['#1f4b8f'])
    }
  })
})
