import type { FastifyInstance } from 'fastify'
import type { Application } from '../../platform/http/application.ts'
import { addAcceptanceRoutes } from './acceptances/pages.tsx'
import { addAccountRoutes } from './account/pages.tsx'
import { addAddressRoutes } from './addresses/pages.tsx'
import { addRestorationRoutes } from './addresses/restoration/pages.tsx'
import { addNetworkPeopleRoutes } from './network-people/pages.tsx'
import { addOperatorRoutes } from './operator/pages.tsx'
import { addPasskeyRoutes } from './passkeys/pages.tsx'
import { addProviderRoutes } from './providers/pages.tsx'
import { addSessionRoutes } from './sessions/pages.tsx'
import { addSignInRoutes } from './sign-in/pages.tsx'
import { addTokenRoutes } from './tokens/pages.tsx'

export function addPeopleRoutes(app: FastifyInstance, application: Application): void {
  addSignInRoutes(app, application)
  addSessionRoutes(app, application)
  addAcceptanceRoutes(app, application)
  addNetworkPeopleRoutes(app, application)
  addOperatorRoutes(app, application)
  addAccountRoutes(app, application)
  addAddressRoutes(app, application)
  addRestorationRoutes(app, application)
  addPasskeyRoutes(app, application)
  addTokenRoutes(app, application)
  addProviderRoutes(app, application)
}
