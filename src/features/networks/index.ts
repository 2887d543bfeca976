import type { Feature } from '../../platform/http/application.ts'
import { addNetworksApi } from './api.ts'
import { networksCommands } from './cli.ts'
import { networksMessages } from './messages/index.ts'

export { addNetwork, recordLandmark, recordMembership } from './commands.ts'
export { type NetworkCall, readNetworkCall } from './network-call.ts'
export { drawNetworkPage } from './draw-network-page.tsx'
export { type NetworkRequest, readNetworkRequest } from './network-page.ts'
export {
  findNetwork, type Landmark, listLandmarks, listMemberships, listNetworks, listNetworksOf, lookUpNetwork, type Membership, type Network,
} from './queries.ts'
export { networkPlace, seenOn } from './schema.ts'

/** Country groups: their countries, languages, chairs and their succession, secretariats, landmarks. */
export const networks: Feature = { name: 'networks', messages: networksMessages, api: addNetworksApi, commands: networksCommands }
