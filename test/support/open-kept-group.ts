import { type BuiltNetwork, buildNetwork } from './build-network.ts'
import { openTestApp, type TestApp } from './open-test-app.ts'
import { type SignedIn, signIn } from './sign-in.ts'

export interface KeptGroup {
  house: TestApp
  network: BuiltNetwork
  keeper: SignedIn
}

/** The application with a group and somebody who keeps its meetings; one a test file, closed as `openTestApp` says. */
export async function openKeptGroup(): Promise<KeptGroup> {
  const house = await openTestApp()
  const network = await buildNetwork(house.context)
  const keeper = await signIn(house, { role: 'coordinator', networkId: network.id })
  return { house, network, keeper }
}
