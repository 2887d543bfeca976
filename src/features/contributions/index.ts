export { contributions } from './feature.ts'
export { listDeciders } from './recipients/queries.ts'
