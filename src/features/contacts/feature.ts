import type { Feature } from '../../platform/http/feature.ts'
import { contactsJobs } from './jobs.ts'
import { contactsMessages } from './messages/index.ts'
import { organisationLink } from './organisation-link.ts'
import { addContactsRoutes } from './pages.tsx'
import { eraseContacts } from './personal-data.commands.ts'
import { listContactData } from './personal-data.queries.ts'
import { mayReadPosts } from './policy.ts'
import { contactsToDo } from './to-do.queries.ts'

/** Whom to call: posts of organisations with their holders, the ground on which their data are kept, and until when. */
export const contacts: Feature = {
  name: 'contacts',
  messages: contactsMessages,
  routes: addContactsRoutes,
  jobs: contactsJobs,
  navigation: [{ path: '/contacts', label: 'contacts.page.title', door: 'group', isFor: mayReadPosts }],
  recordLink: organisationLink,
  toDo: contactsToDo,
  mails: {
    'contacts.asking': 'contacts.mail.asking',
    'contacts.consent': 'contacts.mail.consent',
    'contacts.reminder': 'contacts.mail.reminder',
    'contacts.retention': 'contacts.mail.retention',
  },
  personalData: { collect: listContactData, erase: eraseContacts },
}
