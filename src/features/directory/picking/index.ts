export { addLinkAction, addNetworkAction, addNetworkForm, byLink, inNetwork } from './frame.tsx'
export { OrganisationChoice, valuesOfChoice } from './organisation-choice.tsx'
export { OrganisationList } from './organisation-list.tsx'
export { findIdsBySlug, findOwnZone, findSlugs, listOrganisationRefs } from './queries.ts'
