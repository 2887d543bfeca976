import type { Feature } from '../../platform/http/feature.ts'
import { addNetworksApi } from './api.ts'
import { networksCommands } from './cli.ts'
import { networksMessages } from './messages/index.ts'
import { networkTexts } from './network-texts.commands.ts'
import { eraseFromNetworks } from './personal-data.commands.ts'

/** Country groups: their countries, languages, chairs and their succession, secretariats, landmarks. */
export const networks: Feature = {
  name: 'networks',
  messages: networksMessages,
  api: addNetworksApi,
  commands: networksCommands,
  texts: [networkTexts],
  personalData: { collect: async () => [], erase: eraseFromNetworks },
}
