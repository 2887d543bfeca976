import { recordActivity } from '../../platform/activity/activity.ts'
import type { Feature } from '../../platform/http/feature.ts'
import { addAnswerRoutes } from './answers.pages.tsx'
import { outboxCommands } from './cli.ts'
import { outboxMessages } from './messages/index.ts'
import { addOutboxRoutes } from './pages.tsx'
import { mayReadOutbox } from './policy.ts'
import { addReturnRoutes } from './returns.pages.tsx'
import { outboxToDo } from './to-do.queries.ts'

/** The mails that were written for a group: sent, waiting, failed. */
export const outbox: Feature = {
  name: 'outbox',
  messages: outboxMessages,
  routes: (app, application) => {
    addOutboxRoutes(app, application)
    addReturnRoutes(app, application)
    addAnswerRoutes(app, application)
  },
  commands: outboxCommands,
  navigation: [{ path: '/outbox', label: 'outbox.list.nav', door: 'group', isFor: mayReadOutbox }],
  firstSteps: [
    {
      place: 6,
      label: 'outbox.start.server',
      action: 'outbox.start.see',
      path: '/outbox',
      isFor: mayReadOutbox,
      isDone: (_, settings) => settings.smtpUrl !== null,
    },
  ],
  toDo: outboxToDo,
  hearReturn: async (context, { id, networkId, readerId }) => {
    if (networkId !== null && readerId === null)
      await recordActivity(context, { networkId, verb: 'returned', subjectKind: 'mail', subjectId: id })
  },
  mails: { 'outbox.test': 'outbox.kind.test' },
}
