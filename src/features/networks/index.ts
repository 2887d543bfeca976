export { addNetwork, recordLandmark, recordMembership } from './commands.ts'
export { type NetworkRequest, readNetworkRequest } from './network-page.ts'
export {
  findNetwork, type Landmark, listLandmarks, listMemberships, listNetworks, listNetworksOf, lookUpNetwork, type Membership, type Network,
} from './queries.ts'
