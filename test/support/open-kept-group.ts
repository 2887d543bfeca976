import { type BuiltNetwork, buildNetwork } from './build-network.ts'
import { openTestApp, type TestApp } from './open-test-app.ts'
import { type SignedIn, signIn } from './sign-in.ts'

export interface KeptGroup {
  testApp: TestApp
  network: BuiltNetwork
  keeper: SignedIn
}

/** The application with a group and a coordinator of its meetings; one for each test file, closed as `openTestApp` says. */
export async function openKeptGroup(settings: Record<string, string> = {}): Promise<KeptGroup> {
  const testApp = await openTestApp({ settings })
  const network = await buildNetwork(testApp.context)
  const keeper = await signIn(testApp, { role: 'coordinator', networkId: network.id })
  return { testApp, network, keeper }
}
