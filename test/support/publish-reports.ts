import { findNetwork } from '../../src/features/networks/index.ts'
import { completeReports } from '../../src/features/reports/index.ts'
import { runJob } from './import-text.ts'
import type { TestApp } from './open-test-app.ts'

/** Publishes the two reports of the demonstration, the second on 2 December 2026, with their files; `before` runs before these are drawn. */
export async function publishReports(testApp: TestApp, before = async () => {}): Promise<void> {
  const { context, application } = testApp
  const network = await findNetwork(context, 'france-coree')
  await completeReports(context, application, network, '2026-12-02')
  await before()
  await runJob(testApp, 'reports.draw')
}
