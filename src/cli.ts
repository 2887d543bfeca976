import { keepCompiled } from './platform/settings/compile-cache.ts'
import { readEnvironment } from './platform/settings/environment.ts'

keepCompiled(readEnvironment())
await import('./command-line.ts')
