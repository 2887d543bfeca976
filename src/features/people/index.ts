export { people } from './feature.ts'
export { addPerson } from './persons/commands.ts'
export { giveRole } from './roles/commands.ts'
