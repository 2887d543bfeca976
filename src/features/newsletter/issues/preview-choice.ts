import { type InterfaceLanguage, isInterfaceLanguage } from '../../../platform/i18n/languages.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { placeholders } from '../../../platform/letters/letter-words.ts'

export const widths = ['desktop', 'phone', 'text'] as const
export const schemes = ['light', 'dark'] as const

/** How the preview of a letter is shown. */
export interface PreviewChoice {
  in: InterfaceLanguage
  width: (typeof widths)[number]
  scheme: (typeof schemes)[number]
}

/** A mail as a screen of this scheme shows it. The scheme is fixed in the HTML, since frames do not inherit it everywhere. */
export function inScheme(html: string, scheme: PreviewChoice['scheme']): string {
  return html.replaceAll(
    /@media\s*\(prefers-color-scheme:\s*dark\)/g,
    scheme === 'dark' ? '@media all' : '@media not all',
  )
}

/** A mail without a reader, as in a trial: the reader’s links lead to the public form. */
export function withoutReader(part: string, address: string): string {
  return Object.values(placeholders).reduce(
    (told, placeholder) => told.replaceAll(placeholder, address),
    part,
  )
}

/** The choice in the address; by default the reader’s language on a wide, light screen. */
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
