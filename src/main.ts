import { readEnvironment } from './platform/settings/environment.ts'
import { serve } from './serve.ts'

await serve(readEnvironment())
