import { enableCompileCache } from 'node:module'

// What the first start has compiled, the next ones find; it must be said before anything else is imported.
enableCompileCache()
const { readEnvironment } = await import('./platform/settings/environment.ts')
const { serve } = await import('./serve.ts')

await serve(readEnvironment())
