export { newsletter } from './feature.ts'
export { countSendings } from './sending/queries.ts'
