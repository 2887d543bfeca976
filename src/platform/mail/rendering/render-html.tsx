import { renderToString } from 'preact-render-to-string'
import { directionOf } from '../../i18n/languages.ts'
import type { MailBlock, MailText } from '../mail.ts'
import type { Letter } from './letter.ts'
import { darkStyle, looksFor } from './looks.ts'
import { type Passage, passageOf } from './passage.ts'

/** The text/html part: tables and inline styles, which Outlook, Gmail and Naver agree on; no image, nothing fetched. */
export function renderHtml(letter: Letter): string {
  const looks = looksFor(letter.language)
  const document = (
    <html lang={letter.language} dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        {/* Apple's programs make links of dates and numbers by themselves. */}
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no" />
        <title>{letter.subject}</title>
        <style dangerouslySetInnerHTML={{ __html: darkStyle }} />
      </head>
      <body class="page" style={looks.page}>
        <Layout class="paper" width="100%">
          <tr>
            <td align="center" style={looks.frame}>
              <Layout width="560" style={looks.sheet}>
                <tr>
                  <td align="left">
                    <Letterhead looks={looks} />
                  </td>
                </tr>
                {letter.body.map((block, index) => (
                  <tr key={index}>
                    <td class="ink" align="left" style={looks.block}>
                      <MailBlockPart block={block} letter={letter} looks={looks} />
                    </td>
                  </tr>
                ))}
                <tr>
                  <td style="padding:32px 0 0;">
                    <Layout width="100%">
                      <tr>
                        <td class="muted line" align="left" style={looks.foot}>
                          {letter.words.origin}
                        </td>
                      </tr>
                    </Layout>
                  </td>
                </tr>
              </Layout>
            </td>
          </tr>
        </Layout>
      </body>
    </html>
  )
  return `<!doctype html>${renderToString(document)}`
}

type Looks = ReturnType<typeof looksFor>

// The name joined to a line, as two parties are on every page.
function Letterhead({ looks }: { looks: Looks }) {
  return (
    <Layout width="100%">
      <tr>
        <td class="ink" style={looks.mark} lang="fr">
          Entente
        </td>
        <td width="100%" valign="middle">
          <Layout width="100%">
            <tr>
              <td class="tie" style={looks.tie} height="2">
                &nbsp;
              </td>
            </tr>
          </Layout>
        </td>
      </tr>
    </Layout>
  )
}

interface LayoutProps {
  class?: string
  width: string
  style?: string
  children: preact.ComponentChildren
}

/** A table that only lays out: screen readers read through it. */
function Layout({ children, ...attributes }: LayoutProps) {
  return (
    <table role="presentation" cellPadding="0" cellSpacing="0" {...attributes}>
      <tbody>{children}</tbody>
    </table>
  )
}

interface BlockProps<Block extends MailBlock = MailBlock> {
  block: Block
  letter: Letter
  looks: ReturnType<typeof looksFor>
}

function MailBlockPart({ block, letter, looks }: BlockProps) {
  const say = (text: MailText) => passageOf(text, letter.language)
  switch (block.kind) {
    case 'paragraph':
      return <Lines tag="p" class="ink" style={looks.paragraph} passage={say(block.text)} />
    case 'heading':
      return <Lines tag="h1" class="ink" style={looks.heading} passage={say(block.text)} />
    case 'smallPrint':
      return <Lines tag="p" class="muted" style={looks.small} passage={say(block.text)} />
    case 'quotation': {
      const passage = say({ text: block.text, language: block.language })
      return <Lines tag="blockquote" class="ink line" style={looks.quotation} passage={passage} />
    }
    case 'list':
      return (
        <ul class="ink" style={looks.list}>
          {block.items.map((item, index) => (
            <Lines key={index} tag="li" style={looks.item} passage={say(item)} />
          ))}
        </ul>
      )
    case 'facts':
      return <Facts block={block} letter={letter} looks={looks} />
    case 'action':
      return <Action block={block} letter={letter} looks={looks} />
  }
}

function Facts({ block, letter, looks }: BlockProps<Extract<MailBlock, { kind: 'facts' }>>) {
  return (
    <table width="100%" cellPadding="0" cellSpacing="0">
      <tbody>
        {block.facts.map(({ label, value }, index) => (
          <tr key={index}>
            <th class="muted line" scope="row" style={looks.label}>
              {passageOf(label, letter.language).text}
            </th>
            <Lines
              tag="td"
              class="ink line"
              style={looks.value}
              passage={passageOf(value, letter.language)}
            />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

// The address is shown beneath the button too: some programs show it without its link, and people like to see where it leads.
function Action({ block, letter, looks }: BlockProps<Extract<MailBlock, { kind: 'action' }>>) {
  return (
    <>
      <table role="presentation" cellPadding="0" cellSpacing="0">
        <tbody>
          <tr>
            <td class="button" style={looks.button}>
              <a href={block.address} style={looks.buttonText}>
                {passageOf(block.label, letter.language).text}
              </a>
            </td>
          </tr>
        </tbody>
      </table>
      <p class="muted" style={looks.hint}>
        {letter.words.actionHint}
        <br />
        <a class="link" href={block.address} style={looks.address}>
          {block.address}
        </a>
      </p>
    </>
  )
}

interface LinesProps {
  tag: 'p' | 'h1' | 'li' | 'td' | 'blockquote'
  class?: string
  style: string
  passage: Passage
}

function Lines({ tag: Tag, passage, ...attributes }: LinesProps) {
  const { text, language } = passage
  const spoken = language === null ? {} : { lang: language, dir: directionOf(language) }
  return (
    <Tag {...attributes} {...spoken}>
      {text.split('\n').map((line, index) => (
        <>
          {index > 0 ? <br /> : null}
          {line}
        </>
      ))}
    </Tag>
  )
}
