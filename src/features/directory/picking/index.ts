export { addLinkAction, addNetworkAction, addNetworkForm, byLink, inNetwork } from './network-forms.pages.tsx'
export { OrganisationChoice, OrganisationList, valuesOfChoice } from './organisation-choice.tsx'
export { findIdsBySlug, findOwnZone, findSlugs, listOrganisationRefs } from './queries.ts'
