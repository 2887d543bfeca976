import type { TestApp } from './open-test-app.ts'
import { type SignedIn, signIn } from './sign-in.ts'

export interface ProposalQueue {
  coordinator: SignedIn
  path: string
  /** The page of what waits, is held or was decided. */
  read(view?: string): Promise<string>
  /** The address of the page of a proposal; empty where the list has none of that title. */
  placeOf(title: string, view?: string): Promise<string>
}

/** What a coordinator of the demonstration has to decide on. */
export async function openProposalQueue(testApp: TestApp): Promise<ProposalQueue> {
  const { network_id: networkId } = await testApp.context.database
    .selectFrom('networks_network')
    .select('network_id')
    .executeTakeFirstOrThrow()
  const coordinator = await signIn(testApp, { role: 'coordinator', networkId })
  const path = '/fr/france-coree/agenda/proposals'
  const read = async (view = 'waiting') => (await coordinator.get(`${path}?view=${view}`)).body
  return {
    coordinator,
    path,
    read,
    placeOf: async (title, view) =>
      new RegExp(`href="([^"]*)"[^>]*>${title}`).exec(await read(view))?.[1] ?? '',
  }
}
