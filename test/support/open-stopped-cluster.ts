import { onTestFinished } from 'vitest'
import { type StoppedCluster, startStoppedCluster } from '../../tools/test/cluster.ts'

/** A PostgreSQL server of one test’s own, which it stops in the middle of its work and starts again. */
export async function openStoppedCluster(): Promise<StoppedCluster> {
  const cluster = await startStoppedCluster()
  onTestFinished(cluster.stop)
  return cluster
}
