import type { Context } from '../../../platform/context/context.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { Application } from '../../../platform/http/application.ts'
import { addNetwork, namesFor } from '../../networks/index.ts'
import { inviteToNetwork } from '../invitations/commands.ts'

export interface NetworkWithCoordinator {
  slug: string
  networkName: string | null
  countries: string[]
  languages: string[]
  /** The first coordinator, who is invited. */
  address: string
  name: string
  language: string
}

/** Makes a network and invites its first coordinator. Returns its id. Refuses a slug that is taken. */
export async function addNetworkWithCoordinator(
  context: Context,
  application: Pick<Application, 'settings' | 'translate'>,
  { slug, networkName, countries, languages, ...coordinator }: NetworkWithCoordinator,
): Promise<string> {
  return inTransaction(context, async (inside) => {
    const name = namesFor(networkName, countries, languages)
    const networkId = await addNetwork(inside, { slug, name, countries, languages })
    await inviteToNetwork(inside, application, networkId, {
      ...coordinator,
      role: 'coordinator',
      organisationIds: [],
      words: null,
    })
    return networkId
  })
}
