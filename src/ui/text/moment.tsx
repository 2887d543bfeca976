import { dateFormatter, withFirst } from '../../platform/i18n/formatters.ts'
import type { InterfaceLanguage } from '../../platform/i18n/languages.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { useReader } from '../reader.tsx'

// A moment is shown on the clock of the language’s country; English serves everyone else, in universal time.
const zones: Readonly<Record<InterfaceLanguage, string>> = { fr: 'Europe/Paris', ko: 'Asia/Seoul', en: 'UTC' }

/** An instant in words: day, hour and the clock’s place. */
export function momentWords({ interfaceLanguage, t }: Reader, at: Date): string {
  const format = dateFormatter(interfaceLanguage, {
    timeZone: zones[interfaceLanguage],
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
  })
  return t('ui.moment.onClock', { moment: withFirst(interfaceLanguage, format.format(at)) })
}

/** The time of an event on the site, for people and for machines. */
export function Moment({ at }: { at: Date }) {
  const reader = useReader()
  return <time datetime={at.toISOString()}>{momentWords(reader, at)}</time>
}
