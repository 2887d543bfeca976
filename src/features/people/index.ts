export { people } from './feature.ts'
export { addPerson } from './persons/commands.ts'
export { findPerson, lookUpPersonByAddress } from './persons/queries.ts'
export { giveRole } from './roles/commands.ts'
