import { sql } from 'kysely'
import type { Feature } from '../../platform/http/feature.ts'
import { peopleCommands } from './cli.ts'
import { peopleJobs } from './jobs.ts'
import { peopleMessages } from './messages/index.ts'
import { addPeopleRoutes } from './pages.tsx'
import { eraseAccount } from './personal-data.commands.ts'
import { listAccountData, listHindrances } from './personal-data.queries.ts'
import { mayCoordinate, mayReadPeople } from './policy.ts'
import { identifyBySession } from './sessions/request.ts'
import { identifyByToken } from './tokens/request.ts'

/** Who signs in and how, roles in networks, invitations. */
export const people: Feature = {
  name: 'people',
  messages: peopleMessages,
  identify: identifyBySession,
  identifyProgram: identifyByToken,
  routes: addPeopleRoutes,
  navigation: [{ path: '/people', label: 'people.page.title', door: 'group', isFor: mayReadPeople }],
  firstSteps: [
    {
      place: 3,
      label: 'people.start.people',
      action: 'people.start.invite',
      path: '/people#invite',
      isFor: mayCoordinate,
      isDone: (networkId) =>
        sql<boolean>`(select count(*) > 1 from people_role r where r.network_id = ${networkId})`,
    },
  ],
  jobs: peopleJobs,
  commands: peopleCommands,
  mails: {
    'sign-in': 'people.mailKind.signIn',
    invitation: 'people.mailKind.invitation',
    'address-confirmation': 'people.mailKind.addressConfirmation',
    'address-changed': 'people.mailKind.addressChanged',
    'address-restored': 'people.mailKind.addressRestored',
    'passkey-added': 'people.mailKind.passkeyAdded',
    'token-made': 'people.mailKind.tokenMade',
  },
  personalData: { collect: listAccountData, erase: eraseAccount, hinder: listHindrances },
}
