export { readNetworkCall } from './call.ts'
export { recordChair } from './chairs/commands.ts'
export { addNetwork, recordLandmark, recordMembership } from './commands.ts'
export { networks } from './feature.ts'
export { isCountry, isLanguageTag, isReserved, isSlug, namesFor, readCodes } from './new-network.ts'
export {
  drawErasureQuestion,
  drawNetworkPage,
  drawSecretPage,
  goOn,
  keptByNetwork,
  type NetworkRequest,
  readNetworkRequest,
  readWritingRequest,
  type WritingRequest,
} from './page.tsx'
export { mayChoosePublication, mayTranslate } from './policy.ts'
export { choosePublication } from './publication/commands.ts'
export { publications } from './publication/publication.ts'
export {
  findNetwork,
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
export { themeGroups } from './themes/theme-groups.ts'
export { type Theme, themes } from './themes/themes.ts'
