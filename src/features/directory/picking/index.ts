export { listOrganisationRefs } from './queries.ts'
export { OrganisationChoice, valuesOfChoice } from './views/organisation-choice.tsx'
