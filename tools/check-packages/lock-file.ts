import { z } from 'zod'

const names = z.record(z.string(), z.string()).default({})
const locked = z.object({
  version: z.string().optional(),
  integrity: z.string().optional(),
  dev: z.boolean().optional(),
  devOptional: z.boolean().optional(),
  hasInstallScript: z.boolean().optional(),
  dependencies: names,
  optionalDependencies: names,
  peerDependencies: names,
  peerDependenciesMeta: z.record(z.string(), z.object({ optional: z.boolean().optional() })).default({}),
})
const lock = z.object({ packages: z.record(z.string(), locked) })

export type Locked = z.infer<typeof locked>

/** The packages of a lock file by their folders, without the project itself (''). */
export function readLock(text: string): Map<string, Locked> {
  const { packages } = lock.parse(JSON.parse(text))
  return new Map(Object.entries(packages).filter(([folder]) => folder !== ''))
}

/** The folders of what a server needs: `npm ci --omit=dev` installs those of them that fit its platform. */
export function listServing(packages: ReadonlyMap<string, Locked>): string[] {
  return [...packages].filter(([, { dev }]) => !dev).map(([folder]) => folder)
}

export const nameOf = (folder: string): string => folder.slice(folder.lastIndexOf('node_modules/') + 13)
