import { type InterfaceLanguage, isInterfaceLanguage } from '../../../platform/i18n/languages.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { placeholders } from '../../../platform/letters/drawing/draw-letter.ts'

export const widths = ['desktop', 'phone', 'text'] as const
export const schemes = ['light', 'dark'] as const

/** How a letter is looked at before it leaves. */
export interface PreviewChoice {
  in: InterfaceLanguage
  width: (typeof widths)[number]
  scheme: (typeof schemes)[number]
}

/** A mail as it looks on a screen of this scheme, whatever the screen is that shows it here: a frame does not hand one down everywhere. */
export function inScheme(html: string, scheme: PreviewChoice['scheme']): string {
  return html.replaceAll(
    /@media\s*\(prefers-color-scheme:\s*dark\)/g,
    scheme === 'dark' ? '@media all' : '@media not all',
  )
}

/** A mail that is nobody’s, as a trial is: the links of its reader lead to the form for anybody. */
export function withoutReader(part: string, address: string): string {
  return Object.values(placeholders).reduce(
    (told, placeholder) => told.replaceAll(placeholder, address),
    part,
  )
}

/** What the address asks for; the reader’s own language on a wide, light screen when it says nothing that we know. */
export function readPreviewChoice(query: unknown, usual: InterfaceLanguage): PreviewChoice {
  const language = parameterOf(query, 'in') ?? ''
  const width = parameterOf(query, 'width')
  const scheme = parameterOf(query, 'scheme')
  return {
    in: isInterfaceLanguage(language) ? language : usual,
    width: widths.find((each) => each === width) ?? 'desktop',
    scheme: schemes.find((each) => each === scheme) ?? 'light',
  }
}
