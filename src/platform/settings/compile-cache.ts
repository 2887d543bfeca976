import { enableCompileCache } from 'node:module'
import { projectPath } from './project-path.ts'

/**
 * What the first start has compiled, the next ones find; it must be said before anything large is imported. Kept beside the packages, or
 * where systemd says: the folder for temporary files may belong to somebody else, or go with each stop.
 */
export function keepCompiled(environment: Record<string, string | undefined>): void {
  enableCompileCache(environment.CACHE_DIRECTORY || projectPath('node_modules', '.cache', 'entente'))
}
