import type { Feature } from '../../platform/http/feature.ts'
import { addDirectoryApi } from './api.ts'
import { directoryCommands } from './cli.ts'
import { directoryMessages } from './messages/index.ts'
import { organisationTexts } from './organisation-texts.commands.ts'
import { addDirectoryRoutes, listDirectoryPages } from './pages.tsx'
import { eraseFromOrganisations } from './personal-data.commands.ts'

/** Authorities and other organisations of the world: names, codes, succession, and the gazetteer that finds them. */
export const directory: Feature = {
  name: 'directory',
  messages: directoryMessages,
  routes: addDirectoryRoutes,
  api: addDirectoryApi,
  sitemap: listDirectoryPages,
  commands: directoryCommands,
  texts: [organisationTexts],
  personalData: { collect: async () => [], erase: eraseFromOrganisations },
}
