import type { Translate } from '../i18n/translate.ts'
import type { TextRemark } from './text-document.ts'
import type { TextUnreadable } from './text-unreadable.ts'

/** Why a file cannot be read and what to do about it, for the person who gave it. */
export function troubleWords(t: Translate, { code, detail }: TextUnreadable): string {
  switch (code) {
    case 'tooLarge':
      return t('platform.reading.trouble.tooLarge', { megabytes: detail })
    case 'tooManyPages':
      return t('platform.reading.trouble.tooManyPages', { pages: detail })
    case 'tooManyParts':
      return t('platform.reading.trouble.tooManyParts', { parts: detail })
    case 'tooSlow':
      return t('platform.reading.trouble.tooSlow', { seconds: detail })
    case 'needsProgram':
      return t('platform.reading.trouble.needsProgram', { packages: detail })
    case 'noText':
      return detail === ''
        ? t('platform.reading.trouble.noText')
        : t('platform.reading.trouble.noTextProgram', { packages: detail })
    default:
      return t(`platform.reading.trouble.${code}`)
  }
}

/** What the user of a text that was read should know of it. */
export function remarkWords(t: Translate, { code, detail }: TextRemark): string {
  switch (code) {
    case 'macrosIgnored':
      return t('platform.reading.remark.macrosIgnored')
    case 'encodingGuessed':
      return t('platform.reading.remark.encodingGuessed', { encoding: detail })
    case 'attachmentUnread':
      return t('platform.reading.remark.attachmentUnread', { name: detail })
    default:
      return t(`platform.reading.remark.${code}`, { count: Number(detail) })
  }
}
