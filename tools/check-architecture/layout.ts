/** Features that compose the others: they may use any door, and nothing uses theirs. */
export const composingFeatures = ['newsletter', 'reports', 'imports']

/** Words that name no noun of the house. */
export const refusedWords = [
  'util',
  'utils',
  'helper',
  'helpers',
  'common',
  'types',
  'constants',
  'service',
  'services',
  'manager',
  'managers',
]

/** The files that a feature, or a noun inside one, may be made of, beside its subjects and its tests. */
export const featureFiles = [
  'README.md',
  'index.ts',
  'feature.ts',
  'pages.tsx',
  'frame.tsx',
  'request.ts',
  'call.ts',
  'api.ts',
  'paths.ts',
  'fields.ts',
  'schema.ts',
  'policy.ts',
  'queries.ts',
  'commands.ts',
  'mails.ts',
  'jobs.ts',
  'cli.ts',
]

/** What a file of a feature does with the database: `queries.ts` and `entries.queries.ts` read it, `commands.ts` and `retention.commands.ts` change it. */
export function sqlFileKind(file: string): 'queries' | 'commands' | null {
  const [, kind] = /^(?:[a-z0-9-]+\.)?(queries|commands)\.ts$/.exec(file) ?? []
  return kind === 'queries' || kind === 'commands' ? kind : null
}

/** What a file is by its name: `closing.pages.tsx` is to a part of a noun what `pages.tsx` is to the whole. */
export function kindOfFile(file: string): string {
  if (/-mails?\.ts$/.test(file)) return 'mails.ts'
  const [, kind = file] = /^[a-z0-9-]+\.(.+)$/.exec(file) ?? []
  return featureFiles.includes(kind) ? kind : file
}

/** The folders that a feature may hold, and what they may contain. */
export const featureFolders: Readonly<Record<string, RegExp>> = {
  views: /^[a-z0-9-]+(\.test)?\.tsx?$/,
  mails: /^[a-z0-9-]+(\.test)?\.tsx?$/,
  messages: /^(fr|ko|en)\.json$|^index\.ts$/,
}

/** The place of a file of a feature: `src/features/registry/agreements/views/life.tsx` → registry, [agreements], views, life.tsx */
export interface Place {
  feature: string
  nouns: string[]
  folder: string | null
  file: string
}

/** The place of a file inside a feature, or null for a file outside all of them (the list of features included). */
export function placeInFeature(path: string): Place | null {
  const parts = path.split('/')
  const [src, features, feature, ...rest] = parts
  if (src !== 'src' || features !== 'features' || feature === undefined || rest.length === 0) return null
  const file = rest.at(-1) ?? ''
  const between = rest.slice(0, -1)
  const folderAt = between.findIndex((name) => name in featureFolders)
  if (folderAt === -1) return { feature, nouns: between, folder: null, file }
  return { feature, nouns: between.slice(0, folderAt), folder: between.slice(folderAt).join('/'), file }
}

/** True for what a page shows, wherever it is: it is drawn, and knows the request. */
export function isView({ folder, file }: Place): boolean {
  return folder === 'views' || (/\.tsx$/.test(file) && !/\.test\.tsx$/.test(file))
}

/** True for a file of pure domain logic, named for its subject. */
export function isSubject({ folder, file }: Place): boolean {
  return (
    folder === null &&
    /\.ts$/.test(file) &&
    !/\.test\.ts$/.test(file) &&
    !featureFiles.includes(kindOfFile(file)) &&
    sqlFileKind(file) === null
  )
}
