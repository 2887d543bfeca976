import { dateFormatter, withFirst } from '../../platform/i18n/formatters.ts'
import type { InterfaceLanguage } from '../../platform/i18n/languages.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { useReader } from '../reader.tsx'

// A moment is read on the clock of those who read the language; English serves everybody else, in universal time.
const zones: Readonly<Record<InterfaceLanguage, string>> = { fr: 'Europe/Paris', ko: 'Asia/Seoul', en: 'UTC' }

/** An instant as words: day, hour and whose clock it is. */
export function momentWords({ interfaceLanguage, t }: Reader, at: Date): string {
  const format = dateFormatter(interfaceLanguage, {
    timeZone: zones[interfaceLanguage],
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
  })
  return t('ui.moment.onClock', { moment: withFirst(interfaceLanguage, format.format(at)) })
}

/** When something happened here, for people and for machines. */
export function Moment({ at }: { at: Date }) {
  const reader = useReader()
  return <time datetime={at.toISOString()}>{momentWords(reader, at)}</time>
}
