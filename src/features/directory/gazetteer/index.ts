export { expandAbbreviations } from './abbreviations.ts'
export {
  type Candidate,
  type FoundBy,
  listCandidatesByCode,
  listCandidatesById,
  listCandidatesByName,
  listCandidatesBySlug,
} from './candidates/queries.ts'
export { divisionsNamed } from './divisions.ts'
export { namesSought } from './names-sought.ts'
export { listMatches } from './queries.ts'
export { listReferences } from './references.ts'
export { worldPlacesNamed } from './world-places.ts'
