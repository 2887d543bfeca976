import type { Feature } from '../../platform/http/application.ts'
import { addDirectoryApi } from './api.ts'
import { directoryCommands } from './cli.ts'
import { directoryMessages } from './messages/index.ts'
import { addDirectoryRoutes, listDirectoryPages } from './routes.tsx'

export { addOrganisation } from './commands.ts'
export { countryName } from './country-name.ts'
export { listMatches } from './gazetteer/queries.ts'
export { kindName, kindsOf } from './kind-name.ts'
export { refreshDirectory } from './load-directory.ts'
export { isAuthorityKind, type OrganisationRef, shortNames } from './organisation.ts'
export { organisationAnswer } from './organisation-answer.ts'
export { directoryAddress, organisationAddress } from './paths.ts'
export { findOrganisation, listDatasets, listOrganisations, listOrganisationsBySlug, listRelatives, type OrganisationRecord } from './queries.ts'
export { organisationSchema } from './schema.ts'

/** Authorities and other organisations of the world: names, codes, succession, and the gazetteer that finds them. */
export const directory: Feature = {
  name: 'directory', messages: directoryMessages, routes: addDirectoryRoutes, api: addDirectoryApi,
  sitemap: listDirectoryPages, commands: directoryCommands,
}
