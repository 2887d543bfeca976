import type { FastifyInstance } from 'fastify'
import type { Application } from '../../platform/http/application.ts'
import { addAcceptanceRoutes } from './acceptances/routes.tsx'
import { addAccountRoutes } from './account/routes.tsx'
import { addRestorationRoutes } from './addresses/restoration/routes.tsx'
import { addAddressRoutes } from './addresses/routes.tsx'
import { addNetworkPeopleRoutes } from './network-people/routes.tsx'
import { addOperatorRoutes } from './operator/routes.tsx'
import { addPasskeyRoutes } from './passkeys/routes.tsx'
import { addProviderRoutes } from './providers/routes.tsx'
import { addSessionRoutes } from './sessions/routes.tsx'
import { addSignInRoutes } from './sign-in/routes.tsx'
import { addTokenRoutes } from './tokens/routes.tsx'

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
