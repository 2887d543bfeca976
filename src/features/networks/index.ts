export { readNetworkCall } from './call.ts'
export { recordChair } from './chairs.commands.ts'
export { chooseNetwork } from './cli.ts'
export {
  addNetwork,
  choosePublication,
  describeNetwork,
  type NetworkDescription,
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
export { changePeriod, holdMembers, recordMembership, removeMembership } from './members.commands.ts'
export { networkTexts } from './network-texts.commands.ts'
export { isCountry, isLanguageTag, isReserved, isSlug, namesFor, readCodes } from './new-network.ts'
export { daysOf, isHeldOn, overlap, type Period } from './period.ts'
export { mayChoosePublication, mayKeepMembers, mayTranslate } from './policy.ts'
export { publications } from './publication.ts'
export {
  findMembersVersion,
  findNetwork,
  type Landmark,
  listLandmarks,
  listMemberships,
  listNetworks,
  listNetworksOf,
  lookUpNetwork,
  type Membership,
  type Network,
  selectHeld,
} from './queries.ts'
export { networkPlace, seenOn } from './schema.ts'
export { listNetworkPages } from './sitemap.queries.ts'
export { themeGroups } from './themes/theme-groups.ts'
export { type Theme, themes } from './themes/themes.ts'
