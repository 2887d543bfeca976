import type { Feature } from '../../platform/http/application.ts'
import { addNetworksApi } from './api.ts'
import { networksCommands } from './cli.ts'
import { networksMessages } from './messages/index.ts'

export { readNetworkCall } from './call.ts'
export { addNetwork, recordLandmark, recordMembership } from './commands.ts'
export { drawNetworkPage, keptByNetwork, readNetworkRequest } from './page.tsx'
export {
  type Landmark,
  listLandmarks,
  listMemberships,
  listNetworks,
  listNetworksOf,
  lookUpNetwork,
  type Membership,
  type Network,
} from './queries.ts'
export { networkPlace, seenOn } from './schema.ts'

/** Country groups: their countries, languages, chairs and their succession, secretariats, landmarks. */
export const networks: Feature = {
  name: 'networks',
  messages: networksMessages,
  api: addNetworksApi,
  commands: networksCommands,
}
