export { findOwnZone, listOrganisationRefs } from './queries.ts'
export { findIdsBySlug, findSlugs } from './slugs/queries.ts'
export { OrganisationChoice, valuesOfChoice } from './views/organisation-choice.tsx'
export { OrganisationList } from './views/organisation-list.tsx'
