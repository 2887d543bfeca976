import type { Feature } from '../../platform/http/application.ts'
import { newsletterMessages } from './messages/index.ts'

/** The letter of a network: what it tells, to whom, and how it gets there. */
export const newsletter: Feature = {
  name: 'newsletter',
  messages: newsletterMessages,
}
