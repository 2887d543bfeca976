export { addLinkAction, addNetworkAction, addNetworkForm, byLink, inNetwork } from './network-forms.pages.tsx'
export { OrganisationChoice, OrganisationList, valuesOfChoice } from './organisation-choice.tsx'
export { ownChoice } from './own-choice.tsx'
export { findIdsBySlug, findNames, findOwnZone, findSlugs, listOrganisationRefs } from './queries.ts'
