import { enableCompileCache } from 'node:module'
import { projectPath } from './project-path.ts'

/**
 * Keeps what the first start has compiled for the next ones; must be called before anything large is imported. Kept beside the packages, or
 * where systemd says: the folder for temporary files may belong to another user, or go with each stop.
 */
export function keepCompiled(environment: Record<string, string | undefined>): void {
  enableCompileCache(environment.CACHE_DIRECTORY || projectPath('node_modules', '.cache', 'entente'))
}
