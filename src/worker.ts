import { keepCompiled } from './platform/settings/compile-cache.ts'
import { readEnvironment } from './platform/settings/environment.ts'

const environment = readEnvironment()
keepCompiled(environment)
const { serve } = await import('./serve.ts')

await serve({ ...environment, ROLE: 'worker' })
