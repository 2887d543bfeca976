export { addLinkAction, addNetworkAction, addNetworkForm, byLink, inNetwork } from './frame.tsx'
export { OrganisationChoice, OrganisationList, valuesOfChoice } from './organisation-choice.tsx'
export { findIdsBySlug, findOwnZone, findSlugs, listOrganisationRefs } from './queries.ts'
