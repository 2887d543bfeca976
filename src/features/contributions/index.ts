export { contributions } from './feature.ts'
export { listDeciders } from './recipients/queries.ts'
export { addLink, EditLink, RecordFoot } from './views/record-links.tsx'
