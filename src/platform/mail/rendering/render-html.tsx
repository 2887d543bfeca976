import { renderToString } from 'preact-render-to-string'
import { MailBlockPart } from './block-part.tsx'
import type { Letter } from './letter.ts'
import { darkStyle, looksFor } from './looks.ts'

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
