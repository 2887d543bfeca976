import { enableCompileCache, getCompileCacheDir } from 'node:module'
import { projectPath } from './project-path.ts'

const usualFolder = () => projectPath('node_modules', '.cache', 'entente')

/**
 * Keeps what the first start has compiled for the next ones; must be called before anything large is imported. Kept beside the packages, or
 * where systemd says: the folder for temporary files may belong to another user, or go with each stop.
 */
export function keepCompiled(environment: Record<string, string | undefined>): void {
  enableCompileCache(environment.CACHE_DIRECTORY || usualFolder())
}

/** All that a process or thread of a worker gets as its environment, none of this server's settings: what one compiles, the next one finds. */
export function workerEnvironment(): { NODE_COMPILE_CACHE: string } {
  return { NODE_COMPILE_CACHE: getCompileCacheDir() ?? usualFolder() }
}
