import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { looksFor } from '../../mail/rendering/looks.ts'
import type { Letter, LetterPart } from '../letter.ts'
import { type LetterWords, placeholders } from '../letter-words.ts'
import { darkLetter, letterLooks } from './letter-looks.ts'
import { type Drawing, Foot, Head, Item, Label, Lines, More, Picture, Quote, Title } from './letter-parts.tsx'

type MjmlNode = Extract<Parameters<typeof import('mjml-core').default>[0], object>

const width = 600
const margin = 24

/** The text/html part, laid out by MJML for the programs of `letter-clients.test.ts`; nothing in it is fetched but its pictures. */
export async function renderLetterHtml(letter: Letter, words: LetterWords): Promise<string> {
  const drawing: Drawing = { letter, words, looks: letterLooks(letter.language) }
  const { colours } = looksFor(letter.language)
  const document = {
    tagName: 'mjml',
    attributes: { lang: letter.language, dir: 'ltr' },
    children: [
      {
        tagName: 'mj-head',
        attributes: {},
        children: [
          node('mj-title', {}, escaped(letter.title.text)),
          node('mj-preview', {}, escaped(letter.preview)),
          {
            tagName: 'mj-attributes',
            attributes: {},
            children: [node('mj-all', { 'font-family': drawing.looks.family })],
          },
          node('mj-raw', {}, colourSchemes),
          node('mj-style', {}, darkLetter),
        ],
      },
      {
        tagName: 'mj-body',
        attributes: { width: `${width}px`, 'background-color': colours.paper, 'css-class': 'page' },
        children: [
          section([text(<Head {...drawing} />), text(<Title {...drawing} />)]),
          ...letter.parts.map((part) => section(partNodes(part, drawing))),
          section([text(<Foot {...drawing} addresses={placeholders} />)]),
        ],
      },
    ],
  }
  // Two hundred packages, which a start need not wait for; `mjml` itself is these two and a command line.
  const [core, { default: preset }] = await Promise.all([loadMjml(), import('mjml-preset-core')])
  const mjml2html = typeof core.default === 'function' ? core.default : core.default.default
  // None is fetched from anywhere.
  const options = { presets: [preset], fonts: {}, keepComments: false, validationLevel: 'strict' as const }
  const { html, errors } = await mjml2html(document, options)
  if (errors.length > 0) throw new Error(errors.map(({ formattedMessage }) => formattedMessage).join('\n'))
  // Indented as MJML writes it, a letter would be a third longer than Gmail shows.
  return html.replaceAll(/\n\s*/g, '\n')
}

type Mjml = typeof import('mjml-core').default

// Node hands over what the module exports as a whole, other loaders the function itself.
const loadMjml = (): Promise<{ default: Mjml | { default: Mjml } }> => import('mjml-core')

function partNodes(part: LetterPart, drawing: Drawing): MjmlNode[] {
  const { looks, letter } = drawing
  switch (part.kind) {
    case 'items':
      return [
        text(
          <>
            <Lines as="h2" class="ink part" style={looks.part} passage={part.title} {...drawing} />
            {part.items.map((item, index) => (
              <Item key={index} item={item} {...drawing} />
            ))}
            {part.more ? <More more={part.more} {...drawing} /> : null}
          </>,
        ),
      ]
    case 'text':
      return [
        ...(part.title
          ? [text(<Lines as="h2" class="ink part" style={looks.part} passage={part.title} {...drawing} />)]
          : []),
        text(<Lines as="p" class="ink" style={looks.text} passage={part.text} {...drawing} />),
      ]
    case 'picture':
      return [
        text(<Picture picture={part} widest={width - 2 * margin} {...drawing} />),
        ...(part.caption
          ? [text(<Lines as="p" class="muted" style={looks.small} passage={part.caption} {...drawing} />, 4)]
          : []),
      ]
    case 'quote':
      return [text(<Quote quote={part} {...drawing} />)]
    case 'button':
      return [
        node(
          'mj-button',
          {
            href: escaped(part.address),
            align: 'left',
            'background-color': looksFor(letter.language).colours.one,
            color: '#ffffff',
            'border-radius': '4px',
            'font-family': looks.family,
            'font-size': '17px',
            'font-weight': '600',
            'inner-padding': '13px 24px',
            padding: `20px ${margin}px 0`,
            'css-class': 'press',
          },
          renderToString(<Label passage={part.label} {...drawing} />),
        ),
        ...(part.label.mark
          ? [
              text(
                <p class="muted" style={looks.small}>
                  [{part.label.mark}]
                </p>,
                0,
              ),
            ]
          : []),
      ]
  }
}

function section(children: MjmlNode[]): MjmlNode {
  const column = { tagName: 'mj-column', attributes: {}, children }
  return { tagName: 'mj-section', attributes: { padding: '0' }, children: [column] }
}

function text(content: VNode, above = 20): MjmlNode {
  return node(
    'mj-text',
    { padding: `${above}px ${margin}px 0`, 'font-size': '17px' },
    renderToString(content),
  )
}

function node(tagName: string, attributes: Record<string, string>, content?: string): MjmlNode {
  return content === undefined ? { tagName, attributes } : { tagName, attributes, content }
}

// MJML takes contents and attributes as they are.
function escaped(given: string): string {
  return given
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

const colourSchemes =
  '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">' +
  '<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">'
