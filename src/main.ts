import { enableCompileCache } from 'node:module'
import { readEnvironment } from './platform/settings/environment.ts'
import { projectPath } from './platform/settings/project-path.ts'

const environment = readEnvironment()
// What the first start has compiled, the next ones find; it must be said before anything large is imported. Kept beside the
// packages, or where systemd says: the folder for temporary files may belong to somebody else, or go with each stop.
enableCompileCache(environment.CACHE_DIRECTORY || projectPath('node_modules', '.cache', 'entente'))
const { serve } = await import('./serve.ts')

await serve(environment)
