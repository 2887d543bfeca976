import type { Feature } from '../../platform/http/application.ts'
import { outboxCommands } from './cli.ts'
import { outboxMessages } from './messages/index.ts'
import { addOutboxRoutes } from './routes.tsx'

/** The mails that were written for a group: what left, what waits, what failed. */
export const outbox: Feature = {
  name: 'outbox',
  messages: outboxMessages,
  routes: addOutboxRoutes,
  commands: outboxCommands,
  mails: { 'outbox.test': 'outbox.kind.test' },
}
