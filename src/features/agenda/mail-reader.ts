import type { Context } from '../../platform/context/context.ts'
import type { Application } from '../../platform/http/application.ts'
import { isInterfaceLanguage } from '../../platform/i18n/languages.ts'
import type { Reader } from '../../platform/i18n/reader.ts'

/** Who reads a mail: its recipient, in their language where the interface speaks it, else in English. */
export function mailReader(
  application: Pick<Application, 'translate'>,
  { today }: Pick<Context, 'today'>,
  to: { language: string },
): Reader {
  const language = isInterfaceLanguage(to.language) ? to.language : 'en'
  return { language, interfaceLanguage: language, t: application.translate(language), today, now: null }
}
