export { contributions } from './feature.ts'
export { listDeciders } from './recipients/queries.ts'
export { keepingVersions } from './versions/keeping/commands.ts'
export { addLink, EditLink, RecordFoot } from './views/record-links.tsx'
