export { readNetworkCall } from './call.ts'
export { chooseNetwork } from './cli.ts'
export {
  addNetwork,
  choosePublication,
  describedFields,
  describeNetwork,
  type NetworkDescription,
  publications,
  recordLandmark,
} from './commands.ts'
export { networks } from './feature.ts'
export { cachedByNetwork, loadNetworkRequest, type NetworkRequest, renderNetworkPage } from './frame.tsx'
export {
  addErasure,
  type LinkRequest,
  loadLinkRequest,
  redirectAfterPost,
  renderEnded,
  renderSecretPage,
} from './link-page.tsx'
export {
  changePeriod,
  daysOf,
  holdMembers,
  isHeldOn,
  overlap,
  type Period,
  recordChair,
  recordMembership,
  removeMembership,
} from './members.commands.ts'
export { networkTexts } from './network-texts.commands.ts'
export { isCountry, isLanguageTag, isReserved, isSlug, namesFor, readCodes } from './new-network.ts'
export { mayChoosePublication, mayDescribeNetwork, mayKeepMembers, mayTranslate } from './policy.ts'
export {
  findMembersVersion,
  findNetwork,
  type Landmark,
  listLandmarks,
  listMemberships,
  listNetworkPages,
  listNetworks,
  listNetworksOf,
  lookUpNetwork,
  type Membership,
  type Network,
  selectHeld,
} from './queries.ts'
export { networkPlace, seenOn } from './schema.ts'
export { themeGroups } from './themes/theme-groups.ts'
export { type Theme, themes } from './themes/themes.ts'
