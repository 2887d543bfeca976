export { contributions } from './feature.ts'
export { listDeciders } from './recipients/queries.ts'
export { keepingVersions } from './versions/keeping/commands.ts'
