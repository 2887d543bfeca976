import type { Feature } from '../../platform/http/application.ts'
import { translationsMessages } from './messages/index.ts'

/** The texts of a network in its languages: which can be relied on, which wait, and who translates them. */
export const translations: Feature = {
  name: 'translations',
  messages: translationsMessages,
}
