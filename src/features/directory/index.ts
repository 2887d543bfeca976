import type { Feature } from '../../platform/http/application.ts'
import { addDirectoryApi } from './api.ts'
import { directoryCommands } from './cli.ts'
import { directoryMessages } from './messages/index.ts'

export { addOrganisation } from './commands.ts'
export { countryName } from './country-name.ts'
export { listMatches } from './gazetteer/queries.ts'
export { kindName } from './kind-name.ts'
export { refreshDirectory } from './load-directory.ts'
export { isAuthorityKind, type OrganisationRef, shortNames } from './organisation.ts'
export { findOrganisation, listDatasets, listOrganisations, listOrganisationsBySlug, listRelatives, type OrganisationRecord } from './queries.ts'

/** Authorities and other organisations of the world: names, codes, succession, and the gazetteer that finds them. */
export const directory: Feature = { name: 'directory', messages: directoryMessages, api: addDirectoryApi, commands: directoryCommands }
